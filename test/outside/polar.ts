import type { OutsideSource } from "./case.ts";

const file = "server/tests/discount/test_service.py";
const of = (name: string) => ({ file, test: `TestCheckPerCustomerLimitReached::${name}` });

const ADA = { customerId: 1, email: "ada@gmail.com" };

/** Limits per customer by account, by another spelling of the same e-mail, by card. */
export const polar: OutsideSource = {
  repository: "polarsource/polar",
  cases: [
    {
      ...of("test_no_limit_set"),
      says: "without a limit nobody reaches one, however often they come back",
      limit: null,
      past: [{ by: ADA }],
      attempts: [{ by: ADA, verdict: "accept" }],
    },
    {
      ...of("test_under_limit"),
      says: "one use of two leaves one",
      limit: { perCustomer: 2 },
      past: [{ by: ADA }],
      attempts: [{ by: ADA, verdict: "accept" }],
      uses: 1,
    },
    {
      ...of("test_limit_reached_by_customer_id"),
      says: "the same account has used the one use it has",
      limit: { perCustomer: 1 },
      past: [{ by: ADA }],
      attempts: [{ by: ADA, verdict: "limit_reached", told: 1 }],
    },
    {
      ...of("test_limit_reached_by_email_alias"),
      says: "another account whose e-mail only adds a tag, at a provider that delivers both to one mailbox",
      limit: { perCustomer: 1 },
      past: [
        { by: { customerId: 2, email: "ada@gmail.com" } },
        { by: { customerId: 1, email: "ada+alias@gmail.com" }, code: null },
      ],
      attempts: [
        { by: { email: "ada+alias@gmail.com" }, verdict: "limit_reached", told: null },
        { by: { customerId: 1, email: "ada+alias@gmail.com" }, verdict: "limit_reached" },
      ],
    },
    {
      ...of("test_limit_reached_by_email_alias"),
      says: "the same, at a provider nobody has heard of",
      limit: { perCustomer: 1 },
      past: [{ by: { customerId: 2, email: "ada@example.com" } }],
      attempts: [{ by: { email: "ada+alias@example.com" }, verdict: "accept", theirs: "refuse" }],
      differs:
        "Only providers that are known to deliver both to one mailbox are folded. At any other, ada and ada+alias may be " +
        "two people, and an honest guest must not be refused for somebody else's order.",
    },
    {
      ...of("test_limit_reached_by_fingerprint"),
      says: "another account with another e-mail pays with the same card",
      limit: { perCustomer: 1 },
      past: [{ by: { customerId: 2, email: "other@example.com" } }],
      attempts: [{ by: ADA, verdict: "accept", theirs: "refuse" }],
      differs:
        "Shopify tells a discount function nothing of the payment and an app no fingerprint of a card: it cannot be held " +
        "at checkout.",
    },
    {
      ...of("test_limit_reached_by_subscription_redemption"),
      says: "a use counts that came about without a checkout: here, the code was added to an order by an edit",
      limit: { perCustomer: 1 },
      past: [{ by: ADA, then: "edited" }],
      attempts: [{ by: ADA, verdict: "limit_reached", told: 1 }],
      uses: 1,
    },
    {
      ...of("test_excludes_current_checkout"),
      says: "a checkout under way is not in its own way: the code stands when it is judged again to be paid",
      limit: { perCustomer: 1 },
      past: [],
      attempts: [
        { by: ADA, verdict: "accept" },
        { by: ADA, verdict: "accept" },
      ],
      uses: 0,
    },
    {
      file,
      test: "TestCodeCaseInsensitivity::test_code_case_insensitive",
      says: "a code is the same code in capitals, in small letters and mixed",
      limit: { perCustomer: 2 },
      past: [
        { by: ADA, code: "summer26_10off" },
        { by: ADA, code: "SUMMER26_10OFF" },
      ],
      attempts: [{ by: ADA, code: "SuMmEr26_10oFf", verdict: "limit_reached", told: 2 }],
      uses: 2,
    },
  ],
};
