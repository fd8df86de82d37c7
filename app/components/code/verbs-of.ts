import type { CodeState } from "#app/domain/code/summary.ts";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";

/** What is offered for a code. Whether its campaign allows it is said when it is asked. */
const OFFERED: Record<CodeState, readonly (CodeVerb | "replace")[]> = {
  pending: [],
  live: ["pause", "replace", "retire"],
  failed: ["replace", "retire"],
  removed: ["pause", "replace", "retire"],
  pausing: ["retire"],
  paused: ["resume", "replace", "retire"],
  returned: ["pause", "resume", "replace", "retire"],
  retiring: [],
  retired: [],
  released: [],
};

export function verbsOf(state: CodeState): readonly (CodeVerb | "replace")[] {
  return OFFERED[state];
}

/** Those of some codes that a verb is offered for. */
export function offeredTo<C extends { state: CodeState }>(
  verb: CodeVerb,
  codes: readonly C[],
): C[] {
  return codes.filter(({ state }) => OFFERED[state].includes(verb));
}

/** Why nothing can be done with a code for now; null when something can, or never will be. */
export function whyNothing(state: CodeState): string | null {
  return state === "pending"
    ? "It is on its way to Shopify. Pause, replace or retire it when it is there."
    : null;
}
