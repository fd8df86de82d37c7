import { expect, test } from "vitest";

import { judgedOrder } from "#app/services/identity/stored-order.server.ts";

const known = { codes: [], totalMinor: 3_000, isTest: false };

test.each([
  [{}, null],
  [{ couponSite: null }, null],
  [{ couponSite: "coupons.de", exactBits: 5 }, "coupons.de"],
  [{ referrer: null }, null],
  [{ referrer: "www.google.com" }, null],
  [{ referrer: "www.coupons.de" }, "coupons.de"],
  [{ couponSite: null, referrer: "hotukdeals.com" }, "hotukdeals.com"],
])("of what is stored of an order, %j, the coupon site is %s", (stored, couponSite) => {
  expect(judgedOrder("5", { ...known, ...stored })).toEqual({ id: "5", ...known, couponSite });
});
