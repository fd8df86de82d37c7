import type { OrderFacts } from "./order-facts.ts";
import { fullyRefundedAt, refundAmounts } from "./refunds.ts";

/** What frees a use again, as the campaign says. */
export type Frees = {
  cancel: boolean;
  fullRefund: boolean;
  partialRefund: boolean;
  chargeback: boolean;
  expiry: boolean;
};

/** What frees a use where no campaign says otherwise: whoever got nothing may use the code again. */
export const USUAL_FREES: Frees = {
  cancel: true,
  fullRefund: true,
  partialRefund: false,
  chargeback: false,
  expiry: true,
};

export const FREES_NOTHING: Frees = {
  cancel: false,
  fullRefund: false,
  partialRefund: false,
  chargeback: false,
  expiry: false,
};

/** A code of an order joined to the campaign it was assigned to when the order was placed; nulls when it was to none. */
export type JoinedCode = {
  key: string;
  discountMinor: number;
  presentmentMinor: number;
  /** What it took off is not known, see `OrderCode`. */
  isUnvalued: boolean;
  codeId: string | null;
  campaignId: string | null;
  frees: Frees;
  /** When staff gave the use back, whatever the campaign says. */
  freedAt: string | null;
};

/** Code keys of the two accounts kept for the order itself, beside those of its codes. No code can be spelled so. */
export const WHOLE_ORDER = "";
export const CODED_ORDER = "+";

/** What is counted. Amounts are integer minor units, in the shop's currency and in the one the shopper paid in. */
export const MEASURES = [
  "redemptions",
  "reversals",
  "revenueMinor",
  "discountMinor",
  "refundMinor",
  "presentmentRevenueMinor",
  "presentmentDiscountMinor",
  "presentmentRefundMinor",
] as const;
export type Measures = Record<(typeof MEASURES)[number], number>;

/** What one account (order, code, campaign, instant, currencies) should add up to; the shop's zone plays no part. */
export type Balance = Measures & {
  key: string;
  campaignId: string | null;
  codeId: string | null;
  currency: string;
  presentmentCurrency: string;
  channel: string | null;
  at: string;
};

export const NOTHING: Measures = {
  redemptions: 0,
  reversals: 0,
  revenueMinor: 0,
  discountMinor: 0,
  refundMinor: 0,
  presentmentRevenueMinor: 0,
  presentmentDiscountMinor: 0,
  presentmentRefundMinor: 0,
};

/**
 * The balances an order should have, from its facts alone: the same for every way they became known.
 *
 * A redemption counts when the order was placed and is taken back when something freed it. Revenue is the order's total
 * once paid, at the time it was placed, whole for every campaign whose code it carries (once per campaign); refunds stand
 * apart, at their own times. A cancellation takes both back, and a refund that comes with it or later is none: what is left
 * of a cancelled order is nothing, whatever of it was paid back. Test orders count nothing.
 */
export function targetBalances(facts: OrderFacts, codes: readonly JoinedCode[]): Balance[] {
  if (facts.test) return [];
  const redeemed = codes
    .filter((code) => code.discountMinor > 0 || code.isUnvalued)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const whole = {
    discountMinor: facts.discountMinor,
    presentmentMinor: facts.presentment.discountMinor,
  };
  const accounts: Account[] = [
    account(WHOLE_ORDER, whole, facts.cancelledAt),
    ...redeemed.map((code) => ({
      ...account(code.key, code, earliest(freedAt(facts, code.frees), code.freedAt)),
      campaignId: code.campaignId,
      codeId: code.codeId,
      bearsRevenue: redeemed.find((other) => other.campaignId === code.campaignId) === code,
    })),
  ];
  const ours = redeemed.filter((code) => code.campaignId !== null);
  if (ours.length > 0) accounts.push(account(CODED_ORDER, sumOf(ours), facts.cancelledAt));
  return accounts.flatMap((each) => balancesOf(each, facts));
}

type Off = Pick<JoinedCode, "discountMinor" | "presentmentMinor">;

type Account = Off & {
  key: string;
  campaignId: string | null;
  codeId: string | null;
  freedAt: string | null;
  bearsRevenue: boolean;
};

function account(
  key: string,
  { discountMinor, presentmentMinor }: Off,
  freed: string | null,
): Account {
  const off = { discountMinor, presentmentMinor };
  return { key, campaignId: null, codeId: null, ...off, freedAt: freed, bearsRevenue: true };
}

function sumOf(codes: readonly Off[]): Off {
  return codes.reduce((sum, code) => ({
    discountMinor: sum.discountMinor + code.discountMinor,
    presentmentMinor: sum.presentmentMinor + code.presentmentMinor,
  }));
}

/** When the use was freed: at the earliest of what the campaign lets free it. Null while it counts. */
export function freedAt(facts: OrderFacts, frees: Frees): string | null {
  const moments = [
    frees.cancel ? facts.cancelledAt : null,
    frees.fullRefund ? fullyRefundedAt(facts) : null,
    frees.partialRefund ? firstRefundAt(facts) : null,
    frees.chargeback ? chargedBackAt(facts) : null,
    frees.expiry && hasExpired(facts) ? facts.expiredAt : null,
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : moments.reduce((a, b) => (a < b ? a : b));
}

function earliest(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function firstRefundAt({ refunds }: OrderFacts): string | null {
  return refunds.find(({ amountMinor }) => amountMinor > 0)?.at ?? null;
}

/** From the moment the bank took the money back, unless the merchant won it again. An inquiry takes nothing. */
function chargedBackAt({ disputes }: OrderFacts): string | null {
  return disputes.find(({ type, status }) => type === "chargeback" && status !== "won")?.at ?? null;
}

/** A pending order that was paid after all is not expired any more. */
function hasExpired(facts: OrderFacts): boolean {
  return (
    facts.financialStatus === "expired" ||
    (facts.financialStatus === "voided" && facts.paidAt === null)
  );
}

function balancesOf(account: Account, facts: OrderFacts): Balance[] {
  const byInstant = new Map<string, Balance>();
  const add = (at: string, amounts: Partial<Measures>, sign = 1) => {
    const balance = byInstant.get(at) ?? empty(account, facts, at);
    for (const measure of MEASURES) balance[measure] += sign * (amounts[measure] ?? 0);
    byInstant.set(at, balance);
  };
  const bears = account.bearsRevenue && facts.paidAt !== null;
  const money = {
    revenueMinor: bears ? facts.totalMinor : 0,
    presentmentRevenueMinor: bears ? facts.presentment.totalMinor : 0,
    discountMinor: account.discountMinor,
    presentmentDiscountMinor: account.presentmentMinor,
  };
  add(facts.placedAt, { ...money, redemptions: 1 });
  if (account.freedAt) add(account.freedAt, { reversals: 1 });
  const { cancelledAt } = facts;
  if (cancelledAt) add(cancelledAt, money, -1);
  if (account.bearsRevenue) {
    for (const refund of facts.refunds) {
      if (cancelledAt && refund.at >= cancelledAt) continue;
      const { shopMinor, presentmentMinor } = refundAmounts(refund, facts);
      const given = { refundMinor: shopMinor, presentmentRefundMinor: presentmentMinor };
      add(refund.at, given);
      if (cancelledAt) add(cancelledAt, given, -1);
    }
  }
  return [...byInstant.values()];
}

function empty(account: Account, facts: OrderFacts, at: string): Balance {
  const { key, campaignId, codeId } = account;
  const { currency, presentment, channel } = facts;
  const presentmentCurrency = presentment.currency;
  return { key, campaignId, codeId, currency, presentmentCurrency, channel, at, ...NOTHING };
}
