import type { Balance } from "./target.ts";

/** What the ledger already says of one account and day. */
export type Booked = Omit<Balance, "at">;

/** How an order and code stand in the ledger: entries so far, uses that count (0 or 1), and whether one was a redemption. */
export type Running = { key: string; sequence: number; uses: number; redeemedBefore: boolean };

export type EntryKind = "redemption" | "reversal" | "adjustment";

/** One line to append. `sequence` counts an order and code's entries from 1; `usesAfter` is their running total. */
export type Entry = Balance & {
  kind: EntryKind;
  uses: -1 | 0 | 1;
  sequence: number;
  usesAfter: number;
};

/**
 * The entries that bring the ledger from what is booked to what should be; none when they agree, so doing it again
 * changes nothing. They are put in such an order that the running total of an order and code never leaves 0 and 1.
 * `fallbackAt` dates the taking back of an account that should not be there.
 */
export function entriesToBook(
  target: readonly Balance[],
  booked: readonly Booked[],
  running: readonly Running[],
  fallbackAt: string,
): Entry[] {
  const changes = differences(target, booked, fallbackAt).flatMap(steps);
  const keys = [...new Set(changes.map((change) => change.key))].sort();
  return keys.flatMap((key) => {
    const known = running.find((each) => each.key === key);
    const start = known ?? { key, sequence: 0, uses: 0, redeemedBefore: false };
    return inSafeOrder(
      changes.filter((change) => change.key === key),
      start,
    );
  });
}

type Step = Balance & { uses: -1 | 0 | 1 };

/** A change as single steps: entering and freeing apart, the money with the first. */
function steps(change: Balance): Step[] {
  const money = { ...change, redemptions: 0, reversals: 0 };
  const noMoney = { ...money, revenueMinor: 0, discountMinor: 0, refundMinor: 0 };
  const found: Step[] = [];
  if (change.redemptions !== 0) {
    found.push({
      ...money,
      redemptions: change.redemptions,
      uses: change.redemptions > 0 ? 1 : -1,
    });
  }
  if (change.reversals !== 0) {
    const base = found.length > 0 ? noMoney : money;
    found.push({ ...base, reversals: change.reversals, uses: change.reversals > 0 ? -1 : 1 });
  }
  return found.length > 0 ? found : [{ ...money, uses: 0 }];
}

function inSafeOrder(steps: readonly Step[], start: Running): Entry[] {
  const left = [...steps].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const entries: Entry[] = [];
  let { sequence, uses, redeemedBefore } = start;
  while (left.length > 0) {
    const next = left.findIndex((step) => uses + step.uses === 0 || uses + step.uses === 1);
    const step = left.splice(Math.max(next, 0), 1)[0];
    if (!step) break;
    sequence += 1;
    uses += step.uses;
    const kind = kindOf(step, redeemedBefore);
    redeemedBefore ||= kind === "redemption";
    entries.push({ ...step, kind, sequence, usesAfter: uses });
  }
  return entries;
}

function kindOf(step: Step, redeemedBefore: boolean): EntryKind {
  if (step.redemptions > 0 && !redeemedBefore) return "redemption";
  return step.reversals > 0 ? "reversal" : "adjustment";
}

function differences(
  target: readonly Balance[],
  booked: readonly Booked[],
  fallbackAt: string,
): Balance[] {
  const nothing = {
    redemptions: 0,
    reversals: 0,
    revenueMinor: 0,
    discountMinor: 0,
    refundMinor: 0,
  };
  const accounts = new Map<string, Balance>();
  for (const balance of target) accounts.set(idOf(balance), balance);
  for (const there of booked) {
    const wanted = accounts.get(idOf(there)) ?? { ...there, at: fallbackAt, ...nothing };
    accounts.set(idOf(there), {
      ...wanted,
      redemptions: wanted.redemptions - there.redemptions,
      reversals: wanted.reversals - there.reversals,
      revenueMinor: wanted.revenueMinor - there.revenueMinor,
      discountMinor: wanted.discountMinor - there.discountMinor,
      refundMinor: wanted.refundMinor - there.refundMinor,
    });
  }
  return [...accounts.values()].filter((change) =>
    MEASURES.some((measure) => change[measure] !== 0),
  );
}

export const MEASURES = [
  "redemptions",
  "reversals",
  "revenueMinor",
  "discountMinor",
  "refundMinor",
] as const;

function idOf(balance: Booked): string {
  return JSON.stringify([balance.key, balance.campaignId, balance.codeId, balance.day]);
}
