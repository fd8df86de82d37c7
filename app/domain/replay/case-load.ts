import { judgeRing } from "../backtest/judge-ring.ts";
import type { PastOrder, Ring } from "../backtest/ring.ts";
import { addRing, emptyTally, resultOf } from "../backtest/tally.ts";
import { USUAL_POLICY } from "../fair-use/presets.ts";
import type { CaseLoad } from "./history.ts";
import type { JudgedUse } from "./tally-history.ts";

export type FlaggedUse = Pick<
  JudgedUse,
  "orderId" | "codeKey" | "personId" | "campaignId" | "placedAt" | "day" | "flagged"
>;

export type FlaggedRing = { uses: readonly FlaggedUse[]; decisions: Ring["decisions"] };

/**
 * The cases that uses beyond a limit make where they slip through and a person decides: one for each ring, and another one
 * for what comes after a decision of staff.
 */
export function caseLoad(
  rings: readonly FlaggedRing[],
  isFlagged: (use: FlaggedUse) => boolean | null,
): CaseLoad {
  const tally = emptyTally();
  for (const { uses, decisions } of rings) {
    const orders = uses.filter(isFlagged).map(orderOf).sort(asPlaced);
    addRing(tally, { orders, decisions }, judgeRing({ orders, decisions }, WAY, SETTING));
  }
  const { cases, busiest } = resultOf(tally);
  return { cases: cases.of, busiest };
}

const WAY = { name: "", policy: USUAL_POLICY, flagFrom: 1 };
const SETTING = { campaigns: new Map(), seasons: [] };

function orderOf({ orderId, codeKey, personId, campaignId, placedAt, day }: FlaggedUse): PastOrder {
  const found = { score: null, kind: null, also: [], isExact: true };
  return {
    ...{ orderId, personId, placedAt, day },
    uses: [],
    findings: [{ codeKey, campaignId, ...found }],
  };
}

function asPlaced(a: PastOrder, b: PastOrder): number {
  return a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0;
}
