import { averageOrderMinor, rateOf } from "../measure/rate.ts";
import {
  REPEAT_DAYS,
  repeatWithin,
  type Cohort,
  type Repeat,
  type RepeatDays,
} from "../measure/repeat.ts";
import { wilsonInterval } from "../measure/wilson.ts";
import { decimalText } from "../shared/money.ts";
import type { BacktestReport } from "./backtest-report.ts";
import type { ReplayFlag } from "./replay-flag.ts";

type Repeats = Record<RepeatDays, Repeat>;

/** `report.json`. Amounts are decimal text in the shop's currency, shares from 0 to 1; null: nothing to divide by. */
export type ReplayReport = {
  orders: number;
  redemptions: number;
  campaigns: CampaignReport[];
  shop: { orders: number; customers: number; revenue: string; aov: string | null; repeat: Repeats };
  flags: ReplayFlag[];
  /** When `promotions.yaml` asks for it. */
  backtest?: BacktestReport;
};

export type CampaignReport = {
  key: string;
  issued: number;
  redeemers: number;
  redemptions: number;
  reversed: number;
  redemptionRate: number | null;
  redemptionRateCi: [low: number, high: number] | null;
  revenue: string;
  discount: string;
  aov: string | null;
  repeat: Repeats;
};

/** Orders with an amount in the shop's currency, and their sum in its minor units. */
type Sales = { pricedOrders: number; revenueMinor: number; cohorts: readonly Cohort[] };

/**
 * What was counted of a campaign. `issued` people, of whom `issuedRedeemers` redeemed; `redeemers` are all who did, also
 * those it was never issued to.
 */
export type CampaignFigures = Sales & {
  key: string;
  issued: number;
  issuedRedeemers: number;
  redeemers: number;
  redemptions: number;
  reversed: number;
  discountMinor: number;
};

export type ShopFigures = Sales & { orders: number; customers: number };

export function reportOf(
  currency: string,
  shop: ShopFigures,
  campaigns: readonly CampaignFigures[],
  flags: readonly ReplayFlag[],
): ReplayReport {
  const { orders, customers } = shop;
  return {
    orders,
    redemptions: campaigns.reduce((sum, { redemptions }) => sum + redemptions, 0),
    campaigns: campaigns.map((campaign) => campaignReport(currency, campaign)),
    shop: { orders, customers, ...salesOf(currency, shop), repeat: repeatsOf(shop.cohorts) },
    flags: [...flags],
  };
}

function campaignReport(currency: string, figures: CampaignFigures): CampaignReport {
  const { key, issued, issuedRedeemers, redeemers, redemptions, reversed } = figures;
  const { revenue, aov } = salesOf(currency, figures);
  return {
    key,
    issued,
    redeemers,
    redemptions,
    reversed,
    redemptionRate: rateOf(issuedRedeemers, issued),
    redemptionRateCi: wilsonInterval(issuedRedeemers, issued),
    revenue,
    discount: decimalText(figures.discountMinor, currency),
    aov,
    repeat: repeatsOf(figures.cohorts),
  };
}

function salesOf(currency: string, { revenueMinor, pricedOrders }: Sales) {
  const average = averageOrderMinor(revenueMinor, pricedOrders);
  return {
    revenue: decimalText(revenueMinor, currency),
    aov: average === null ? null : decimalText(average, currency),
  };
}

function repeatsOf(cohorts: readonly Cohort[]): Repeats {
  const [first, second, third] = REPEAT_DAYS;
  return {
    [first]: repeatWithin(first, cohorts),
    [second]: repeatWithin(second, cohorts),
    [third]: repeatWithin(third, cohorts),
  };
}
