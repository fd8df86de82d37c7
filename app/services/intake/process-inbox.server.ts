import type pg from "pg";

import type { CheckoutFacts } from "#app/domain/checkout/checkout-facts.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { isInTheWay } from "#app/infra/db/in-the-way.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { noteCheckouts } from "../checkout/note-checkouts.server.ts";
import { noteOrders, type WholeOrder } from "../identity/note-orders.server.ts";
import { PEOPLE_LOCK } from "../person/recognise-people.server.ts";
import { recordReports } from "../redemption/record-reports.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { carryOut } from "./carry-out.server.ts";
import { leaveOutErased } from "./leave-out-erased.server.ts";
import { dropRead, readAhead, readBatch, type ReadMessage } from "./read-batch.server.ts";
import type { Told } from "./read-message.server.ts";

/** Messages in one transaction: enough to be quick, few enough not to hold a shop up. */
const BATCH = 500;
/** Orders are scored in the order they were placed: webhooks are seldom later than this. */
const SCORED_AFTER_SECONDS = 2;
/** A batch is tried so often while others are in its way. */
const MOST_TRIES = 3;
/** After this many failed tries a message waits for a person. */
const MOST_ATTEMPTS = 5;

/**
 * Works off a shop's inbox in the order it came, in batches, one process a shop at a time. A message and everything it
 * changes are one transaction: killed at any point, either all of it happened or none, and it is done again.
 * @returns how many messages were dealt with.
 */
export async function processInbox(deps: Deps, shopId: number): Promise<number> {
  let total = 0;
  for (;;) {
    const taken = await processBatch(deps, shopId, BATCH);
    total += taken;
    if (taken < BATCH) break;
  }
  dropRead(deps.database.pool, shopId);
  return total;
}

/** Works off the oldest `most` messages of a shop. @returns how many were dealt with. */
export async function processBatch(deps: Deps, shopId: number, most: number): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { taken, ahead } = await inTransaction(deps.database.pool, (client) =>
        workOff(deps, client, shopId, most),
      );
      // It asks for a connection of its own: not before this one is given back.
      await ahead;
      return taken;
    } catch (error) {
      // Somebody else was in the way, and no message is to blame.
      if (isInTheWay(error) && tries < MOST_TRIES) continue;
      deps.log.warn({ err: error, shopId }, "a batch of webhooks failed; trying them one by one");
      return oneByOne(deps, shopId);
    }
  }
}

/** Finds the message that spoils a batch: the others go through, it is tried again later or set aside. */
async function oneByOne(deps: Deps, shopId: number): Promise<number> {
  let total = 0;
  for (let tries = 0; tries < BATCH; tries += 1) {
    try {
      const { taken } = await inTransaction(deps.database.pool, (client) =>
        workOff(deps, client, shopId, 1),
      );
      if (taken === 0) break;
      total += taken;
    } catch (error) {
      if (!(await setBack(deps, shopId, error))) break;
    }
  }
  return total;
}

/** Notes a failed try of the oldest message. @returns whether it was set aside, so that the next one can be tried. */
async function setBack(deps: Deps, shopId: number, error: unknown): Promise<boolean> {
  const reason = error instanceof Error ? error.message : String(error);
  const { rows } = await deps.database.pool.query<{ state: string }>(SET_BACK, [
    shopId,
    reason,
    MOST_ATTEMPTS,
    deps.now(),
  ]);
  return rows[0]?.state === "dead";
}

const SET_BACK = `
  UPDATE inbox_message SET attempts = attempts + 1, error = $2, processed_at = $4,
    state = CASE WHEN attempts + 1 >= $3 THEN 'dead' ELSE state END
  WHERE shop_id = $1 AND id = (
    SELECT id FROM inbox_message WHERE shop_id = $1 AND state = 'new' ORDER BY id LIMIT 1)
  RETURNING state`;

/** `ahead`: when the messages after these are read. */
type Batch = { taken: number; ahead?: Promise<void> };

async function workOff(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
  most: number,
): Promise<Batch> {
  const { pool } = deps.database;
  const { rows: lock } = await client.query<{ got: boolean }>(
    "SELECT pg_try_advisory_xact_lock($1, $2) AS got",
    [PEOPLE_LOCK, shopId],
  );
  if (!lock[0]?.got) return { taken: 0 };
  const shop = await shopOf(deps, shopId);
  const all = await readBatch(pool, client, shop, most);
  const last = all.at(-1);
  if (!last) return { taken: 0 };
  // Goes on while these are recorded. Should that fail, nobody waits for it.
  const ahead = all.length === most && most > 1 ? readAhead(pool, shop, last.id, most) : null;
  ahead?.catch(() => undefined);
  const { read, named } = await leaveOutErased(client, shopId, all);
  const told = read.flatMap(({ told }) => (told ? [told] : []));
  // First, so that a policy waits for the score of what is flagged.
  const whole = read.flatMap(wholeOrder);
  if (whole.length > 0) await noteOrders(client, shopId, whole);
  await recordReports(
    deps,
    client,
    shop,
    told.flatMap((each) => (each.kind === "order" ? [each.report] : [])),
  );
  await noteCheckouts(client, shop, told.flatMap(checkoutIn));
  await scoreSoon(deps, client, shopId, read);
  // Before the rest: erasing a customer covers the bodies of this batch, too.
  await client.query(DONE, [
    shopId,
    JSON.stringify(read.map(({ id, error }) => ({ id, error }))),
    deps.now(),
  ]);
  if (named.length > 0) await client.query(ERASE, [shopId, named]);
  await carryOut(deps, client, shop, told);
  return { taken: read.length, ...(ahead ? { ahead } : {}) };
}

/** After these there may be something to score: people who turn out to be one may have used a code too often. */
const SCORED_AFTER: ReadonlySet<string | undefined> = new Set([
  "order",
  "people_merged",
  "account",
]);

/**
 * Orders that are told whole are scored in a while, when others of the same moment have come; those scored already, of
 * which a refund, a chargeback or another account of the shopper's is told, are judged anew then.
 */
async function scoreSoon(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
  read: readonly ReadMessage[],
): Promise<void> {
  if (!read.some(({ told }) => SCORED_AFTER.has(told?.kind))) return;
  const soon = { transaction: client, afterSeconds: SCORED_AFTER_SECONDS };
  await deps.jobs.send("score-orders", { shopId }, soon);
}

function checkoutIn(told: Told): CheckoutFacts[] {
  const isAny = told.kind === "checkout" || told.kind === "order";
  return isAny && told.checkout ? [told.checkout] : [];
}

function wholeOrder({ id: messageId, told }: ReadMessage): WholeOrder[] {
  if (told?.kind !== "order" || !told.isWhole) return [];
  const { id, placedAt, version } = told.report.facts;
  return [{ id, placedAt, version, messageId }];
}

const ERASE = "UPDATE inbox_message SET body = '' WHERE shop_id = $1 AND id = ANY ($2::bigint[])";

/** What could not be read will not get better by itself: it is set aside with the reason, its body kept. */
const DONE = `
  UPDATE inbox_message m SET state = CASE WHEN d.error IS NULL THEN 'done' ELSE 'dead' END, error = d.error,
    processed_at = $3
  FROM json_to_recordset($2::json) AS d (id bigint, error text)
  WHERE m.shop_id = $1 AND m.id = d.id`;
