import type { OutsideSource } from "./case.ts";

const DISCOUNTS = "saleor/discount/tests/test_discounts.py";
const DISCLOSURE =
  "saleor/graphql/checkout/tests/mutations/test_checkout_promo_code_reason_disclosure.py";
const WHOSE_EMAIL = "saleor/discount/tests/test_utils/test_get_customer_email_for_voucher_usage.py";
const ONCE = { limit: { perCustomer: 1 } };

const CLARA = { customerId: 5, email: "clara@example.com" };

/** Once per customer: who counts as the customer, what is recorded, and to whom it is told. */
export const saleor: OutsideSource = {
  repository: "saleor/saleor",
  cases: [
    {
      ...ONCE,
      file: DISCOUNTS,
      test: "test_validate_voucher_not_applicable_once_per_customer",
      says: "no second time for the same customer",
      past: [{ by: CLARA }],
      attempts: [{ by: CLARA, verdict: "limit_reached", told: 1 }],
    },
    {
      ...ONCE,
      file: DISCOUNTS,
      test: "test_add_voucher_usage_by_customer",
      says: "an order records one use by its customer",
      past: [{ by: CLARA }],
      attempts: [],
      uses: 1,
    },
    {
      ...ONCE,
      file: DISCOUNTS,
      test: "test_add_voucher_usage_by_customer_raise_not_applicable",
      says: "a second use by a customer who has had theirs is not recorded",
      past: [{ by: CLARA }, { by: CLARA }],
      attempts: [{ by: CLARA, verdict: "limit_reached", told: 2 }],
      uses: 2,
      flagged: 1,
      differs:
        "The order stands at Shopify, paid, before an app hears of it. It is counted as what it is and flagged, so that " +
        "the numbers stay those of the store.",
      differsIn: "recording",
    },
    {
      ...ONCE,
      file: DISCOUNTS,
      test: "test_remove_voucher_usage_by_customer",
      says: "a use that is taken back frees the customer's one use",
      past: [{ by: CLARA, then: "refunded" }],
      attempts: [{ by: CLARA, verdict: "accept" }],
      uses: 0,
    },
    {
      ...ONCE,
      file: DISCOUNTS,
      test: "test_remove_voucher_usage_by_customer_not_exists",
      says: "taking back where nothing was used changes nothing, for nobody",
      past: [
        { by: { email: "somebody@example.com" }, code: null, then: "cancelled" },
        { by: CLARA },
      ],
      attempts: [{ by: CLARA, verdict: "limit_reached", told: 1 }],
      uses: 1,
    },
    {
      ...ONCE,
      file: "saleor/tests/e2e/checkout/discounts/vouchers/test_checkout_with_voucher_limit_per_customer.py",
      test: "test_checkout_with_voucher_limit_per_customer_CORE_0910",
      says: "a guest's second checkout with the same e-mail, in capitals or not",
      past: [{ by: { email: "testEmail@example.com" } }],
      attempts: [{ by: { email: "TestEmail@example.com" }, verdict: "limit_reached" }],
      uses: 1,
    },
    {
      ...ONCE,
      file: DISCLOSURE,
      test: "test_already_used_hidden_from_guest_probing_another_email",
      says: "whoever types a customer's e-mail is told nothing of that customer's past",
      past: [{ by: CLARA }],
      attempts: [
        { by: { email: CLARA.email }, verdict: "limit_reached", told: null },
        { by: CLARA, state: "known", verdict: "limit_reached", told: null },
      ],
    },
    {
      ...ONCE,
      file: DISCLOSURE,
      test: "test_already_used_reported_to_verified_owner",
      says: "the customer, signed in, is told",
      past: [{ by: CLARA }],
      attempts: [{ by: CLARA, verdict: "limit_reached", told: 1 }],
    },
    {
      ...ONCE,
      file: WHOSE_EMAIL,
      test: "test_get_customer_email_for_voucher_usage_for_order_with_user",
      says: "an order counts for the account that placed it, whatever e-mail stands on it",
      past: [{ by: { customerId: 5, email: "a-gift@example.com" } }],
      attempts: [{ by: CLARA, verdict: "limit_reached", told: 1 }],
    },
    {
      ...ONCE,
      file: WHOSE_EMAIL,
      test: "test_get_customer_email_for_voucher_usage_for_order_without_user_details",
      says: "an order that names nobody counts for nobody",
      past: [{ by: {} }, { by: {} }],
      attempts: [
        { by: {}, verdict: "accept" },
        { by: CLARA, verdict: "accept" },
      ],
    },
  ],
};
