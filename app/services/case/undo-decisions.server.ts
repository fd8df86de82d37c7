import type { Actor } from "#app/domain/access/actor.ts";
import type { Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { eachCase, type CasesDone } from "./each-case.ts";
import { undoDecision } from "./undo-decision.server.ts";

/** Takes the actor's own decisions back that were made on several cases at once. `decision`: what they decided. */
export function undoDecisions(
  deps: Deps,
  actor: Actor,
  { ids, decision }: { ids: readonly string[]; decision: string },
): Promise<Outcome<CasesDone>> {
  return eachCase(ids, (id) => undoDecision(deps, actor, id, decision));
}
