import type { Actor } from "#app/domain/access/actor.ts";
import type { DecisionForm } from "#app/domain/case/decision.ts";
import type { Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { decideCase } from "./decide-case.server.ts";
import { eachCase, type CasesDone } from "./each-case.ts";

/** Decides on several cases alike. `undoDecisions` takes it back. */
export function decideCases(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  form: DecisionForm,
): Promise<Outcome<CasesDone>> {
  return eachCase(ids, (id) => decideCase(deps, actor, id, form));
}
