import { MEASURES, NOTHING, type Balance } from "./target.ts";

/** What the ledger already says of one account. */
export type Booked = Balance;

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
 */
export function entriesToBook(
  target: readonly Balance[],
  booked: readonly Booked[],
  running: readonly Running[],
): Entry[] {
  const changes = differences(target, booked).flatMap(steps);
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
  const noMoney = { ...change, ...NOTHING };
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
  const left = [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
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

function differences(target: readonly Balance[], booked: readonly Booked[]): Balance[] {
  const accounts = new Map<string, Balance>();
  for (const balance of target) accounts.set(idOf(balance), balance);
  for (const there of booked) {
    const wanted = accounts.get(idOf(there)) ?? { ...there, ...NOTHING };
    const change = { ...wanted };
    for (const measure of MEASURES) change[measure] = wanted[measure] - there[measure];
    accounts.set(idOf(there), change);
  }
  return [...accounts.values()].filter((change) =>
    MEASURES.some((measure) => change[measure] !== 0),
  );
}

function idOf(booked: Booked): string {
  const { key, campaignId, codeId, currency, presentmentCurrency, channel, at } = booked;
  return JSON.stringify([key, campaignId, codeId, currency, presentmentCurrency, channel, at]);
}
