import { DRIFT_CHOICES, type DriftChoice, type DriftChoices, type DriftState } from "./drift.ts";
import type { Agreed, Difference } from "./merge.ts";
import { sameValue } from "./same-value.ts";
import type { DiscountTerms } from "./terms.ts";

/** What was chosen for each field, from one choice for all or one each; null when a field is left without. */
export function readChoices(
  fields: readonly Pick<Difference, "field">[],
  posted: { all: string; each: unknown },
): DriftChoices | null {
  const each = typeof posted.each === "object" && posted.each !== null ? posted.each : {};
  const choices: DriftChoices = {};
  for (const { field } of fields) {
    const asked = posted.all || (each as Record<string, unknown>)[field];
    const choice = DRIFT_CHOICES.find((known) => known === asked);
    if (!choice) return null;
    choices[field] = choice;
  }
  return choices;
}

/**
 * What both sides last agreed on, once a person has chosen. Kept: what each says now, even where a campaign cannot say
 * it as Shopify does, so that it differs no more. Restored: as if Shopify's had been agreed on and changed here since,
 * so that the next merge pushes ours.
 * @param ours what the campaign says now: after taking over, if it could.
 */
export function settleField(
  agreed: Agreed,
  { field, theirs }: Pick<Difference, "field" | "theirs">,
  choice: DriftChoice,
  ours: DiscountTerms,
): Agreed {
  const asOurs = choice === "keep" ? ours[field] : theirs;
  return {
    ours: { ...agreed.ours, [field]: asOurs },
    theirs: { ...agreed.theirs, [field]: theirs },
  };
}

/**
 * Fields in which a campaign no longer says what it said when the difference was found. @param ours reckoned with the
 * freed uses of then: what they add to a cap since is nobody's change.
 */
export function changedSince(
  fields: readonly Difference[],
  ours: DiscountTerms,
  side: "ours" | "theirs",
): Difference[] {
  return fields.filter((each) => !sameValue(each[side], ours[each.field]));
}

export function decidedState(choices: readonly (DriftChoice | undefined)[]): DriftState {
  if (choices.every((choice) => choice === "keep")) return "adopted";
  return choices.every((choice) => choice === "restore") ? "restored" : "mixed";
}
