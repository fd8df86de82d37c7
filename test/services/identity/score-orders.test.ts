import { beforeAll, describe, expect, test } from "vitest";

import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { NOTHING_EARLY } from "#app/services/identity/encode-early.server.ts";
import { lockIndex } from "#app/services/identity/open-index.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { chanceOf } from "#test/worlds/random.ts";
import { encodedEarly, encodedFor, openShop, outcome, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
const ORDERS = 260;
const bodies = someOrders(31, ORDERS);
let at: TestShop;
let campaignId: string;

/** How many orders are scored at the moment the index can be changed. */
function scoredWhenLocked(shopId: number): Promise<number> {
  return inTransaction(pool, async (client) => {
    await lockIndex(client, shopId);
    const text = "SELECT FROM identity_order WHERE shop_id = $1 AND sequence IS NOT NULL";
    return (await client.query(text, [shopId])).rowCount ?? 0;
  });
}

/** As told in order, in pieces of whatever size, each scored before the next. */
async function tellInPieces(shop: TestShop, sizes: readonly number[]): Promise<void> {
  let told = 0;
  for (const size of sizes) {
    await tell(deps, shop, bodies.slice(told, (told += size)));
    await scoreOrders(deps, { shopId: shop.shop.id });
  }
}

beforeAll(async () => {
  ({ at, campaignId } = await openShop(deps, "in-order"));
  await tellInPieces(at, [1, 2, 40, 7, 210]);
}, 180_000);

test("the index in PostgreSQL places and judges as the one in memory does", async () => {
  const stored = await outcome(deps, at.shop.id);
  const exact = new Map(
    stored.flags
      .filter(({ kind }) => kind === "overshoot")
      .map(({ order_id, evidence }) => [order_id, evidence as { orders: object[]; limit: number }]),
  );
  const index = memoryIndex();
  const limit = { perCustomer: 1, perHousehold: null, newCustomersOnly: false };
  const scores = bodies.map((body) => {
    const redeems = (body["discount_codes"] as object[]).length > 0;
    const { order, encoded } = encodedFor(at, body, redeems ? campaignId : null);
    const flag = exact.get(order.id);
    const scored = scoreOrder(order, encoded, index, {
      ...NO_CONTEXT,
      limit: redeems ? limit : null,
      overshoot: flag ? { uses: flag.orders.length, limit: flag.limit } : null,
    });
    index.add(encoded, scored.placement);
    return { ...scored, encoded };
  });
  const clusters = new Map(
    scores.flatMap(({ placement }) =>
      index.membersOf(placement.cluster, 1_000).map(({ id }) => [id, placement.cluster] as const),
    ),
  );
  const inMemory = scores.map(({ encoded, verdict }, place) => ({
    ...{ order_id: encoded.id, sequence: String(place + 1) },
    ...{ score: verdict?.score ?? null, kind: verdict?.kind ?? null },
    together: [...clusters].filter(([, cluster]) => cluster === clusters.get(encoded.id)).length,
  }));
  const ofStored = stored.orders.map(({ order_id, cluster_id, sequence, score, kind }) => ({
    ...{ order_id, sequence, score, kind },
    together: stored.orders.filter((other) => other["cluster_id"] === cluster_id).length,
  }));
  expect(ofStored).toEqual(inMemory.sort((a, b) => (a.order_id < b.order_id ? -1 : 1)));
  expect(stored.flags.filter(({ kind }) => kind === "over_limit").length).toBeGreaterThan(0);
  expect(stored.links.length).toBeGreaterThan(0);
});

test("an index of which each piece is loaded when it is needed, or while others are scored, tells what one held from its beginning tells", async () => {
  const { at: shop } = await openShop(deps, "nothing-held");
  const { id } = shop.shop;
  for (const [from, to] of [
    [0, 60],
    [60, 90],
    [90, 180],
    [180, ORDERS],
  ] as const) {
    await tell(deps, shop, bodies.slice(from, to));
    // As by somebody else: whatever is in memory is not the shop's any more.
    await pool.query("UPDATE identity_index SET version = version + 1 WHERE shop_id = $1", [id]);
    const batches = from < 90 ? {} : { most: 9 };
    expect(await scoreOrders(deps, { shopId: id, ...batches })).toBe(to - from);
  }
  const inPieces = await outcome(deps, id);
  await rescoreOrders(deps, id);
  expect(await outcome(deps, id)).toEqual(inPieces);
}, 180_000);

test("who is scored already is not scored again, however often a webhook comes", async () => {
  const before = await outcome(deps, at.shop.id);
  await tell(deps, at, bodies.slice(100, 120));
  expect(await scoreOrders(deps, { shopId: at.shop.id })).toBe(0);
  expect(await outcome(deps, at.shop.id)).toEqual(before);
});

test("batches that are scored while others are saved come to the same as all at once, also broken off", async () => {
  const { at: shop } = await openShop(deps, "in-batches");
  const shopId = shop.shop.id;
  await tell(deps, shop, bodies.slice(0, 110));
  for (const statement of ["INSERT INTO identity_value", "UPDATE identity_index", "COMMIT"])
    await expect(scoreOrders(breaksAt(statement), { shopId, most: 10 })).rejects.toThrow(
      "power cut",
    );
  expect(await scoreOrders(deps, { shopId, most: 10 })).toBe(110);
  const inBatches = await outcome(deps, shopId);
  await rescoreOrders(deps, shopId);
  expect(await outcome(deps, shopId)).toEqual(inBatches);
}, 180_000);

test("whoever else has something to do with the index comes in between two batches; the rest are scored after", async () => {
  const { at: shop } = await openShop(deps, "in-between");
  const shopId = shop.shop.id;
  await tell(deps, shop, bodies.slice(0, 40));
  let seen: Promise<number> | undefined;
  const asked: Deps = {
    ...deps,
    // Asked for the first time when the first batch is saved: seven of the eight are to come.
    now: () => {
      seen ??= scoredWhenLocked(shopId);
      return deps.now();
    },
  };
  expect(await scoreOrders(asked, { shopId, most: 5 })).toBe(40);
  const between = (await seen)!;
  expect(between).toBeGreaterThanOrEqual(5);
  expect(between).toBeLessThan(40);
}, 180_000);

test("where values of the index are gone from the database nothing is half-written, and what was in memory is given up", async () => {
  const other = await openShop(deps, "values-gone");
  const shopId = other.at.shop.id;
  await tell(deps, other.at, bodies.slice(0, 200));
  await scoreOrders(deps, { shopId });
  const before = await outcome(deps, shopId);
  await pool.query("DELETE FROM identity_value WHERE shop_id = $1", [shopId]);
  await tell(deps, other.at, bodies.slice(200));
  await expect(scoreOrders(deps, { shopId })).rejects.toThrow(/^Of \d+ values of the index 0 are/);
  expect(await scoredWhenLocked(shopId)).toBe(200);
  expect((await outcome(deps, shopId)).flags.slice(0, before.flags.length)).toEqual(before.flags);
  await scoreOrders(deps, { shopId });
  expect(await scoredWhenLocked(shopId)).toBe(ORDERS);
});

test("what was encoded early comes to the same; what was erased or told anew meanwhile is not used", async () => {
  const [one, other] = [await openShop(deps, "early"), await openShop(deps, "not-early")];
  const [erased, , retold] = bodies;
  for (const { at: shop } of [one, other]) {
    const shopId = shop.shop.id;
    await tell(deps, shop, bodies.slice(0, 80));
    const early = shop === one.at ? await encodedEarly(deps, shop) : NOTHING_EARLY;
    await pool.query(
      `UPDATE inbox_message m SET body = '' FROM identity_order o
       WHERE m.shop_id = $1 AND o.shop_id = $1 AND o.message_id = m.id AND o.order_id = $2`,
      [shopId, erased!.id],
    );
    const earlier = { updated_at: "2020-01-01T00:00:00Z", email: "somebody-else@example.com" };
    await tell(deps, shop, [{ ...retold, ...earlier }]);
    expect(await scoreOrders(deps, { shopId, early })).toBe(80);
  }
  const [early, now] = [await outcome(deps, one.at.shop.id), await outcome(deps, other.at.shop.id)];
  expect(early.orders).toHaveLength(79);
  expect(early.orders).toEqual(now.orders);
  // But for the values that name a campaign, which have other keys.
  expect(early.values).toHaveLength(now.values.length);
  const { rows } = await pool.query(
    "SELECT DISTINCT keys FROM identity_order WHERE order_id = $1 AND shop_id = ANY ($2::int[])",
    [retold!.id, [one.at.shop.id, other.at.shop.id]],
  );
  expect(rows).toHaveLength(1);
});

describe("orders told in any order, some twice, with a process that is killed", () => {
  test("come to the same once they are scored in the order they were placed", async () => {
    const other = await openShop(deps, "shuffled");
    const shopId = other.at.shop.id;
    const chance = chanceOf(5);
    const shuffled = chance.shuffled([...bodies, ...bodies.slice(0, 30)]);
    await tell(deps, other.at, shuffled.slice(0, 90));
    for (const statement of ["INSERT INTO identity_value", "INSERT INTO flag", "COMMIT"])
      await expect(scoreOrders(breaksAt(statement), { shopId })).rejects.toThrow("power cut");
    await scoreOrders(deps, { shopId });
    await tell(deps, other.at, shuffled.slice(90));
    await scoreOrders(deps, { shopId });
    await rescoreOrders(deps, shopId);
    const [one, two] = [await outcome(deps, at.shop.id), await outcome(deps, shopId)];
    const withoutCampaign = ({ flags, ...rest }: typeof one) => ({
      ...rest,
      values: rest.values.length,
      flags: flags.filter(({ state }) => state === "open"),
    });
    expect(withoutCampaign(two)).toEqual(withoutCampaign(one));
  }, 180_000);
});

/** As `deps`, but every transaction breaks when it comes to the statement that contains `text`. */
function breaksAt(text: string): Deps {
  const broken = Object.create(pool, {
    query: { value: pool.query.bind(pool) },
    connect: {
      value: async () => {
        const client = await pool.connect();
        return new Proxy(client, {
          get(target, name) {
            if (name === "query")
              return (sql: string, values?: unknown[]) =>
                sql.includes(text)
                  ? Promise.reject(new Error("power cut"))
                  : target.query(sql, values);
            const value: unknown = Reflect.get(target, name);
            return typeof value === "function" ? (value.bind(target) as unknown) : value;
          },
        });
      },
    },
  }) as typeof pool;
  return { ...deps, database: { ...deps.database, pool: broken } };
}
