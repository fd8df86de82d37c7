import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import {
  encodeEarly,
  type EarlyEncodings,
  type EarlyOrder,
} from "#app/services/identity/encode-early.server.ts";
import { identityEncoder } from "#app/services/identity/identity-encoder.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { makeWorld } from "#test/worlds/world.ts";

const CODE = "SUMMER26_10OFF";

type Body = Record<string, unknown> & { id: number; created_at: string };

/** A shop whose one campaign allows one use a customer. The same key, so that the same orders are encoded alike. */
export async function openShop(deps: TestDeps, name: string) {
  const identityKey = new Uint8Array(32).fill(7);
  const at = await addShop(deps, `${name}.myshopify.com`, { identityKey });
  return { at, campaignId: await addCampaign(deps, at) };
}

/** The first orders of a small world, with one campaign. */
export function someOrders(seed: number, count: number): Body[] {
  return makeWorld({ seed, level: "mixed", people: 150 })
    .filter(({ body }) => body["test"] !== true)
    .slice(0, count)
    .map(({ body, code }) => ({
      ...body,
      currency: "EUR",
      discount_codes: code === "WELCOME" ? [{ code: CODE, amount: "5.00" }] : [],
    })) as unknown as Body[];
}

export async function tell(deps: TestDeps, at: TestShop, bodies: readonly object[]): Promise<void> {
  for (const payload of bodies)
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
}

/** The first so many of a shop's orders that wait, encoded before their uses are known, as a replay does. */
export async function encodedEarly(
  { database }: TestDeps,
  { shop }: TestShop,
  most = 1_000,
): Promise<EarlyEncodings> {
  const { rows } = await database.pool.query<EarlyOrder>(
    `SELECT m.webhook_id AS "webhookId", o.order_id::text AS id, m.body
     FROM identity_order o JOIN inbox_message m ON m.shop_id = o.shop_id AND m.id = o.message_id
     WHERE o.shop_id = $1 AND o.sequence IS NULL ORDER BY o.placed_at LIMIT $2`,
    [shop.id, most],
  );
  const early = encodeEarly(shop);
  rows.forEach(early.meet);
  return early;
}

export function encodedFor(
  { shop }: TestShop,
  body: Body,
  scope: string | null,
  further: readonly string[] = [],
) {
  const order = readOrderRecord(orderBody.parse(body))!;
  const encoded: EncodedOrder = identityEncoder(shop).encode(order, scope, further);
  return { order, encoded };
}

/** Everything that came of scoring, as it can be compared between shops: people by what they ordered. */
export async function outcome({ database }: TestDeps, shopId: number) {
  const read = async (text: string) =>
    (await database.pool.query<Record<string, unknown>>(text, [shopId])).rows;
  return {
    orders: await read(
      `SELECT order_id::text, cluster_id::text, sequence::text, score, kind, scope IS NULL AS free
       FROM identity_order WHERE shop_id = $1 ORDER BY order_id`,
    ),
    values: await read(
      "SELECT key::text, clusters, heat, heat_at, newest::text FROM identity_value WHERE shop_id = $1 ORDER BY key",
    ),
    links: await read(
      "SELECT relation, bits, reasons, decided FROM person_link WHERE shop_id = $1 ORDER BY reasons::text",
    ),
    flags: await read(
      `SELECT kind, order_id::text, code_key, state, score, evidence, signals FROM flag
       WHERE shop_id = $1 ORDER BY order_id, kind, code_key`,
    ),
  };
}
