import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { VIEWED, type ViewedList } from "./viewed-list.ts";

const LONGEST_NAME = 40;
const LONGEST_QUERY = 1_000;
const MOST_VIEWS = 30;

/** Gives the present filters of a list a name, for everybody in the shop. A name that is taken gets the new filters. */
export async function saveView(
  deps: Deps,
  actor: Actor,
  view: { list: ViewedList; name: string; query: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  const { list } = view;
  const needed = VIEWED[list];
  if (!can(actor, needed, { shopId }))
    return refuse({ kind: "forbidden", message: whyNot(needed) });
  const name = view.name.trim();
  const query = view.query.trim().replace(/^\?/, "");
  if (name === "" || name.length > LONGEST_NAME || name.toLowerCase() === "all") {
    const message = `Give the view a name of at most ${LONGEST_NAME} characters, other than “All”.`;
    return invalid({ field: "name", message });
  }
  if (query === "" || query.length > LONGEST_QUERY)
    return invalid({ field: "query", message: "Filter the list first, then save the view." });
  const { prisma } = deps.database;
  if ((await prisma.savedView.count({ where: { shopId, list } })) >= MOST_VIEWS) {
    const message = `A list can have ${MOST_VIEWS} views. Delete one you no longer need.`;
    return invalid({ field: "name", message });
  }
  const saved = await prisma.savedView.upsert({
    where: { shopId_list_name: { shopId, list, name } },
    create: {
      ...{ shopId, id: deps.newId(), list, name, query },
      createdAt: deps.now(),
      createdBy: actor.name,
    },
    update: { query },
  });
  return done({ id: saved.id });
}
