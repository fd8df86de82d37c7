import { join } from "node:path";

import { readCsv } from "./read-csv.ts";
import type { Converted } from "./converted.ts";

/**
 * dunnhumby's Complete Journey: 27 campaigns of 2017, the households each was mailed to, and which coupons they redeemed.
 * There are no baskets in it: what a household redeemed on one day becomes one order of 1.00 for each coupon, so that only
 * counts mean anything. A coupon of several campaigns is told apart by the campaign, which the data names.
 */
export function completeJourney(folder: string): Converted {
  const read = (name: string) => readCsv(join(folder, `${name}.csv.gz`));
  const mailed = read("campaigns");
  const redeemed = read("coupon_redemptions");
  const key = (campaign = "") => `C${campaign.padStart(2, "0")}`;
  const codeOf = (row: Record<string, string>) => `${key(row.campaign_id)}-${row.coupon_upc}`;
  const codes = Map.groupBy(redeemed, (row) => key(row.campaign_id));
  const campaigns = read("campaign_descriptions").map(({ campaign_id, start_date, end_date }) => ({
    key: key(campaign_id),
    codes: [
      ...new Set((codes.get(key(campaign_id)) ?? []).map(codeOf)),
      `${key(campaign_id)}-NONE`,
    ],
    startsAt: start_date,
    endsAt: end_date,
    audience: "issued",
  }));
  const baskets = Map.groupBy(redeemed, (row) => `${row.household_id} ${row.redemption_date}`);
  const orders = [...baskets.values()].map((rows, at) => {
    const discount_codes = [...new Set(rows.map(codeOf))].map((code) => ({ code, amount: "1.00" }));
    return {
      id: at + 1,
      created_at: `${rows[0]?.redemption_date}T12:00:00-05:00`,
      currency: "USD",
      total_price: `${discount_codes.length}.00`,
      discount_codes,
      customer: { id: Number(rows[0]?.household_id) },
    };
  });
  const issued = mailed.map((row) => `${key(row.campaign_id)},${row.household_id}`);
  return {
    promotions: { shop: { timezone: "America/New_York", currency: "USD" }, campaigns },
    orders,
    refunds: [],
    issued: ["campaign,customer_id", ...issued],
    expected: {
      mailings: mailed.length,
      redemptions: redeemed.length,
      households: new Set(redeemed.map(({ household_id }) => household_id)).size,
    },
  };
}
