import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { SavedView } from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { VIEWED, type ViewedList } from "./viewed-list.ts";

/** The views of a list that somebody in the shop saved, by name. */
export async function listViews(
  deps: Deps,
  actor: Actor,
  list: ViewedList,
): Promise<Outcome<SavedView[]>> {
  const { shopId } = actor;
  if (!can(actor, VIEWED[list], { shopId }))
    return refuse({ kind: "forbidden", message: whyNot(VIEWED[list]) });
  const rows = await deps.database.prisma.savedView.findMany({
    where: { shopId, list },
    orderBy: [{ name: "asc" }],
  });
  return done(rows.map(({ id, name, query }) => ({ id, name, query })));
}
