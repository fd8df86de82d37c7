import type { OrderFacts } from "./order-facts.ts";

/** What frees a use again, as the campaign says. */
export type Frees = { cancel: boolean; fullRefund: boolean; expiry: boolean };

/** A code of an order joined to the campaign it was assigned to when the order was placed; nulls when it was to none. */
export type JoinedCode = {
  key: string;
  discountMinor: number;
  codeId: string | null;
  campaignId: string | null;
  frees: Frees;
};

/** Code keys of the two accounts kept for the order itself, beside those of its codes. No code can be spelled so. */
export const WHOLE_ORDER = "";
export const CODED_ORDER = "+";

/** What one account (order, code, campaign, day) should add up to. */
export type Balance = {
  key: string;
  campaignId: string | null;
  codeId: string | null;
  day: string;
  /** The instant the day was taken from. */
  at: string;
  redemptions: number;
  reversals: number;
  revenueMinor: number;
  discountMinor: number;
  refundMinor: number;
};

/**
 * The balances an order should have, from its facts alone: the same for every way they became known.
 *
 * A redemption counts on the day the order was placed and is taken back on the day that freed it. Revenue is the
 * order's total once paid, on the day it was placed, whole for every campaign whose code it carries (once per
 * campaign), taken back when the order is cancelled; refunds stand apart, on their own days. Test orders count nothing.
 */
export function targetBalances(
  facts: OrderFacts,
  codes: readonly JoinedCode[],
  dayOf: (instant: string) => string,
): Balance[] {
  if (facts.test) return [];
  const redeemed = codes
    .filter((code) => code.discountMinor > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const accounts: Account[] = [
    account(WHOLE_ORDER, facts.discountMinor, facts.cancelledAt),
    ...redeemed.map((code) => ({
      ...account(code.key, code.discountMinor, freedAt(facts, code.frees)),
      campaignId: code.campaignId,
      codeId: code.codeId,
      bearsRevenue: redeemed.find((other) => other.campaignId === code.campaignId) === code,
    })),
  ];
  const ours = redeemed.filter((code) => code.campaignId !== null);
  if (ours.length > 0) {
    accounts.push(
      account(
        CODED_ORDER,
        ours.reduce((sum, code) => sum + code.discountMinor, 0),
        facts.cancelledAt,
      ),
    );
  }
  return accounts.flatMap((each) => balancesOf(each, facts, dayOf));
}

type Account = {
  key: string;
  campaignId: string | null;
  codeId: string | null;
  discountMinor: number;
  freedAt: string | null;
  bearsRevenue: boolean;
};

function account(key: string, discountMinor: number, freed: string | null): Account {
  return { key, campaignId: null, codeId: null, discountMinor, freedAt: freed, bearsRevenue: true };
}

/** When the use was freed: at the earliest of what the campaign lets free it. Null while it counts. */
export function freedAt(facts: OrderFacts, frees: Frees): string | null {
  const moments = [
    frees.cancel ? facts.cancelledAt : null,
    frees.fullRefund ? fullyRefundedAt(facts) : null,
    frees.expiry && hasExpired(facts) ? facts.expiredAt : null,
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : moments.reduce((a, b) => (a < b ? a : b));
}

/** A pending order that was paid after all is not expired any more. */
function hasExpired(facts: OrderFacts): boolean {
  return (
    facts.financialStatus === "expired" ||
    (facts.financialStatus === "voided" && facts.paidAt === null)
  );
}

function fullyRefundedAt(facts: OrderFacts): string | null {
  let refunded = 0;
  for (const refund of facts.refunds) {
    refunded += refund.amountMinor;
    if (facts.totalMinor > 0 && refunded >= facts.totalMinor) return refund.at;
  }
  return null;
}

function balancesOf(
  account: Account,
  facts: OrderFacts,
  dayOf: (instant: string) => string,
): Balance[] {
  const byDay = new Map<string, Balance>();
  const add = (at: string, amounts: Partial<Balance>) => {
    const day = dayOf(at);
    const balance = byDay.get(day) ?? empty(account, day, at);
    balance.redemptions += amounts.redemptions ?? 0;
    balance.reversals += amounts.reversals ?? 0;
    balance.revenueMinor += amounts.revenueMinor ?? 0;
    balance.discountMinor += amounts.discountMinor ?? 0;
    balance.refundMinor += amounts.refundMinor ?? 0;
    byDay.set(day, balance);
  };
  const revenueMinor = account.bearsRevenue && facts.paidAt !== null ? facts.totalMinor : 0;
  add(facts.placedAt, { redemptions: 1, discountMinor: account.discountMinor, revenueMinor });
  if (account.freedAt) add(account.freedAt, { reversals: 1 });
  if (facts.cancelledAt) {
    add(facts.cancelledAt, { discountMinor: -account.discountMinor, revenueMinor: -revenueMinor });
  }
  if (account.bearsRevenue) {
    for (const refund of facts.refunds) add(refund.at, { refundMinor: refund.amountMinor });
  }
  return [...byDay.values()];
}

function empty(account: Account, day: string, at: string): Balance {
  const { key, campaignId, codeId } = account;
  const nothing = {
    redemptions: 0,
    reversals: 0,
    revenueMinor: 0,
    discountMinor: 0,
    refundMinor: 0,
  };
  return { key, campaignId, codeId, day, at, ...nothing };
}
