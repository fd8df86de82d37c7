import type { EncodedOrder } from "../identity/encode/encoded-order.ts";
import type { Share } from "../identity/compared-orders.ts";
import type { OrderRecord } from "../identity/order-record.ts";
import type { Placement } from "../identity/place-order.ts";

export type SignalKind =
  | "over_limit"
  | "household_limit"
  | "velocity"
  | "disposable_address"
  | "prepaid_card"
  | "coupon_site"
  | "self_referral"
  | "employee_use"
  | "refund_after_bonus"
  | "leaked_code"
  | "guest_round_trip"
  | "overshoot"
  | "chargeback";

/**
 * What evidence points at: orders and what was compared, or that staff decided whose they are, never the values. Who shows
 * it reads and masks them.
 */
export type Evidence = {
  orders: { orderId: string; shares: Share[] }[];
  /** Numbers that the sentence needs: counts, limits, minutes. */
  numbers: Readonly<Record<string, number>>;
  /** Of them the newest of the ring that the order may be the next of. */
  ring?: string;
  /** What was compared with an entry of a list of people, where it was none of their orders. */
  listed?: OwnerMatch["shares"];
};

/** `bits`: log odds, base 2, that the order is what the signal says; of a supporting one, what it adds to others. */
export type Hit = { bits: number; evidence: Evidence };

/** A flag's kind is that of its strongest signal that stands alone; see `verdictOf`. */
export type Signal = {
  /** Adds to others and never raises a flag by itself. */
  supporting: boolean;
  catches: string;
  why: string;
  wronglyCatches: string;
  detect(facts: SignalFacts): Hit | null;
};

/** An earlier use of the campaign. `householdBits`: log odds, base 2, that it is the shopper's or their household's. */
export type PriorUse = {
  order: EncodedOrder;
  householdBits: number;
  shares: Evidence["orders"][number]["shares"];
};

/**
 * What signals look at of an order beside its encoding; nothing in it is personal. `couponSite`: that the shopper came from;
 * absent of orders encoded before it was read.
 */
export type JudgedOrder = Pick<OrderRecord, "id" | "codes" | "totalMinor" | "isTest"> & {
  couponSite?: string | null;
};

/** Everything signals may look at, gathered before: they ask nobody. Instants are ms since 1970. */
export type SignalFacts = {
  order: JudgedOrder;
  encoded: EncodedOrder;
  placement: Placement;
  limit: { perCustomer: number; perHousehold: number | null; newCustomersOnly: boolean } | null;
  /** Earlier uses of the campaign by the same person: orders, one for each use. */
  samePerson: readonly EncodedOrder[];
  /** Those by the same person or their household, where there is a limit per household. */
  household: readonly PriorUse[];
  /** Uses that count against the same limit as this one, by other codes of the order itself. */
  alsoHere: number;
  /** Earlier orders, of whatever kind, by the same person. */
  earlierOrders: readonly EncodedOrder[];
  /** Those of other accounts (ids) that staff have said are one person's with another. */
  decided: ReadonlySet<string>;
  /** Earlier uses of the campaign with the same phone, and with the same mailbox or account. */
  samePhone: readonly EncodedOrder[];
  sameAccount: readonly EncodedOrder[];
  /** The newest orders from the same line, uses of the campaign for the same product from its range, orders on the same card. */
  sameNetwork: readonly EncodedOrder[];
  sameRange: readonly EncodedOrder[];
  sameCard: readonly EncodedOrder[];
  /** Of a code that belongs to somebody (an affiliate): how the order compares with the owner, in bits. */
  owner: OwnerMatch | null;
  /** Of a code for staff: how the order compares with the nearest member of staff; null when the code is for all. */
  staff: OwnerMatch | null;
  /** Of a code for an audience: whether the shopper is in it; null when it has none or the list is not known. */
  inAudience: boolean | null;
  /** One of its codes is given to some people only, whom checkout cannot tell from others. */
  isPrivate: boolean;
  /** The leak alarm rings for the code, and rests on this use or on earlier ones: it may ring only later. */
  isLeaking: boolean;
  /** The guard let the order through and found later that the limit was exceeded. */
  overshoot: { uses: number; limit: number } | null;
  refunds: readonly { at: number; amountMinor: number }[];
  chargebackAt: number | null;
};

/** What of it signals look at that tell what came of an order. */
export type AftermathFacts = Pick<
  SignalFacts,
  "order" | "refunds" | "chargebackAt" | "inAudience" | "isLeaking" | "overshoot"
> & {
  encoded: Pick<EncodedOrder, "at">;
};

/** `orderId`: which of their own orders it is alike; null: what the list has of them. */
export type OwnerMatch = {
  orderId: string | null;
  bits: number;
  shares: Share[];
};
