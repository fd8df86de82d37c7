import type pg from "pg";

import { redactPayload } from "../intake/payload.schema.ts";
import { unpackBody } from "../intake/stored-body.server.ts";

/** Whom a stored customers/redact or customers/data_request is about. */
export type PrivacyRequest = {
  /** Null of somebody who only ever ordered as a guest. */
  customerId: string | null;
  email: string | null;
  phone: string | null;
  /** The orders that Shopify names with it, to be redacted. */
  orderIds: string[];
};

/** Reads such a request again; null when it is erased already, or purged with its shop. */
export async function readRequest(
  pool: pg.Pool,
  shopId: number,
  messageId: string,
): Promise<PrivacyRequest | null> {
  const { rows } = await pool.query<{ body: Buffer }>(BODY, [shopId, messageId]);
  const body = rows[0]?.body;
  if (!body) return null;
  const { customer, orders_to_redact } = redactPayload.parse(
    JSON.parse(unpackBody(body).toString("utf8")),
  );
  const { id, email, phone } = customer;
  return {
    ...{ customerId: id ?? null, email: email ?? null, phone: phone ?? null },
    orderIds: orders_to_redact ?? [],
  };
}

const BODY = "SELECT body FROM inbox_message WHERE shop_id = $1 AND id = $2 AND body <> ''";
