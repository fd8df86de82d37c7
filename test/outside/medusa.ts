import type { OutsideSource } from "./case.ts";

const PROMOTIONS = "integration-tests/http/__tests__/promotions/admin/promotions.spec.ts";
const PER_EMAIL =
  "should limit usage of promotion per email attribute as defined in campaign budget";
const REVERT =
  "packages/modules/promotion/integration-tests/__tests__/services/promotion-module/revert-usage.spec.ts";
const REGISTER =
  "packages/modules/promotion/integration-tests/__tests__/services/promotion-module/register-usage.spec.ts";

const TWICE = { email: "canusethistwice@test.com" };
const ONCE = { email: "canuseitonce@test.com" };

/** Budgets by an attribute (here the e-mail), what is registered against them and what is given back. */
export const medusa: OutsideSource = {
  repository: "medusajs/medusa",
  cases: [
    {
      file: PROMOTIONS,
      test: PER_EMAIL,
      says: "before any order is placed nothing is used, though the code stands in a cart",
      limit: { perCustomer: 2 },
      past: [],
      attempts: [{ by: TWICE, verdict: "accept" }],
      uses: 0,
    },
    {
      file: PROMOTIONS,
      test: PER_EMAIL,
      says: "one order of two: the e-mail may use it again",
      limit: { perCustomer: 2 },
      past: [{ by: TWICE }],
      attempts: [{ by: TWICE, verdict: "accept" }],
      uses: 1,
    },
    {
      file: PROMOTIONS,
      test: PER_EMAIL,
      says: "two of two: refused, and accepted again in the same cart for another e-mail",
      limit: { perCustomer: 2 },
      past: [{ by: TWICE }, { by: TWICE }],
      attempts: [
        { by: TWICE, verdict: "limit_reached" },
        { by: { email: "canuseit@test.com" }, verdict: "accept" },
      ],
      uses: 2,
    },
    {
      file: PROMOTIONS,
      test: "should remove promotion after email is replaced by already used email for that promotion",
      says: "the code falls when the e-mail is changed to one that has used it",
      limit: { perCustomer: 1 },
      past: [{ by: ONCE }],
      attempts: [
        { by: { email: "fakeemail@test.com" }, verdict: "accept" },
        { by: ONCE, verdict: "limit_reached" },
      ],
    },
    {
      file: PROMOTIONS,
      test: "should throw if email is not provided when campaign budget type is use_by_attribute",
      says: "no code without an e-mail to count by",
      limit: { perCustomer: 1 },
      past: [{ by: ONCE }],
      attempts: [
        { by: {}, verdict: "accept", theirs: "refuse" },
        { by: ONCE, verdict: "limit_reached" },
      ],
      differs:
        "Shopify asks for the e-mail in the checkout, often after the code. Nothing is known to refuse for before; it is " +
        "judged again when the e-mail is there, and no order is placed without one or a phone number. A campaign can " +
        "ask strangers to sign in instead.",
    },
    {
      file: "integration-tests/http/__tests__/promotions/admin/promotion-limit.spec.ts",
      test: "Complete order increments usage > should increment used count when order is completed",
      says: "an order is one use, not the cart before it (there of a limit over everybody)",
      limit: { perCustomer: 3 },
      past: [{ by: ONCE }],
      attempts: [{ by: ONCE, verdict: "accept" }],
      uses: 1,
    },
    {
      file: REVERT,
      test: "should revert usage for type usage",
      says: "what is taken back is no longer used, down to nothing (there of a budget over everybody)",
      limit: { perCustomer: 1 },
      past: [
        { by: ONCE, then: "cancelled" },
        { by: ONCE, then: "refunded" },
      ],
      attempts: [{ by: ONCE, verdict: "accept" }],
      uses: 0,
    },
    {
      file: REGISTER,
      test: "should not throw an error when compute action with code does not exist",
      says: "a code nobody knows counts for nothing and breaks nothing",
      limit: { perCustomer: 1 },
      past: [{ by: ONCE, code: "DOESNOTEXIST" }],
      attempts: [
        { by: ONCE, code: "DOESNOTEXIST", verdict: "accept" },
        { by: ONCE, verdict: "accept" },
      ],
      uses: 0,
    },
  ],
};
