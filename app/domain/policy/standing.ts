/**
 * What the guard knows of one customer.
 *
 * - `uses`: how often each rule (campaign number, base 36) was used in a period; `period` is a
 *   `Period.key`.
 * - `segments`: numeric Shopify segment ids the customer is in.
 * - `disqualified`: from one rule or, as "*", from every rule; `until` is the last local date
 *   ("YYYY-MM-DD") it holds, null when it does not end.
 */
export type Standing = {
  uses: readonly { rule: string; period: string; count: number }[];
  segments: readonly string[];
  disqualified: readonly { rule: string; until: string | null }[];
};

/** What stands for "no end" where dates are compared. */
export const FOREVER = "9999-12-31";

export const EMPTY_STANDING: Standing = { uses: [], segments: [], disqualified: [] };
