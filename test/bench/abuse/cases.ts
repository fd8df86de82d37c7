import { createHmac } from "node:crypto";
import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { encoderUnder } from "#app/domain/identity/encode/encode-order.ts";
import type { Mac } from "#app/domain/identity/encode/mac.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";

/** An order of a labelled stream. `isOverLimit`: a further use by a true person of a campaign that allows one. */
export type Case = {
  order: OrderRecord;
  encoded: EncodedOrder;
  isOverLimit: boolean;
  household: string;
};

export type RawCase = { body: unknown; isOverLimit: boolean; household: string };

/** As services give it to the domain. */
export const hmac: Mac = (text) => {
  const bytes = createHmac("sha256", "the bench's own key").update(text).digest();
  return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
};

/** Reads webhook bodies as the product would. `once`: codes that allow one use a customer. */
export function readCases(raw: readonly RawCase[], once: ReadonlySet<string>): Case[] {
  const { encode } = encoderUnder(hmac);
  return raw.flatMap(({ body, isOverLimit, household }) => {
    const order = readOrderRecord(orderBody.parse(body));
    if (!order) return [];
    const campaign = order.codes.find(({ key }) => once.has(key))?.key ?? null;
    return [{ order, encoded: encode(order, campaign), isOverLimit, household }];
  });
}
