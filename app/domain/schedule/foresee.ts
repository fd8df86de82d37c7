import type { ScheduledAction } from "./action.ts";
import { applyAction, type Applied } from "./apply-action.ts";
import { withChanges, type CampaignFacts } from "./facts.ts";

/** A change that waits for its time. `id` is null for one that is only thought of. */
export type Waiting = { id: string | null; dueAt: string; action: ScheduledAction };

/** How it will go with one change, as far as can be told now. */
export type Foreseen = { change: Waiting; facts: CampaignFacts; outcome: Applied };

/**
 * How changes go one after the other if nobody does anything else. Those due at the same moment run in the order they
 * are given. One that is refused changes nothing, and the next goes on from there.
 */
export function foresee(facts: CampaignFacts, changes: readonly Waiting[]): Foreseen[] {
  const inOrder = [...changes].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  let present = facts;
  return inOrder.map((change) => {
    const outcome = applyAction(present, change.action, change.dueAt);
    const foreseen = { change, facts: present, outcome };
    if (outcome.ok) present = settled(withChanges(present, outcome.changed));
    return foreseen;
  });
}

/** By the time of the next change a code that came is in Shopify. */
function settled(facts: CampaignFacts): CampaignFacts {
  const codes = Object.entries(facts.codes).map(([id, code]) => [
    id,
    code.state === "pending" ? { ...code, state: "live" as const } : code,
  ]);
  return { ...facts, codes: Object.fromEntries(codes) as CampaignFacts["codes"] };
}

/** The waiting changes that would fail because of one more, with why. */
export function failingBecauseOf(
  facts: CampaignFacts,
  waiting: readonly Waiting[],
  added: Waiting,
): { change: Waiting; message: string }[] {
  const failedBefore = new Set(failuresOf(foresee(facts, waiting)).map(({ change }) => change.id));
  return failuresOf(foresee(facts, [...waiting, added])).filter(
    ({ change }) => change !== added && !failedBefore.has(change.id),
  );
}

function failuresOf(foreseen: readonly Foreseen[]) {
  return foreseen.flatMap(({ change, outcome }) =>
    outcome.ok ? [] : [{ change, message: outcome.message }],
  );
}
