import { estimateOf, type Chance } from "../backtest/tally.ts";
import type { Becomes, CaseLoad, Changed, TriedResult, TriedSide } from "./history.ts";

/** Whether a use is over the campaign's own limits, and over those that are tried; null: no second ones are. */
export type Over = { now: boolean; first: boolean; second: boolean | null };

/**
 * `over`: as checkout would have judged it, which counts no use that it refused. `flagged`: as the exact rule judges orders
 * that are there whatever the limits say. `day` is shop-local.
 */
export type JudgedUse = {
  orderId: string;
  codeKey: string;
  personId: string;
  campaignId: string;
  placedAt: string;
  day: string;
  over: Over;
  flagged: Over;
};

export type PricedUse = JudgedUse & { discountMinor: number; totalMinor: number };

/** What a way makes of a use; null: what it is now. */
export function becomes(over: Over, side: TriedSide): Becomes | null {
  const then = over[side];
  if (then === null || then === over.now) return null;
  return then ? "refused" : "allowed";
}

export function isChanged({ over }: Pick<JudgedUse, "over">): boolean {
  return becomes(over, "first") !== null || becomes(over, "second") !== null;
}

/** Whom a way would have refused a code, and the campaign's own limits none of its codes. */
export function newlyRefused(
  uses: readonly JudgedUse[],
  side: TriedSide,
  campaignId: string,
): Set<string> {
  const refused = uses.filter(({ over }) => becomes(over, side) === "refused");
  const before = uses.filter((use) => use.over.now && use.campaignId === campaignId);
  const known = new Set(before.map(({ personId }) => personId));
  return new Set(refused.map(({ personId }) => personId).filter((id) => !known.has(id)));
}

/** Adds up, some people at a time, what one way would have done. */
export type TriedTally = { over: number; refused: Changed; allowed: Changed; hurt: Chance[] };

export function emptyTried(): TriedTally {
  const none = { orders: 0, discountMinor: 0, revenueMinor: 0 };
  return { over: 0, refused: { ...none }, allowed: { ...none }, hurt: [] };
}

/** Each order counts once, with what it came to, however many of its codes change. All its uses are given at once. */
export function addChanged(tally: TriedTally, uses: readonly PricedUse[], side: TriedSide): void {
  const seen = { refused: new Set<string>(), allowed: new Set<string>() };
  for (const { over, orderId, discountMinor, totalMinor } of uses) {
    const kind = becomes(over, side);
    if (kind === null) continue;
    tally[kind].discountMinor += discountMinor;
    if (seen[kind].has(orderId)) continue;
    seen[kind].add(orderId);
    tally[kind].orders += 1;
    tally[kind].revenueMinor += totalMinor;
  }
}

export function triedResult(
  { over, refused, allowed, hurt }: TriedTally,
  load: CaseLoad,
): TriedResult {
  return { over, refused, allowed, hurt: estimateOf(hurt), load };
}
