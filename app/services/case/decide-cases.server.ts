import type { Actor } from "#app/domain/access/actor.ts";
import type { DecisionForm } from "#app/domain/case/decision.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { decideCase } from "./decide-case.server.ts";

/** More than a page of them nobody has looked at. */
const MOST = 50;

/** Decides on several cases alike, each by itself: one that cannot be decided leaves the others as they are. */
export async function decideCases(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  form: DecisionForm,
): Promise<Outcome<{ decided: number; left: number }>> {
  if (ids.length === 0 || ids.length > MOST)
    return invalid({ field: "ids", message: `Choose 1 to ${MOST} cases.` });
  let decided = 0;
  for (const id of new Set(ids)) {
    const outcome = await decideCase(deps, actor, id, form);
    if (outcome.ok) decided += 1;
    else if (["forbidden", "invalid"].includes(outcome.refusal.kind) && decided === 0)
      return refuse(outcome.refusal);
  }
  return done({ decided, left: new Set(ids).size - decided });
}
