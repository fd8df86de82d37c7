import type { OutsideSource } from "./case.ts";

const file = "packages/core/e2e/order-promotion.e2e-spec.ts";
const of = (who: "guest customer" | "signed-in customer", name: string) => ({
  file,
  test: `per-customer usage limit > ${who} > ${name}`,
  limit: { perCustomer: 1 },
});

const GUEST = { email: "guest@test.com" };
const NEW_GUEST = { email: "new-guest@test.com" };
const HAYDEN = { customerId: 4, email: "hayden.zieme12@hotmail.com" };
const NOBODY_YET = {};

/** Guests and accounts, and a shopper who says who they are only after the code was applied. */
export const vendure: OutsideSource = {
  repository: "vendure-ecommerce/vendure",
  cases: [
    {
      ...of("guest customer", "allows initial usage"),
      says: "a guest's first use",
      past: [],
      attempts: [{ by: GUEST, verdict: "accept" }],
    },
    {
      ...of("guest customer", "returns error result when usage exceeds limit"),
      says: "a guest who comes back with the same e-mail",
      past: [{ by: GUEST }],
      attempts: [{ by: GUEST, verdict: "limit_reached", told: null }],
    },
    {
      ...of(
        "guest customer",
        "removes couponCode from order when adding customer after code applied",
      ),
      says: "the code is applied first and falls when the guest's e-mail is known",
      past: [{ by: GUEST }],
      attempts: [
        { by: NOBODY_YET, verdict: "accept" },
        { by: GUEST, verdict: "limit_reached" },
      ],
    },
    {
      ...of("guest customer", "does not remove valid couponCode when setting guest customer"),
      says: "the code stays when the e-mail turns out to be somebody new's",
      past: [{ by: GUEST }],
      attempts: [
        { by: NOBODY_YET, verdict: "accept" },
        { by: NEW_GUEST, verdict: "accept" },
      ],
    },
    {
      ...of("signed-in customer", "allows initial usage"),
      says: "an account's first use, guests' uses being no concern of it",
      past: [{ by: GUEST }],
      attempts: [{ by: HAYDEN, verdict: "accept" }],
    },
    {
      ...of("signed-in customer", "returns error result when usage exceeds limit"),
      says: "the same account again",
      past: [{ by: HAYDEN }],
      attempts: [{ by: HAYDEN, verdict: "limit_reached", told: 1 }],
    },
    {
      ...of(
        "signed-in customer",
        "removes couponCode from order when logging in after code applied",
      ),
      says: "the code is applied first and falls when the shopper signs in",
      past: [{ by: HAYDEN }],
      attempts: [
        { by: NOBODY_YET, verdict: "accept" },
        { by: HAYDEN, verdict: "limit_reached" },
      ],
    },
    {
      ...of("signed-in customer", "cancelled orders do not count against usage limit"),
      says: "a cancelled order gives its use back",
      past: [{ by: HAYDEN, then: "cancelled" }],
      attempts: [{ by: HAYDEN, verdict: "accept" }],
      uses: 0,
    },
  ],
};
