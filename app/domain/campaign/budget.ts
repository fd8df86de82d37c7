/** What a campaign may cost at most: in discounts (minor units of its currency), and in uses by all together. */
export type Caps = { spendCapMinor: number | null; totalCap: number | null };

/**
 * What of it is gone. `spentMinor`: what its codes took off, less what was taken off cancelled orders and the refunded
 * share of the others; `uses`: those that still count.
 */
export type Burn = { spentMinor: number; uses: number };

export type CapKind = "spend" | "uses";

/**
 * The budget as a page shows it. `customerCapMinor`: what its codes may take off for one customer; it pauses nothing.
 * `reached`: the cap that paused the campaign, until somebody says how it goes on.
 */
export type Budget = Caps & Burn & { customerCapMinor: number | null; reached: CapKind | null };

/** The cap that is used up, if one is. */
export function reachedCap({ spendCapMinor, totalCap }: Caps, burn: Burn): CapKind | null {
  if (spendCapMinor !== null && burn.spentMinor >= spendCapMinor) return "spend";
  return totalCap !== null && burn.uses >= totalCap ? "uses" : null;
}

/** Why a campaign cannot go on, and what to do. */
export const CAP_REACHED: Record<CapKind, string> = {
  spend: "Its cap on what it may take off is reached. Raise that cap first, or remove it.",
  uses: "Its cap on uses is reached. Raise that cap first, or remove it.",
};
