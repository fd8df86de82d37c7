import { isSame, type Agreed } from "./merge.ts";
import { TERMS_FIELDS, type DiscountTerms, type TermsField } from "./terms.ts";

export type Written = {
  /** What is wanted, and was pushed where it is among `fields`. */
  ours: DiscountTerms;
  fields: ReadonlySet<TermsField>;
  /** As Shopify's side was read before; null when there was nothing yet. */
  before: DiscountTerms | null;
  /** As it was read back afterwards. */
  after: DiscountTerms;
};

/**
 * What both sides agree on once something was written. Somebody may have changed Shopify's side between the writing and
 * the reading back: what they set is not agreed on, so that the next merge finds it. So of a field that was written ours
 * counts, unless it stands there, perhaps in another spelling; of any other what stood there when it was planned.
 */
export function agreedAfter({ ours, fields, before, after }: Written, now: Date): Agreed {
  const theirs = { ...after };
  for (const field of TERMS_FIELDS) {
    const isWritten = before === null || fields.has(field);
    if (!isWritten) Object.assign(theirs, { [field]: before[field] });
    else if (!isSame(field, ours, after, now)) Object.assign(theirs, { [field]: ours[field] });
  }
  return { ours, theirs };
}
