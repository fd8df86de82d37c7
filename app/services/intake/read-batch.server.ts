import { setImmediate } from "node:timers/promises";

import type pg from "pg";
import { z } from "zod";

import { schemaProblem } from "#app/domain/shared/schema-problem.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { readMessage, type Message, type Told } from "./read-message.server.ts";

/** A kept webhook as it was read; `told` is null, with the reason, when it could not be. */
export type ReadMessage = { id: string; told: Told | null; error: string | null };

type Ahead = { currency: string; found: Map<string, ReadMessage> };

const aheads = new WeakMap<pg.Pool, Map<number, Ahead>>();

/** A shop's oldest messages that wait, read ahead or now. */
export async function readBatch(
  pool: pg.Pool,
  client: pg.PoolClient,
  shop: Shop,
  most: number,
): Promise<ReadMessage[]> {
  const ahead = aheads.get(pool)?.get(shop.id);
  if (!ahead || ahead.found.size === 0 || ahead.currency !== shop.currency) {
    const { rows } = await client.query<Message>(NEXT, [shop.id, "0", most]);
    return rows.map((message) => tryRead(message, shop));
  }
  const { rows } = await client.query<{ id: string }>(NEXT_IDS, [shop.id, most]);
  const left = rows.filter(({ id }) => !ahead.found.has(id)).map(({ id }) => id);
  const now = left.length > 0 ? await client.query<Message>(THESE, [shop.id, left]) : { rows: [] };
  const read = new Map(now.rows.map((message) => [message.id, tryRead(message, shop)]));
  return rows.flatMap(({ id }) => ahead.found.get(id) ?? read.get(id) ?? []);
}

/**
 * Reads the messages that come after one, while the database is busy with those before: what a message that waits says
 * does not change. Between messages whoever else has something to do goes first.
 */
export async function readAhead(
  pool: pg.Pool,
  shop: Shop,
  after: string,
  most: number,
): Promise<void> {
  const { rows } = await pool.query<Message>(NEXT, [shop.id, after, most]);
  const found = new Map<string, ReadMessage>();
  for (const message of rows) {
    found.set(message.id, tryRead(message, shop));
    await setImmediate();
  }
  const shops = aheads.get(pool) ?? new Map<number, Ahead>();
  aheads.set(pool, shops);
  shops.set(shop.id, { currency: shop.currency, found });
}

/** What was read ahead is kept until it is worked off, and no longer. */
export function dropRead(pool: pg.Pool, shopId: number): void {
  aheads.get(pool)?.delete(shopId);
}

function tryRead(message: Message, shop: Shop): ReadMessage {
  try {
    return { id: message.id, told: readMessage(message, shop.currency), error: null };
  } catch (error) {
    return { id: message.id, told: null, error: whyUnread(error) };
  }
}

/** For the people who look after it; nothing of what stands in it. */
function whyUnread(error: unknown): string {
  if (error instanceof z.ZodError)
    return `It is not as Shopify’s webhooks are: ${schemaProblem(error.issues, "it is no object")}`;
  if (error instanceof SyntaxError)
    return "Its body cannot be read: it is not JSON, or not all of it.";
  return error instanceof Error ? error.message : String(error);
}

const MESSAGE = "m.id::text, m.topic, m.body, COALESCE(m.triggered_at, m.received_at) AS at";

/** By its number: by the text that is asked for, 10 would come before 9. */
const NEXT = `
  SELECT ${MESSAGE} FROM inbox_message m
  WHERE m.shop_id = $1 AND m.state = 'new' AND m.id > $2 ORDER BY m.id LIMIT $3`;

const NEXT_IDS = `
  SELECT m.id::text FROM inbox_message m
  WHERE m.shop_id = $1 AND m.state = 'new' ORDER BY m.id LIMIT $2`;

const THESE = `SELECT ${MESSAGE} FROM inbox_message m WHERE m.shop_id = $1 AND m.id = ANY ($2::bigint[])`;
