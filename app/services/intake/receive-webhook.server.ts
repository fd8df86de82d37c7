import { createHmac, timingSafeEqual } from "node:crypto";

import type { Deps } from "#app/infra/deps.server.ts";
import { ensureShop } from "../shop/ensure-shop.server.ts";
import { keepMessage, type NewMessage } from "./keep-messages.server.ts";
import { packBody } from "./stored-body.server.ts";

/** A webhook as it comes in: headers by lower-case name, the body as bytes. */
export type Delivery = {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** Of a body too large to be held: `body` is its beginning, this its whole size (bytes) and its HMAC under our secret. */
  cut?: { size: number; hmac: Buffer };
};

/** What to answer Shopify: 200 kept (now or before), 400 not a webhook, 401 not signed by Shopify. */
export type Receipt =
  | { status: 200; kind: "kept" | "known before" }
  | { status: 400 | 401; kind: "refused"; reason: string };

const DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/**
 * Checks that Shopify sent it, and keeps it raw. Nothing else happens before the answer: the inbox is worked off after.
 * Needs no session, so the last webhooks of a shop that uninstalled are taken too.
 */
export async function receiveWebhook(deps: Deps, delivery: Delivery): Promise<Receipt> {
  const header = (name: string) => {
    const value = delivery.headers[`x-shopify-${name}`];
    return typeof value === "string" ? value : "";
  };
  const hmac = delivery.cut?.hmac ?? hmacOf(deps.env.SHOPIFY_API_SECRET, delivery.body);
  if (!isSame(hmac, header("hmac-sha256"))) {
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
  const triggeredAt = new Date(header("triggered-at"));
  const message: NewMessage = {
    domain,
    webhookId,
    topic,
    triggeredAt: Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt,
    receivedAt: deps.now(),
    body: packBody(delivery.body),
    reason: delivery.cut ? tooLarge(delivery.cut.size, delivery.body.length) : null,
  };
  const kept = await keepMessage(deps.database.pool, message);
  if (kept !== "no shop") return { status: 200, kind: kept };
  await ensureShop(deps, domain);
  const again = await keepMessage(deps.database.pool, message);
  if (again === "no shop") throw new Error(`There is no row for ${domain}.`);
  return { status: 200, kind: again };
}

function hmacOf(secret: string, body: Buffer): Buffer {
  return createHmac("sha256", secret).update(body).digest();
}

/** Compares in constant time, whatever came as the signature. */
function isSame(expected: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function tooLarge(size: number, kept: number): string {
  const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return (
    `The body has ${mb(size)}, more than can be worked off; the first ${mb(kept)} are kept. ` +
    "What it told is taken in by the next comparison with Shopify's orders."
  );
}
