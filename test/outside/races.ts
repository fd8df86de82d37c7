/**
 * A race that somebody else's store lost, in our words, and what Bonafide does where it can happen to it. An app cannot
 * lock Shopify's checkout: orders that were let through at once stand. What it can promise is that they are counted
 * exactly, however many processes count; that each beyond the limit is flagged; and that nobody who is judged after the
 * limit-reaching use was written gets through.
 */
export type OutsideRace = {
  repository: string;
  thread: string;
  says: string;
  ours: string;
};

export const payments: OutsideRace = {
  repository: "vendurehq/vendure",
  thread: "pull request 4660",
  says:
    "a limit per customer is checked against completed orders when the code is applied; payments under way at once all " +
    "find none and all go through",
  ours: "all are counted, all but the first placed are flagged, the next attempt is refused",
};

export const budgets: OutsideRace = {
  repository: "medusajs/medusa",
  thread: "pull request 16097",
  says:
    "a budget is read, compared and written without a lock: registrations at once read the same total, and one of them " +
    "is lost",
  ours: "nothing is read to be written back: entries are appended and folded, under one lock a shop; sums are exact",
};

export const reverts: OutsideRace = {
  repository: "medusajs/medusa",
  thread:
    "packages/modules/promotion/integration-tests/__tests__/services/promotion-module/revert-usage.spec.ts, " +
    "should not let a concurrent registerUsage's increment be lost by a concurrent revertUsage",
  says: "giving a use back writes a total that was read before another use came in, and takes that one back as well",
  ours: "a use given back is an entry of its own: it takes back its own order's use and no other",
};

export const twoCustomers: OutsideRace = {
  repository: "saleor/saleor",
  thread: "issue 544",
  says: "two customers at once use a voucher that may be used once in all",
  ours:
    "a cap over all customers is Shopify's own to hold (usageLimit); where both went through, both are counted, so that " +
    "the campaign shows 2 uses of 1, and neither customer is flagged for what the other did",
};

export const oneCheckout: OutsideRace = {
  repository: "saleor/saleor",
  thread: "pull request 15855",
  says:
    "one checkout is completed by two threads: the second finds the voucher used up, by the first, and refunds the order " +
    "that the first then returns",
  ours: "an order is one use however often and by whichever webhook it is told, also at once; it is never over its own limit",
};

export const twoCodes: OutsideRace = {
  repository: "shopware/shopware",
  thread: "pull request 18716",
  says: "the lock is on the code, the limit on the promotion: two different codes of one promotion pass each other",
  ours: "uses are counted by campaign, whichever of its codes was typed",
};

/* The same races of a cap on what a campaign may cost, which Bonafide holds by pausing it. */

export const capPayments: OutsideRace = {
  ...payments,
  ours: "each is counted; the one that reaches the cap pauses the campaign, once, in the same transaction",
};

export const capBudgets: OutsideRace = {
  ...budgets,
  ours: "the sum that is compared with the cap is the ledger's, under the shop's lock: none is lost, none counts twice",
};

export const capReverts: OutsideRace = {
  ...reverts,
  ours: "an order that was cancelled meanwhile gives back its own discount and no other's",
};

export const capTwoCustomers: OutsideRace = {
  ...twoCustomers,
  ours: "the cap on the uses of one public code is Shopify's usageLimit, so nothing needs pausing",
};

export const capOneCheckout: OutsideRace = {
  ...oneCheckout,
  ours: "an order costs its discount once, however often and by whichever webhook it is told",
};

export const capTwoCodes: OutsideRace = {
  ...twoCodes,
  ours: "the cap is the campaign's: whichever of its codes was used pauses all of them",
};
