import type {
  BacktestResult,
  Estimate,
  Outcome,
  Variant,
  VariantResult,
} from "../backtest/backtest.ts";
import { PRESETS, USUAL_POLICY } from "../fair-use/presets.ts";
import { decimalText } from "../shared/money.ts";
import { FLAG_FROM } from "../signal/weigh-signals.ts";
import type { PromotionBacktest, PromotionWay } from "./promotions.ts";
import { idOf, type OrderId } from "./replay-flag.ts";

/** Two ways to judge the stream's orders. */
export type Ways = { first: Variant; second: Variant };

/** What `backtest` of `promotions.yaml` asks for; what is left out is as the product comes. */
export function waysOf({ first, second }: PromotionBacktest): Ways {
  return { first: wayOf(first ?? {}), second: wayOf(second) };
}

function wayOf({ policy, flagFrom }: PromotionWay): Variant {
  const from = flagFrom ?? FLAG_FROM;
  if (policy && typeof policy === "object") return { name: "rules", policy, flagFrom: from };
  const preset = PRESETS.find(({ key }) => key === policy);
  const name = preset?.key ?? "review";
  return { name, policy: preset?.policy ?? USUAL_POLICY, flagFrom: from };
}

/** How many of so many are probably good customers, with a 95 % interval; all of it by scores: nobody decided. */
type EstimateReport = { of: number; probablyGood: number; probablyGoodCi: [number, number] };

type WayReport = {
  policy: string;
  flagFrom: number;
  orders: Record<Outcome, number>;
  /** What refused codes took off, and what held and disqualifying orders had taken off. */
  saved: string;
  atStake: string;
  refusedCustomers: EstimateReport;
  cases: EstimateReport;
  casesPerDay: number | null;
  busiest: { day: string; cases: number } | null;
};

/** An order that becomes something else. */
type ChangedOrder = {
  orderId: OrderId;
  placedAt: string;
  score: number | null;
  discount: string;
  first: Outcome;
  second: Outcome;
};

/** `orders`: of people who could be flagged at all; all others go through either way. */
export type BacktestReport = {
  from: string | null;
  to: string | null;
  orders: number;
  people: number;
  first: WayReport;
  second: WayReport;
  changed: ChangedOrder[];
};

/** An order that changes, with its Shopify id as text and what its codes took off in minor units. */
export type ChangedFact = Omit<ChangedOrder, "orderId" | "discount"> & {
  orderId: string;
  discountMinor: number;
};

export function backtestReport(
  ways: Ways,
  result: BacktestResult,
  changed: readonly ChangedFact[],
): BacktestReport {
  const { currency, from, to, orders, people } = result;
  const reportOf = (side: "first" | "second") => wayReport(ways[side], result[side], result);
  return {
    ...{ from, to, orders, people, first: reportOf("first"), second: reportOf("second") },
    changed: [...changed]
      .sort((a, b) => (a.placedAt < b.placedAt ? -1 : 1))
      .map(({ orderId, discountMinor, placedAt, score, first, second }) => ({
        ...{ orderId: idOf(orderId), placedAt, score },
        ...{ discount: decimalText(discountMinor, currency), first, second },
      })),
  };
}

function wayReport(
  { name, flagFrom }: Variant,
  { orders, savedMinor, atStakeMinor, refused, cases, busiest }: VariantResult,
  { currency, days }: BacktestResult,
): WayReport {
  return {
    ...{ policy: name, flagFrom, orders },
    saved: decimalText(savedMinor, currency),
    atStake: decimalText(atStakeMinor, currency),
    refusedCustomers: estimateReport(refused),
    cases: estimateReport(cases),
    casesPerDay: days === 0 ? null : cases.of / days,
    busiest,
  };
}

function estimateReport({ of, expected, low, high }: Estimate): EstimateReport {
  return { of, probablyGood: expected, probablyGoodCi: [low, high] };
}
