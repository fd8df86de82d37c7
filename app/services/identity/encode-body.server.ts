import type { UseParts } from "#app/domain/identity/encode/encode-order.ts";
import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { couponSiteOf } from "#app/domain/signal/coupon-site.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { unpackBody } from "../intake/stored-body.server.ts";
import { identityEncoder } from "./identity-encoder.server.ts";

/** An order and its webhook. `scopes`: of its limited uses, the first first; null: they are not known yet. */
export type ToldOrder = { id: string; body: Uint8Array; scopes: readonly string[] | null };

/**
 * An order as its webhook told it, encoded: what is judged of it, and what is compared. `parts`: of one whose uses were not
 * known, what they are to be encoded with (`withUses`).
 */
export type EncodedBody = { order: JudgedOrder; encoded: EncodedOrder; parts?: UseParts };

/** Encodes an order from its stored webhook; null when that cannot be read. */
export function encodeBody(
  shop: Pick<Shop, "identityKey">,
  { id, body, scopes }: ToldOrder,
): EncodedBody | null {
  const parsed = orderBody.safeParse(JSON.parse(unpackBody(body).toString("utf8")));
  const record = parsed.success ? readOrderRecord(parsed.data) : null;
  if (!record) return null;
  const { codes, totalMinor, isTest } = record;
  const order = { id, codes, totalMinor, isTest, couponSite: couponSiteOf(record) };
  const encoder = identityEncoder(shop);
  if (scopes === null) return { order, ...encoder.encodeEarly(record) };
  const [scope = null, ...further] = scopes;
  return { order, encoded: encoder.encode(record, scope, further) };
}

/** An order that was encoded before its uses were known, with them. */
export function withUses(
  shop: Pick<Shop, "identityKey">,
  { order, encoded, parts }: EncodedBody,
  scopes: readonly string[],
): EncodedBody {
  return {
    order,
    encoded: parts ? identityEncoder(shop).addUses(encoded, parts, scopes) : encoded,
  };
}
