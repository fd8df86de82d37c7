import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { processBatch, processInbox } from "#app/services/intake/process-inbox.server.ts";
import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";
import { countedUses } from "#app/services/redemption/counted-uses.server.ts";
import { deliver, orderBody, signed } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { withBreaks } from "#test/support/with-breaks.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let domain: string;

beforeEach(async () => {
  domain = `shop-${(shops += 1)}.myshopify.com`;
  at = await addShop(deps, domain);
  await addCampaign(deps, at);
  await deps.takeJobs();
});

const messages = () =>
  prisma.inboxMessage.findMany({
    where: { shopId: at.shop.id },
    orderBy: { id: "asc" },
    select: { state: true, error: true, attempts: true },
  });
const counts = async () => {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM shop_order WHERE shop_id = $1) AS orders,
            (SELECT count(*)::int FROM ledger_entry WHERE shop_id = $1) AS entries,
            (SELECT count(*)::int FROM rollup WHERE shop_id = $1) AS rollups,
            (SELECT count(*)::int FROM person WHERE shop_id = $1) AS people,
            (SELECT count(*)::int FROM standing WHERE shop_id = $1) AS standings`,
    [at.shop.id],
  );
  return rows[0] as Record<string, number>;
};

test.each([
  ["no JSON", "{", /JSON/],
  ["nothing", "", /JSON/],
  ["a list", "[]", /object/],
  ["an order without an id", '{"name":"#1"}', /id/],
])(
  "a body that is %s is set aside with the reason, and the others go on",
  async (_, body, reason) => {
    await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1) });
    await receiveWebhook(deps, signed(Buffer.from(body), { "x-shopify-shop-domain": domain }));
    await deliver(deps, domain, { topic: "orders/create", payload: orderBody(2) });
    expect(await processInbox(deps, at.shop.id)).toBe(3);
    const [first, spoilt, last] = await messages();
    expect([first?.state, spoilt?.state, last?.state]).toEqual(["done", "dead", "done"]);
    expect(spoilt?.error).toMatch(reason);
    expect(await counts()).toMatchObject({ orders: 2 });
  },
);

test("a message the database refuses is tried five times, then set aside; the others go on", async () => {
  await deliver(deps, domain, {
    topic: "orders/create",
    payload: orderBody(1, { name: "nul \u0000 byte" }),
  });
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(2) });
  for (let sweep = 1; sweep < 5; sweep += 1) {
    await processInbox(deps, at.shop.id);
    expect(await messages()).toMatchObject([
      { state: "new", attempts: sweep },
      { state: "new", attempts: 0 },
    ]);
  }
  await processInbox(deps, at.shop.id);
  expect(await messages()).toMatchObject([{ state: "dead", attempts: 5 }, { state: "done" }]);
  expect((await messages())[0]?.error).toBeTruthy();
});

test("a batch that another transaction was in the way of is worked off as one again, and no message is to blame", async () => {
  for (const id of [1, 2, 3])
    await deliver(deps, domain, { topic: "orders/create", payload: orderBody(id) });
  let transactions = 0;
  const deadlocked = withBreaks(deps, (before) => {
    transactions = before + 1;
    const deadlock = Object.assign(new Error("deadlock detected"), { code: "40P01" });
    return before < 2 ? Promise.reject(deadlock) : Promise.resolve();
  });
  expect(await processBatch(deadlocked, at.shop.id, 3)).toBe(3);
  expect(transactions).toBe(3);
  const done = { state: "done", attempts: 0, error: null };
  expect(await messages()).toEqual([done, done, done]);
});

test("a topic nobody asked for is done with and changes nothing", async () => {
  await deliver(deps, domain, { topic: "carts/update", payload: { id: 1 } });
  await processInbox(deps, at.shop.id);
  expect(await messages()).toMatchObject([{ state: "done", error: null }]);
  expect(await counts()).toMatchObject({ orders: 0, entries: 0 });
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
            if (name === "query") {
              return (sql: string, values?: unknown[]) =>
                sql.includes(text)
                  ? Promise.reject(new Error("power cut"))
                  : target.query(sql, values);
            }
            const value: unknown = Reflect.get(target, name);
            return typeof value === "function" ? (value.bind(target) as unknown) : value;
          },
        });
      },
    },
  }) as typeof pool;
  return { ...deps, database: { ...deps.database, pool: broken } };
}

test.each([
  "INSERT INTO shop_order",
  "INSERT INTO ledger_entry",
  "INSERT INTO rollup",
  "INSERT INTO flag",
  "INSERT INTO standing",
  "INSERT INTO identity_order",
  "UPDATE inbox_message m",
  "test_sent_job",
  "COMMIT",
])(
  "broken off at “%s” nothing is half written, and the next try does it all",
  async (statement) => {
    await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1) });
    await processInbox(breaksAt(statement), at.shop.id).catch(() => undefined);
    expect(await counts()).toEqual({ orders: 0, entries: 0, rollups: 0, people: 0, standings: 0 });
    expect(await messages()).toMatchObject([{ state: "new" }]);
    expect(await deps.takeJobs()).toEqual([]);

    await processInbox(deps, at.shop.id);
    const whole = await counts();
    expect(whole).toMatchObject({ orders: 1, entries: 3, people: 1, standings: 1 });
    expect(whole["rollups"]).toBeGreaterThan(0);
    expect(await deps.takeJobs()).toEqual([
      { name: "publish-guard", data: { shopId: at.shop.id } },
      { name: "score-orders", data: { shopId: at.shop.id } },
    ]);
    await processInbox(deps, at.shop.id);
    expect(await counts()).toEqual(whole);
  },
);

test("two processes at once: one works, the other leaves it to it", async () => {
  for (let id = 1; id <= 20; id += 1)
    await deliver(deps, domain, { topic: "orders/create", payload: orderBody(id) });
  const taken = await Promise.all([processInbox(deps, at.shop.id), processInbox(deps, at.shop.id)]);
  expect(taken.reduce((a, b) => a + b)).toBe(20);
});

test("more than a batch is worked off to the end", async () => {
  await pool.query(
    `INSERT INTO inbox_message (shop_id, webhook_id, topic, received_at, body, state)
     SELECT $1, n::text, 'orders/create', now(), convert_to(jsonb_set($2::jsonb, '{id}', to_jsonb(n))::text, 'UTF8'), 'new'
     FROM generate_series(1, 450) AS n`,
    [at.shop.id, JSON.stringify(orderBody(1))],
  );
  expect(await processInbox(deps, at.shop.id)).toBe(450);
  expect(await counts()).toMatchObject({ orders: 450, people: 1, standings: 1 });
});

test("batches follow one another: what is read ahead is worked off once, and what is no order is set aside", async () => {
  const shopId = at.shop.id;
  for (const id of [1, 2, 3, 4, 5, 6, 7])
    if (id !== 5) await deliver(deps, domain, { topic: "orders/create", payload: orderBody(id) });
    else await receiveWebhook(deps, signed(Buffer.from("{"), { "x-shopify-shop-domain": domain }));
  for (const taken of [3, 3, 1, 0]) expect(await processBatch(deps, shopId, 3)).toBe(taken);
  expect((await messages()).map(({ state }) => state)).toEqual([
    "done",
    "done",
    "done",
    "done",
    "dead",
    "done",
    "done",
  ]);
  expect(await counts()).toMatchObject({ orders: 6, entries: 18, people: 1 });
});

test("messages are worked off in the order of their numbers: 10 comes after 9", async () => {
  const membership = (id: bigint, topic: string) => ({
    ...{
      shopId: at.shop.id,
      id,
      webhookId: String(id),
      topic,
      receivedAt: deps.now(),
      state: "new",
    },
    body: Buffer.from(JSON.stringify({ customer_id: 7, segment_id: 1 })),
  });
  await prisma.inboxMessage.createMany({
    data: [
      membership(9n, "customer.joined_segment"),
      membership(10n, "customer.left_segment"),
      membership(99n, "customer.joined_segment"),
      membership(100n, "customer.left_segment"),
    ],
  });
  expect(await processInbox(deps, at.shop.id)).toBe(4);
  const { rows } = await pool.query("SELECT memberships FROM standing WHERE shop_id = $1", [
    at.shop.id,
  ]);
  expect(rows).toEqual([{ memberships: [] }]);
});

test.each([
  ["ledger_entry", "UPDATE ledger_entry SET uses = 0"],
  ["ledger_entry", "DELETE FROM ledger_entry"],
  ["audit_event", "UPDATE audit_event SET actor_name = 'nobody'"],
  ["audit_event", "DELETE FROM audit_event"],
])("the database refuses to change %s: %s", async (table, statement) => {
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1) });
  await processInbox(deps, at.shop.id);
  await expect(pool.query(statement)).rejects.toThrow(`${table} is append-only`);
  // Leave to erase one shop is no leave to erase another.
  const other = inTransaction(pool, async (client) => {
    await client.query("SELECT set_config('bonafide.erasing_shop', '999999', true)");
    await client.query(statement);
  });
  await expect(other).rejects.toThrow("append-only");
});

test("the database refuses a code that counts twice in an order, and a text that is two campaigns' at once", async () => {
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1) });
  await processInbox(deps, at.shop.id);
  const again = (sequence: number, kind: string, uses: number, after: number) =>
    pool.query(
      `INSERT INTO ledger_entry
       SELECT (jsonb_populate_record(l, jsonb_build_object('id', nextval('ledger_entry_id_seq'), 'sequence', $2::int,
         'kind', $3::text, 'uses', $4::int, 'redemptions', $4::int, 'uses_after', $5::int))).*
       FROM ledger_entry l WHERE shop_id = $1 AND code_key NOT IN ('', '+') LIMIT 1`,
      [at.shop.id, sequence, kind, uses, after],
    );
  await expect(again(2, "adjustment", 1, 2)).rejects.toThrow("ledger_entry_counts_once");
  await expect(again(2, "redemption", 0, 1)).rejects.toThrow("ledger_entry_one_redemption");
  await expect(again(1, "adjustment", 1, 1)).rejects.toThrow("sequence");
  await expect(again(3, "adjustment", 0, 1)).rejects.toThrow("has none before it");
  // It would count from nothing again, as if the first had never been.
  await expect(again(2, "adjustment", 1, 1)).rejects.toThrow("does not add up");
  await expect(pool.query("TRUNCATE ledger_entry")).rejects.toThrow("append-only");
  const twin = `INSERT INTO code (shop_id, campaign_id, code, code_key, state, assigned_from, created_at)
    SELECT shop_id, gen_random_uuid(), code, code_key, 'live', now(), now() FROM code WHERE shop_id = $1 LIMIT 1`;
  await expect(pool.query(twin, [at.shop.id])).rejects.toThrow("code_assigned_once");
});

test("a shop that moves to another time zone: its ledger stays, its days are told and folded anew", async () => {
  const late = { created_at: "2026-06-10T22:30:00Z", updated_at: "2026-06-10T22:30:00Z" };
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1, late) });
  await processInbox(deps, at.shop.id);
  const entries = await counts();
  const days = async () => {
    const where = { shopId: at.shop.id, grain: "shop", key: "orders" };
    const rows = await prisma.rollup.findMany({ where, orderBy: { day: "asc" } });
    const hours = await prisma.rollupHour.findMany({ where, orderBy: { day: "asc" } });
    return [
      rows.map(({ day, timeZone }) => [day.toISOString().slice(0, 10), timeZone]),
      hours.map(({ day, hour }) => [day.toISOString().slice(0, 10), hour]),
    ];
  };
  expect(await days()).toEqual([[["2026-06-11", "Europe/Berlin"]], [["2026-06-11", 0]]]);
  await prisma.shop.update({ where: { id: at.shop.id }, data: { timeZone: "America/New_York" } });
  expect(await countedUses(pool, { shopId: at.shop.id })).toMatchObject([
    { orderId: "1", day: "2026-06-10" },
  ]);
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(2, late) });
  await processInbox(deps, at.shop.id);
  expect(await counts()).toMatchObject({ entries: 2 * (entries.entries ?? 0) });
  expect(await days()).toEqual([[["2026-06-10", "America/New_York"]], [["2026-06-10", 18]]]);
});
