/**
 * What the guard knows of one customer.
 *
 * - `uses`: one entry for each counter (`counterOf`) they used: `total` ever, and the local days ("YYYY-MM-DD") of
 *   those uses that some limit by a window may still ask for, newest first, a day once for every use on it.
 * - `memberships`: segments and tags, those that some rule asks for (see `Eligibility`).
 * - `isReturning`: has an order, as far as our ledger knows; Shopify's own count is asked as well.
 * - `disqualified`, `signIn`, `allowed`: refused, asked to sign in for, or allowed a campaign, a group or everything ("*"),
 *   up to and with the local date `until`; null when it does not end. Whoever is allowed is refused nothing by the guard,
 *   whatever else stands here.
 */
export type Standing = {
  uses: readonly CountedUses[];
  memberships: readonly string[];
  isReturning: boolean;
  disqualified: readonly Scoped[];
  signIn: readonly Scoped[];
  allowed: readonly Scoped[];
};

export type CountedUses = { counter: string; total: number; days: readonly string[] };

export type Scoped = { scope: string; until: string | null };

export const EMPTY_STANDING: Standing = {
  uses: [],
  memberships: [],
  isReturning: false,
  disqualified: [],
  signIn: [],
  allowed: [],
};
