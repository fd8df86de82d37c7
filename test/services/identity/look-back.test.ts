import { beforeAll, expect, test } from "vitest";

import { withBeyond } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { lookBack } from "#app/domain/signal/look-back.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import type { Evidence } from "#app/domain/signal/signal.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { encodedFor, openShop, outcome, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
/** Among them rings whose second use looks like a neighbour's when it comes. */
const bodies = someOrders(5, 130);
let at: TestShop;
let campaignId: string;

type Kept = { id: string; bits: number; evidence: Evidence };

/** What is kept of each order's use. */
async function keptIn(shopId: number): Promise<Kept[]> {
  const { rows } = await pool.query<Kept>(
    `SELECT o.order_id::text AS id, (s ->> 'bits')::float8 AS bits, s -> 'evidence' AS evidence
     FROM identity_order o, jsonb_array_elements(o.signals) s
     WHERE o.shop_id = $1 AND s ->> 'kind' = 'over_limit' ORDER BY o.sequence`,
    [shopId],
  );
  return rows;
}
const isLater = ({ evidence }: Kept) => evidence.numbers["later"] === 1;

const openFlags = async (shopId: number) =>
  (
    await pool.query<{ id: string; score: number }>(
      `SELECT order_id::text AS id, score FROM flag WHERE shop_id = $1 AND kind = 'over_limit' AND state = 'open'
       ORDER BY order_id`,
      [shopId],
    )
  ).rows;

beforeAll(async () => {
  ({ at, campaignId } = await openShop(deps, "look-back"));
  await tell(deps, at, bodies);
  await scoreOrders(deps, { shopId: at.shop.id });
}, 180_000);

test("what later orders say of earlier ones is kept and flagged, as the index in memory says it", async () => {
  const index = memoryIndex();
  const inMemory = new Map<string, number>();
  let raised = 0;
  for (const body of bodies) {
    const redeems = (body["discount_codes"] as object[]).length > 0;
    const { order, encoded: plain } = encodedFor(at, body, redeems ? campaignId : null);
    const limit = redeems ? { perCustomer: 1, perHousehold: null, newCustomersOnly: false } : null;
    const { placement, signals } = scoreOrder(order, plain, index, { ...NO_CONTEXT, limit });
    const own = signals.find(({ kind }) => kind === "over_limit")?.bits ?? null;
    const encoded = withBeyond(plain, own);
    index.add(encoded, placement);
    if (own !== null) inMemory.set(order.id, own);
    for (const { orderId, hit } of lookBack(encoded, placement, index, 1)) {
      if (hit.bits > inMemory.get(orderId)!) raised++;
      inMemory.set(orderId, Math.max(hit.bits, inMemory.get(orderId)!));
    }
  }
  expect(raised).toBeGreaterThan(2);
  const kept = await keptIn(at.shop.id);
  expect(kept.map(({ id, bits }) => [id, bits])).toEqual([...inMemory]);
  const flagged = new Map((await openFlags(at.shop.id)).map(({ id, score }) => [id, score]));
  const later = kept.filter(isLater);
  expect(later.some(({ bits }) => 1 / (1 + 2 ** -bits) >= FLAG_FROM)).toBe(true);
  for (const { id, bits } of later)
    expect((flagged.get(id) ?? 0) >= FLAG_FROM).toBe(1 / (1 + 2 ** -bits) >= FLAG_FROM);
  // They point at orders that came later, too.
  const places = new Map(bodies.map(({ id }, place) => [String(id), place]));
  for (const { id, evidence } of later)
    expect(evidence.orders.some((each) => places.get(each.orderId)! > places.get(id)!)).toBe(true);
});

test("comes to the same one by one, with an index that is loaded piece by piece, and scored anew", async () => {
  const both = async (shopId: number) => ({
    kept: (await keptIn(shopId)).map(({ id: order, bits }) => [order, bits]),
    flags: await openFlags(shopId),
  });
  const { at: shop } = await openShop(deps, "look-back-pieces");
  const { id } = shop.shop;
  for (let told = 0; told < bodies.length; told += 13) {
    await tell(deps, shop, bodies.slice(told, told + 13));
    await pool.query("UPDATE identity_index SET version = version + 1 WHERE shop_id = $1", [id]);
    await scoreOrders(deps, { shopId: id, most: 5 });
  }
  expect(await both(id)).toEqual(await both(at.shop.id));
  const pieces = await outcome(deps, id);
  await rescoreOrders(deps, id);
  expect(await outcome(deps, id)).toEqual(pieces);
}, 180_000);

test("what staff had taken from an order does not come back to it", async () => {
  const { at: shop } = await openShop(deps, "look-back-taken");
  const { id } = shop.shop;
  const [seen] = (await keptIn(at.shop.id)).filter(isLater);
  const place = bodies.findIndex((body) => String(body.id) === seen!.id);
  await tell(deps, shop, bodies.slice(0, place + 1));
  await scoreOrders(deps, { shopId: id });
  await pool.query(
    "UPDATE identity_order SET signals = '[]' WHERE shop_id = $1 AND order_id = $2",
    [...[id, seen!.id]],
  );
  await tell(deps, shop, bodies.slice(place + 1));
  await scoreOrders(deps, { shopId: id });
  expect((await keptIn(id)).map((kept) => kept.id)).not.toContain(seen!.id);
  expect((await openFlags(id)).map((flag) => flag.id)).not.toContain(seen!.id);
}, 180_000);
