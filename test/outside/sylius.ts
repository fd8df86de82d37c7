import type { OutsideSource } from "./case.ts";

const file =
  "features/shop/promotion/applying_promotion_coupon/applying_promotion_coupon_with_per_customer_usage_limit.feature";

const BEN = { customerId: 3, email: "ben@example.com" };

/** Usage per customer, and what a cancelled order gives back. */
export const sylius: OutsideSource = {
  repository: "Sylius/Sylius",
  cases: [
    {
      file,
      test: "Receiving discount from valid coupon with a per customer usage limit as a logged in customer (the first of that name)",
      says: "the first of two uses",
      limit: { perCustomer: 2 },
      past: [],
      attempts: [{ by: BEN, verdict: "accept" }],
    },
    {
      file,
      test: "Receiving discount from valid coupon with a per customer usage limit as a logged in customer (the second of that name)",
      says: "the second of two uses; an order of two products is one use",
      limit: { perCustomer: 2 },
      past: [{ by: BEN }],
      attempts: [{ by: BEN, verdict: "accept" }],
      uses: 1,
    },
    {
      file,
      test: "Receiving no discount from valid coupon that has reached its per customer usage limit",
      says: "no second use of one",
      limit: { perCustomer: 1 },
      past: [{ by: BEN }],
      attempts: [{ by: BEN, verdict: "limit_reached", told: 1 }],
    },
    {
      file,
      test: "Cancelled orders do not affect per customer usage limit by default",
      says: "a cancelled order gives its use back unless the merchant says otherwise",
      limit: { perCustomer: 1 },
      past: [{ by: BEN, then: "cancelled" }],
      attempts: [{ by: BEN, verdict: "accept" }],
      uses: 0,
    },
    {
      file,
      test: "Cancelled orders affect per customer usage limit",
      says: "with the merchant's setting, a cancelled order keeps its use",
      limit: { perCustomer: 1 },
      freesOnCancel: false,
      past: [{ by: BEN, then: "cancelled" }],
      attempts: [{ by: BEN, verdict: "limit_reached", told: 1 }],
      uses: 1,
    },
  ],
};
