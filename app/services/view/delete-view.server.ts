import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { VIEWED, type ViewedList } from "./viewed-list.ts";

/** Forgets a saved view; the list itself is not touched. */
export async function deleteView(
  deps: Deps,
  actor: Actor,
  { list, id }: { list: ViewedList; id: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, VIEWED[list], { shopId }))
    return refuse({ kind: "forbidden", message: whyNot(VIEWED[list]) });
  const { count } = isId(id)
    ? await deps.database.prisma.savedView.deleteMany({ where: { shopId, id, list } })
    : { count: 0 };
  return count > 0
    ? done({ id })
    : refuse({ kind: "not_found", message: "That view is no longer there." });
}
