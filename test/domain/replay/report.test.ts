import { expect, test } from "vitest";

import { reportOf } from "#app/domain/replay/report.ts";

const NOTHING = { pricedOrders: 0, revenueMinor: 0, cohorts: [] };
const NO_REPEAT = { eligible: 0, repeated: 0, rate: null };
const NO_REPEATS = { "30": NO_REPEAT, "60": NO_REPEAT, "90": NO_REPEAT };

test("where nothing is counted, nothing is divided", () => {
  const campaign = { issued: 0, issuedRedeemers: 0, redeemers: 0, redemptions: 0, reversed: 0 };
  const figures = { ...NOTHING, ...campaign, key: "A", discountMinor: 0 };
  expect(reportOf("EUR", { ...NOTHING, orders: 0, customers: 0 }, [figures], [])).toEqual({
    orders: 0,
    redemptions: 0,
    campaigns: [
      {
        ...{ key: "A", issued: 0, redeemers: 0, redemptions: 0, reversed: 0 },
        ...{ redemptionRate: null, redemptionRateCi: null, revenue: "0.00", discount: "0.00" },
        ...{ aov: null, repeat: NO_REPEATS },
      },
    ],
    shop: { orders: 0, customers: 0, revenue: "0.00", aov: null, repeat: NO_REPEATS },
    flags: [],
  });
});

test("the rate is of those it was issued to, whoever else redeemed; amounts are the currency's", () => {
  const campaign = { issued: 10, issuedRedeemers: 1, redeemers: 3, redemptions: 4, reversed: 1 };
  const figures = { ...NOTHING, ...campaign, key: "A", discountMinor: 500 };
  const sales = { pricedOrders: 2, revenueMinor: 3_001, cohorts: [] };
  const { campaigns, redemptions, shop } = reportOf(
    "JPY",
    { ...sales, orders: 3, customers: 2 },
    [figures, { ...figures, ...sales, key: "B" }],
    [],
  );
  expect(redemptions).toBe(8);
  expect(shop).toMatchObject({ orders: 3, revenue: "3001", aov: "1501" });
  expect(campaigns[0]).toMatchObject({ redemptionRate: 0.1, discount: "500", aov: null });
  expect(campaigns[0]?.redemptionRateCi?.map((end) => end.toFixed(4))).toEqual([
    "0.0179",
    "0.4042",
  ]);
  expect(campaigns[1]).toMatchObject({ revenue: "3001", aov: "1501" });
});
