import type { ActionKind } from "./action.ts";
import type { ChangeWarning } from "./change.ts";
import type { CampaignFacts, ChangedFacts } from "./facts.ts";
import { failingBecauseOf, foresee, type Waiting } from "./foresee.ts";

type Judged = {
  facts: CampaignFacts;
  then: CampaignFacts;
  after: ChangedFacts;
  waiting: readonly Waiting[];
  change: Waiting;
};

/** Ends and stops are about everything there is to a campaign. */
const FOR_GOOD: readonly ActionKind[] = ["end", "retire"];

/** What else is on its way for the campaign that a change gets in the way of, or that gets in its way. */
export function warningsOf({ facts, then, after, waiting, change }: Judged): ChangeWarning[] {
  const failing = failingBecauseOf(facts, waiting, change);
  const fails = failing.map(({ change: { action, dueAt }, message }): ChangeWarning => ({
    ...{ kind: "fails", action: action.kind, dueAt, why: message },
  }));
  const failingIds = new Set(failing.map((each) => each.change.id));
  const overlaps = foresee(facts, waiting)
    .filter(
      ({ change: { id, action }, outcome }) =>
        outcome.ok &&
        !failingIds.has(id) &&
        (FOR_GOOD.includes(action.kind) || meet(outcome.changed, after)),
    )
    .map(({ change: { action, dueAt } }): ChangeWarning => ({
      ...{ kind: "overlaps", action: action.kind, dueAt },
    }));
  const { endsAt } = then;
  const isPast = endsAt !== null && endsAt <= change.dueAt && after.endsAt === undefined;
  const isForGood = FOR_GOOD.includes(change.action.kind);
  return [
    ...fails,
    ...overlaps,
    ...(isPast && !isForGood ? [{ kind: "past_end", endsAt } as const] : []),
  ];
}

/** Whether two changes are about the same fact, or the same code. */
function meet({ codes: a = {}, ...one }: ChangedFacts, { codes: b = {}, ...other }: ChangedFacts) {
  return (
    Object.keys(one).some((name) => name in other) ||
    Object.keys(a).some((id) => Object.hasOwn(b, id))
  );
}
