import { sameValue } from "./same-value.ts";
import { hasEnded, STOPPED, TERMS_FIELDS, type DiscountTerms, type TermsField } from "./terms.ts";

/**
 * What both sides last stood at: what we wanted then, and how Shopify wrote it down. They may differ in spelling, such
 * as an instant without its milliseconds, and in what we left alone.
 */
export type Agreed = { ours: DiscountTerms; theirs: DiscountTerms };

/** One field in which the sides differ now: its values, and who changed it since they last agreed. */
export type Difference = {
  field: TermsField;
  ours: unknown;
  theirs: unknown;
  agreed: unknown;
  changedBy: "us" | "them" | "both";
};

/**
 * Three-way merge. Changed only by us: to be pushed. Only by them: to be adopted. By both, to different values: a
 * conflict, which a person decides. Without anything agreed all that differs is ours to push: the discount is one we
 * have just made.
 */
export function mergeTerms(
  ours: DiscountTerms,
  agreed: Agreed | null,
  theirs: DiscountTerms,
  now: Date,
): Difference[] {
  return TERMS_FIELDS.flatMap((field): Difference[] => {
    if (isSame(field, ours, theirs, now)) return [];
    const values = { field, ours: ours[field], theirs: theirs[field] };
    if (!agreed) return [{ ...values, agreed: null, changedBy: "us" }];
    const byUs = !sameValue(ours[field], agreed.ours[field]);
    const byThem = !isSame(field, agreed.theirs, theirs, now);
    if (!byUs && !byThem) return [];
    const changedBy = byUs && byThem ? "both" : byUs ? "us" : "them";
    return [{ ...values, agreed: agreed.theirs[field], changedBy }];
  });
}

/**
 * Whether both sides came to say the same in a field without having agreed on it, for instance when the same was set on
 * both. Left as it was agreed on, the next change of one side would look like one of both.
 */
export function isOutdated(
  ours: DiscountTerms,
  agreed: Agreed,
  theirs: DiscountTerms,
  now: Date,
): boolean {
  return TERMS_FIELDS.some(
    (field) =>
      isSame(field, ours, theirs, now) &&
      !(sameValue(ours[field], agreed.ours[field]) && isSame(field, agreed.theirs, theirs, now)),
  );
}

/** While a discount is stopped its dates are only those of its being stopped. */
export function isSame(
  field: TermsField,
  known: DiscountTerms,
  theirs: DiscountTerms,
  now: Date,
): boolean {
  const isStopped = known.endsAt === STOPPED && hasEnded(theirs, now);
  if (isStopped && (field === "startsAt" || field === "endsAt")) return true;
  return sameValue(known[field], theirs[field]);
}
