import { createHmac, timingSafeEqual } from "node:crypto";

import type { Deps } from "#app/infra/deps.server.ts";
import { ensureShop } from "../shop/ensure-shop.server.ts";

/** A webhook as it comes in: headers by lower-case name, the body as bytes. */
export type Delivery = { headers: Record<string, string | string[] | undefined>; body: Buffer };

/** What to answer Shopify: 200 kept (now or before), 400 not a webhook, 401 not signed by Shopify. */
export type Receipt =
  | { status: 200; kind: "kept" | "known before" }
  | { status: 400 | 401; kind: "refused"; reason: string };

const DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * Checks that Shopify sent it, and keeps it raw. Nothing else happens before the answer: the inbox is worked off after.
 * Needs no session, so the last webhooks of a shop that uninstalled are taken too.
 */
export async function receiveWebhook(deps: Deps, { headers, body }: Delivery): Promise<Receipt> {
  const header = (name: string) => {
    const value = headers[`x-shopify-${name}`];
    return typeof value === "string" ? value : "";
  };
  if (!isSigned(deps.env.SHOPIFY_API_SECRET, body, header("hmac-sha256"))) {
    return { status: 401, kind: "refused", reason: "The signature does not match the body." };
  }
  const [domain, topic, webhookId] = [header("shop-domain"), header("topic"), header("webhook-id")];
  if (!DOMAIN.test(domain) || !topic || !webhookId) {
    return {
      status: 400,
      kind: "refused",
      reason: "The shop, the topic or the webhook id is missing.",
    };
  }
  const shop = await ensureShop(deps, domain);
  const triggeredAt = new Date(header("triggered-at"));
  const { rowCount } = await deps.database.pool.query(KEEP, [
    shop.id,
    webhookId,
    topic,
    Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt,
    deps.now(),
    body,
  ]);
  return { status: 200, kind: rowCount === 1 ? "kept" : "known before" };
}

/** Compares in constant time, whatever came as the signature. */
function isSigned(secret: string, body: Buffer, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The notice wakes whichever process works off the inbox. */
const KEEP = `
  WITH kept AS (
    INSERT INTO inbox_message (shop_id, webhook_id, topic, triggered_at, received_at, body, state)
    VALUES ($1, $2, $3, $4, $5, $6, 'new')
    ON CONFLICT (shop_id, webhook_id) DO NOTHING
    RETURNING shop_id
  )
  SELECT pg_notify('bonafide_inbox', shop_id::text) FROM kept`;
