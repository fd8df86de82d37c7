import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { countedUses } from "#app/services/redemption/counted-uses.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { pool, prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

type Who = { customer?: { id: number } | null; email?: string | null; phone?: string | null };

const NOBODY = { customer: null, email: null, phone: null };
const order = (id: number, who: Who, change: Record<string, unknown> = {}) =>
  deliver(deps, at.shop.domain, {
    topic: "orders/create",
    payload: orderBody(id, { ...NOBODY, ...who, ...change }),
  });
const work = () => processInbox(deps, at.shop.id);

/** The orders of each person, as sorted lists of numbers. */
async function people(): Promise<string[]> {
  const { rows } = await pool.query<{ orders: string }>(
    `SELECT string_agg(o.id::text, ' ' ORDER BY o.id) AS orders FROM shop_order o
     JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
     WHERE o.shop_id = $1 GROUP BY COALESCE(p.root_id, p.id) ORDER BY 1`,
    [at.shop.id],
  );
  return rows.map(({ orders }) => orders);
}

const openFlags = async () =>
  (
    await prisma.flag.findMany({
      where: { shopId: at.shop.id, state: "open" },
      orderBy: { orderId: "asc" },
    })
  ).map((f) => Number(f.orderId));
const dirty = async () =>
  (
    await prisma.standing.findMany({
      where: { shopId: at.shop.id, dirtySince: { not: null } },
      orderBy: { customerId: "asc" },
    })
  ).map((s) => Number(s.customerId));
const written = () =>
  prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: { dirtySince: null } });

test.each<[string, Who, Who, boolean]>([
  ["one customer", { customer: { id: 1 } }, { customer: { id: 1 } }, true],
  ["two customers", { customer: { id: 1 } }, { customer: { id: 2 } }, false],
  [
    "one address in two spellings",
    { email: "Ada@Example.com" },
    { email: " ada@example.COM" },
    true,
  ],
  ["two addresses", { email: "ada@example.com" }, { email: "bob@example.com" }, false],
  ["one number in two spellings", { phone: "+49 30 123456" }, { phone: "+4930123456" }, true],
  [
    "a customer and a guest with the customer's address",
    { customer: { id: 1 }, email: "ada@example.com" },
    { email: "ada@example.com" },
    true,
  ],
])("%s", async (_, one, two, same) => {
  await order(1, one);
  await order(2, two);
  await work();
  expect(await people()).toEqual(same ? ["1 2"] : ["1", "2"]);
});

test("what identifies nobody makes nobody", async () => {
  await order(1, {});
  await order(2, { email: "", phone: "" });
  await work();
  expect(await people()).toEqual([]);
  expect(await prisma.person.count({ where: { shopId: at.shop.id } })).toBe(0);
});

// Each order shares one thing with the next: only together do they tell that all are one person's.
const CHAIN: Who[] = [
  { customer: { id: 1 }, email: "a@example.com" },
  { customer: { id: 2 }, phone: "+4930111" },
  { customer: { id: 3 }, email: "c@example.com", phone: "+4930222" },
  { email: "a@example.com", phone: "+4930222" },
  { customer: { id: 2 }, email: "c@example.com" },
];

test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[3, 0, 4, 2, 1]]])(
  "a chain of shared identities is one person, heard as %j",
  async (heard) => {
    for (const index of heard) await order(index + 1, CHAIN[index] ?? {});
    await work();
    expect(await people()).toEqual(["1 2 3 4 5"]);
  },
);

test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[3, 0, 4, 2, 1]]])(
  "also when each comes by itself, as %j",
  async (heard) => {
    for (const index of heard) {
      await order(index + 1, CHAIN[index] ?? {});
      await work();
    }
    expect(await people()).toEqual(["1 2 3 4 5"]);
    expect(await openFlags()).toEqual([2, 3, 4, 5]);
    expect(await dirty()).toEqual([1, 2, 3]);
  },
);

test("people of two shops are never one", async () => {
  await order(1, { email: "ada@example.com" });
  await work();
  const [first] = await prisma.personIdentity.findMany({ where: { shopId: at.shop.id } });
  const other = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await deliver(deps, other.shop.domain, {
    topic: "orders/create",
    payload: orderBody(1, { ...NOBODY, email: "ada@example.com" }),
  });
  await processInbox(deps, other.shop.id);
  const [second] = await prisma.personIdentity.findMany({ where: { shopId: other.shop.id } });
  expect(Buffer.from(second?.hash ?? []).equals(Buffer.from(first?.hash ?? []))).toBe(false);
  expect(second?.guestHash).not.toBe(first?.guestHash);
});

test("neither address nor number stands anywhere in what we keep of an order", async () => {
  await order(1, { customer: { id: 1 }, email: "ada@example.com", phone: "+4930123456" });
  await work();
  for (const table of ["shop_order", "person", "person_identity", "ledger_entry", "standing"]) {
    const { rows } = await pool.query<{ text: string }>(
      `SELECT t::text AS text FROM ${table} t WHERE shop_id = $1`,
      [at.shop.id],
    );
    expect(rows.map(({ text }) => text).join("\n")).not.toMatch(/ada@|30123456/i);
  }
});

test("an account that ordered without a code before is marked when its owner uses one as a guest", async () => {
  await order(1, { customer: { id: 9 }, email: "ada@example.com" }, { discount_codes: [] });
  await work();
  expect(await dirty()).toEqual([]);
  await order(2, { email: "ada@example.com" });
  await work();
  expect(await dirty()).toEqual([9]);
});

test("so is an account whose first order has no code, when its owner used one as a guest before", async () => {
  await order(1, { email: "ada@example.com" });
  await work();
  await order(2, { customer: { id: 9 }, email: "ada@example.com" }, { discount_codes: [] });
  await work();
  expect(await dirty()).toEqual([9]);
});

test("a refund that comes after two people were found to be one frees the use of that one", async () => {
  await order(1, { customer: { id: 1 }, email: "a@example.com" });
  await order(2, { customer: { id: 2 }, email: "b@example.com" });
  await work();
  await order(3, { customer: { id: 1 }, email: "b@example.com" });
  await work();
  expect(await openFlags()).toEqual([2, 3]);
  await written();
  const transactions = [{ kind: "refund", status: "success", amount: "30.00" }];
  const refund = { id: 70, order_id: 2, created_at: "2026-06-12T00:00:00Z", transactions };
  await deliver(deps, at.shop.domain, { topic: "refunds/create", payload: refund });
  await work();
  expect(
    (await countedUses(pool, { shopId: at.shop.id })).map(({ orderId }) => orderId).sort(),
  ).toEqual(["1", "3"]);
  // It was one too many when it was placed.
  expect(await openFlags()).toEqual([2, 3]);
  expect(await dirty()).toEqual([1, 2]);
});

test("an order that is given to another customer counts for that one, and no more for the first", async () => {
  const later = { updated_at: "2026-06-12T00:00:00Z" };
  await order(1, { customer: { id: 1 } });
  await order(2, { customer: { id: 1 } });
  await work();
  expect(await openFlags()).toEqual([2]);
  await written();
  await order(2, { customer: { id: 2 } }, later);
  await work();
  expect(await people()).toEqual(["1", "2"]);
  expect(await openFlags()).toEqual([]);
  expect(await dirty()).toEqual([1, 2]);
  // The older account, heard again, changes nothing.
  await order(2, { customer: { id: 1 } });
  await work();
  expect(await people()).toEqual(["1", "2"]);
});
