import { createHmac } from "node:crypto";

import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { encoderUnder } from "#app/domain/identity/encode/encode-order.ts";
import type { Mac } from "#app/domain/identity/encode/mac.ts";
import type { OrderAddress, OrderRecord } from "#app/domain/identity/order-record.ts";

/** As services give it to the domain. */
export const macUnder =
  (key: number): Mac =>
  (text) => {
    const bytes = createHmac("sha256", String(key)).update(text).digest();
    return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
  };

export const { encode } = encoderUnder(macUnder(7));

export function addressOf(given: Partial<OrderAddress> = {}): OrderAddress {
  return {
    firstName: null,
    lastName: null,
    phone: null,
    line1: null,
    line2: null,
    city: null,
    postcode: null,
    country: "GB",
    ...given,
  };
}

let nextId = 0;

/** An order of which only id, time, currency and codes are known, and what is given. */
export function recordOf(given: Partial<OrderRecord> = {}): OrderRecord {
  return {
    id: String(++nextId),
    placedAt: "2026-03-02T10:00:00.000Z",
    currency: "EUR",
    totalMinor: 5_000,
    discountMinor: 500,
    codes: [{ key: "WELCOME", discountMinor: 500 }],
    customerId: null,
    signedIn: null,
    email: null,
    phone: null,
    shipping: null,
    billing: null,
    ip: null,
    userAgent: null,
    cardBin: null,
    cardLast4: null,
    basket: [],
    landing: null,
    referrer: null,
    isTest: false,
    ...given,
  };
}

/** Somebody at home, who pays where they live. */
export function shopper(who: {
  first: string;
  last: string;
  line1: string;
  postcode: string;
  country?: string;
  line2?: string;
}): Pick<OrderRecord, "shipping" | "billing"> {
  const address = addressOf({
    firstName: who.first,
    lastName: who.last,
    line1: who.line1,
    line2: who.line2 ?? null,
    postcode: who.postcode,
    country: who.country ?? "GB",
    city: "Town",
  });
  return { shipping: address, billing: address };
}

export function encoded(
  given: Partial<OrderRecord>,
  campaign: string | null = "WELCOME",
): EncodedOrder {
  return encode(recordOf(given), campaign);
}
