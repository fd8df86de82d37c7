/** Who an address is written to, as the shopper typed it. Everything may be missing. */
export type OrderAddress = {
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  postcode: string | null;
  /** ISO 3166-1, two letters. */
  country: string | null;
};

/**
 * What one order tells of its shopper, for who is who and what looks wrong. Only `id`, `placedAt`, `currency`,
 * `totalMinor` and `codes` are always known; everything else is null or empty where the order does not say.
 *
 * - `placedAt`: ISO 8601 in UTC; orders are judged in its order.
 * - `codes`: as typed, with `key` as Shopify compares them (`codeKey`) and the minor units each took off.
 * - `cardBin`: the first six digits; `cardLast4`: the last four. Never more of a card.
 * - `basket`: product ids, each once, with the number of pieces and what they cost before discounts.
 * - `landing`, `referrer`: where the visit began and came from; "" is a visit without a referrer.
 */
export type OrderRecord = {
  id: string;
  placedAt: string;
  currency: string;
  totalMinor: number;
  discountMinor: number;
  codes: { key: string; discountMinor: number }[];
  customerId: string | null;
  /** Whether the shopper was signed in; null when unknown. */
  signedIn: boolean | null;
  email: string | null;
  phone: string | null;
  shipping: OrderAddress | null;
  billing: OrderAddress | null;
  ip: string | null;
  userAgent: string | null;
  cardBin: string | null;
  cardLast4: string | null;
  basket: { productId: string; quantity: number; totalMinor: number }[];
  landing: string | null;
  referrer: string | null;
  /** Made to try the shop: placed, never judged. */
  isTest: boolean;
};
