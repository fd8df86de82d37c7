import { loadavg } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import type pg from "pg";

import type { EncodeOrder } from "#app/domain/identity/encode/encode-order.ts";
import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { IdentityIndex } from "#app/domain/identity/index/identity-index.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { placeOrder } from "#app/domain/identity/place-order.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { identityEncoder } from "#app/services/identity/identity-encoder.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { packBody } from "#app/services/intake/stored-body.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { ONCE_CODES } from "#test/worlds/world.ts";
import type { Progress } from "../bench.ts";
import { openBenchShop, type BenchShop } from "../bench-deps.ts";
import { processorSeconds } from "../cpu.ts";
import { fillIndex } from "./fill.ts";
import { knownOrders, makeWorlds, type Known, type Worlds } from "./known-orders.ts";

/** Orders that are scored first, as by a server that has run for some days, and those that are timed. */
const WARM = 7_500;
const TIMED = 5_000;

/** Milliseconds an order: on the clock, of processor time, and on the clock for placing it by the index in memory alone. */
export type Speed = { clock: number; node: number; postgres: number; memory: number };

/**
 * What scoring takes in shops that know so many orders when it is timed: real ones come by webhook, are taken in, and
 * scored by the service, batch after batch, with everything it writes.
 */
export async function measureScoring(
  sizes: readonly number[],
  progress: Progress,
): Promise<Speed[]> {
  progress("making and encoding orders");
  const { encode } = identityEncoder({ identityKey: IDENTITY_KEY });
  const worlds = makeWorlds(encode, CAMPAIGN_IDS, WARM + TIMED);
  const speeds: Speed[] = [];
  for (const size of sizes)
    speeds.push(await measureShop(worlds, size, (body) => encodeBody(body, encode), progress));
  return speeds;
}

async function measureShop(
  worlds: Worlds,
  size: number,
  encoded: (body: Body) => EncodedOrder,
  progress: Progress,
): Promise<Speed> {
  const bench = await openBenchShop();
  try {
    const { deps, shop } = bench;
    await prepareShop(bench);
    progress(`filling in orders until ${size} are known`);
    const { next, memory } = await fillShop(bench, knownOrders(worlds, size - WARM), encoded);
    collectGarbage();
    const backend = await backendOf(deps.database.pool);
    await deliver(bench, next.slice(0, WARM));
    await scoreOrders(deps, { shopId: shop.id });
    await deliver(bench, next.slice(WARM));
    progress(`scoring what comes next; the machine's load is ${loadavg()[0]?.toFixed(2)}`);
    const before = processorSeconds(backend);
    const from = performance.now();
    const scored = await scoreOrders(deps, { shopId: shop.id });
    const clock = performance.now() - from;
    const after = processorSeconds(backend);
    if (scored !== TIMED) throw new Error(`${scored} orders of ${TIMED} were scored.`);
    const perOrder = (seconds: number) => (seconds * 1_000) / TIMED;
    return {
      clock: clock / TIMED,
      node: perOrder(after.node - before.node),
      postgres: perOrder(after.postgres - before.postgres),
      memory,
    };
  } finally {
    await bench.close();
  }
}

/** Nothing is left in memory of what is filled in: the service has none of it either. */
async function fillShop(
  { deps, shop }: BenchShop,
  { orders, next }: Known,
  encoded: (body: Body) => EncodedOrder,
): Promise<{ next: Body[]; memory: number }> {
  const client = await deps.database.pool.connect();
  const index = await fillIndex(client, shop.id, orders).finally(() => client.release());
  return { next, memory: timeInMemory(index, next.map(encoded)) };
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

type Body = Record<string, unknown>;

function encodeBody(body: Body, encode: EncodeOrder): EncodedOrder {
  const record = readOrderRecord(orderBody.parse(body))!;
  const ids = record.codes.map(({ key }) => CAMPAIGN_IDS.get(key));
  return encode(record, ids.find((id) => id !== undefined) ?? null);
}

function timeInMemory(index: IdentityIndex, orders: readonly EncodedOrder[]): number {
  const from = performance.now();
  for (const order of orders) index.add(order, placeOrder(order, index));
  return (performance.now() - from) / orders.length;
}

/** Every shop here has the same key and campaigns, so that orders are encoded once. */
const IDENTITY_KEY = new Uint8Array(32).fill(7);
const CAMPAIGN_IDS = new Map(
  ONCE_CODES.map((code, n) => [code, `00000000-0000-4000-8000-00000000000${n + 1}`]),
);

/** Campaigns that allow one use a customer; rollups are of what comes only. */
async function prepareShop({ deps, shop }: BenchShop): Promise<void> {
  await deps.database.prisma.shop.update({
    where: { id: shop.id },
    data: { identityKey: IDENTITY_KEY, rollupZone: shop.timeZone },
  });
  await deps.database.pool.query(CAMPAIGNS, [
    shop.id,
    ...[[...CAMPAIGN_IDS.keys()], [...CAMPAIGN_IDS.values()]],
  ]);
}

const CAMPAIGNS = `
  WITH d AS (
    INSERT INTO dimension_set (shop_id, convention_id, convention_version, dimensions)
    SELECT $1, id, version, '{}' FROM convention WHERE shop_id = $1 LIMIT 1 RETURNING id
  ), c AS (
    INSERT INTO campaign (shop_id, id, number, name, dimension_set_id, offer_kind, basis_points, currency, starts_at, limits,
      guest_policy, code_kind, code_count, wanted, revision, sync_state, customer_ids, created_at, updated_at, created_by)
    SELECT $1, u.id, n, name, d.id, 'percentage', 1000, 'EUR', '2020-01-01',
      '[{"perCustomer": 1, "window": "lifetime", "counter": "campaign"}]', 'match', 'public', 1, 'on', 1, 'synced', '{}',
      now(), now(), 'Bench'
    FROM d, unnest($2::text[], $3::uuid[]) WITH ORDINALITY AS u (name, id, n) RETURNING id, name
  ), k AS (
    INSERT INTO code (shop_id, campaign_id, code, code_key, state, assigned_from, created_at)
    SELECT $1, id, name, name, 'live', '2020-01-01', now() FROM c
  )
  SELECT FROM c`;

async function deliver({ deps, shop }: BenchShop, bodies: readonly Body[]): Promise<void> {
  for (const [n, body] of bodies.entries()) {
    const packed = packBody(Buffer.from(JSON.stringify(body)));
    const id = `${String(body["id"])}:${n}`;
    await deps.database.pool.query(DELIVER, [shop.id, id, body["created_at"], packed]);
  }
  await processInbox(deps, shop.id);
}

const DELIVER = `
  INSERT INTO inbox_message (shop_id, webhook_id, topic, triggered_at, received_at, body, state)
  VALUES ($1, $2, 'orders/create', $3, now(), $4, 'new')`;

async function backendOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}
