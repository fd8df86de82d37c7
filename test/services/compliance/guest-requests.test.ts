import { beforeEach, expect, test } from "vitest";

import { downloadExport } from "#app/services/compliance/download-export.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { purgeMessages } from "#app/services/intake/purge-messages.server.ts";
import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { ADA, BOB, inboxOf } from "./fixtures/inbox.ts";

/* Shopify asks in the name of people without an account, too: "customer" has no id then. */

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `guest-requests-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

const { tell, orderOf, work, totals } = inboxOf(deps, () => at);
const GUEST = { id: null, email: "Gus@Example.com", phone: null };

function guestOrder(id: number, change: Record<string, unknown> = {}) {
  const who = { customer: null, email: "gus@example.com", phone: "+4930777888" };
  return tell("orders/create", orderBody(5_000_000_000 + id, { ...who, ...change }));
}

/** The guest orders twice and Bob once; then the guest asks what is kept of them. */
async function askAfterOrders(): Promise<void> {
  await guestOrder(1);
  await guestOrder(2);
  await orderOf(3, BOB);
  await work();
  await tell("customers/data_request", { customer: GUEST });
  await work();
}

async function answers() {
  const rows = await prisma.dataExport.findMany({ where: { shopId: at.shop.id } });
  return Promise.all(
    rows.map(async ({ id }) => {
      const { name, text } = valueOf(await downloadExport(deps, at.as("admin"), id));
      return { name, told: JSON.parse(text) as { orders: unknown[]; webhooks: unknown[] }, text };
    }),
  );
}

const left = async () => {
  const bodies = await prisma.inboxMessage.findMany({ where: { shopId: at.shop.id } });
  return bodies.map(({ body }) => unpackBody(body).toString("utf8")).join("\n");
};

test("a guest who asks is told of their orders, and of nobody else's", async () => {
  await askAfterOrders();
  const [answer, ...others] = await answers();
  expect(others).toEqual([]);
  expect(answer?.name).toBe("customer-without-account.json");
  expect(answer?.told.orders).toMatchObject([{ id: 5_000_000_001 }, { id: 5_000_000_002 }]);
  expect(answer?.told.webhooks).toHaveLength(3);
  expect(answer?.text).not.toContain(BOB.email);
});

test("a guest who is to be erased leaves nothing that names them, and all that was counted", async () => {
  await askAfterOrders();
  const before = await totals();
  await tell("customers/redact", { customer: GUEST, orders_to_redact: [5_000_000_001] });
  await work();
  expect(await totals()).toEqual(before);
  expect(await answers()).toEqual([]);
  expect(await left()).not.toMatch(/gus@example\.com|30777888/i);
  // Bob's account, e-mail and phone; the guest's phone went with their e-mail.
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(3);
  expect(await prisma.standing.count({ where: { shopId: at.shop.id } })).toBe(1);
});

test("a guest who was erased does not come back by what is told of their orders later", async () => {
  await askAfterOrders();
  const [known, unheard] = [5_000_000_001, 5_000_000_009];
  await tell("customers/redact", { customer: GUEST, orders_to_redact: [known, unheard] });
  await work();
  // The second is not among those Shopify named, and was the guest's all the same.
  await guestOrder(1, { updated_at: "2026-06-11T10:00:00Z", total_price: "20.00" });
  await guestOrder(2, { updated_at: "2026-06-11T10:00:00Z" });
  await guestOrder(9);
  await work();
  const { id: shopId } = at.shop;
  await scoreOrders(deps, { shopId });
  expect(await left()).not.toMatch(/gus@example\.com|30777888/i);
  expect(await prisma.personIdentity.count({ where: { shopId } })).toBe(3);
  const compared = await prisma.identityOrder.findMany({ where: { shopId } });
  expect(compared.map(({ orderId }) => orderId)).toEqual([5_000_000_003n]);
  // What was told of them counts.
  expect(await prisma.order.count({ where: { shopId } })).toBe(4);
  const [first] = await prisma.order.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  expect(first?.totalMinor).toBe(2_000n);
});

test("an erased account does not come back by an order of theirs that names them by their e-mail alone", async () => {
  await orderOf(1, ADA);
  await work();
  await tell("customers/redact", { customer: ADA, orders_to_redact: [] });
  await work();
  await tell(
    "orders/updated",
    orderBody(5_000_000_001, {
      ...{ customer: null, email: ADA.email, updated_at: "2026-06-11T10:00:00Z" },
    }),
  );
  await work();
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
  expect(await left()).not.toContain(ADA.email);
});

test("orders of another account of the same household are its own, though one of the two was erased", async () => {
  const phone = ADA.phone;
  await orderOf(1, ADA);
  await orderOf(2, { ...BOB, phone });
  await work();
  await tell("customers/redact", { customer: ADA, orders_to_redact: [5_000_000_001] });
  await work();
  const order = { updated_at: "2026-06-11T10:00:00Z", customer: { id: BOB.id }, email: BOB.email };
  await tell("orders/updated", orderBody(5_000_000_002, order));
  await work();
  const { id: shopId } = at.shop;
  const orders = await prisma.order.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  expect(orders.map(({ customerId }) => customerId)).toEqual([null, BigInt(BOB.id)]);
  const noted = await prisma.erasedOrder.findMany({ where: { shopId } });
  expect(noted.map(({ orderId }) => orderId)).toEqual([5_000_000_001n]);
});

test("whose orders Shopify names, all of them, is forgotten by whatever they are known by", async () => {
  await guestOrder(1);
  await guestOrder(2, { email: "greta@example.com", phone: null });
  await guestOrder(3, { email: "greta@example.com", phone: null });
  await work();
  const known = () => prisma.personIdentity.count({ where: { shopId: at.shop.id } });
  const redact = async (orders: number[]) => {
    const customer = { email: "other@example.com" };
    await tell("customers/redact", { customer, orders_to_redact: orders });
    await work();
  };
  expect(await known()).toBe(3);
  await redact([5_000_000_002]);
  expect(await known()).toBe(3);
  await redact([5_000_000_002, 5_000_000_003]);
  expect(await known()).toBe(2);
});

test("a guest who orders anew after their erasure is somebody again", async () => {
  await askAfterOrders();
  await tell("customers/redact", { customer: GUEST, orders_to_redact: [] });
  await work();
  await guestOrder(10);
  await work();
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(5);
});

test("an order whose customer was erased is forgotten with the last message that might name them", async () => {
  await tell("customers/redact", { customer: GUEST, orders_to_redact: [5_000_000_001] });
  await work();
  const noted = () => prisma.erasedOrder.count({ where: { shopId: at.shop.id } });
  const after = (days: number) => ({
    ...deps,
    now: () => new Date(deps.now().getTime() + days * 86_400_000),
  });
  await purgeMessages(after(36.9));
  expect(await noted()).toBe(1);
  await purgeMessages(after(37.1));
  expect(await noted()).toBe(0);
});

test("an e-mail that an account has, too, takes no more than itself from the account", async () => {
  await orderOf(1, ADA);
  await work();
  await tell("customers/redact", { customer: { email: ADA.email }, orders_to_redact: [] });
  await work();
  const kinds = await prisma.personIdentity.findMany({ where: { shopId: at.shop.id } });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(["customer", "phone"]);
  expect(await prisma.standing.count({ where: { shopId: at.shop.id } })).toBe(1);
});

test("a number that is a household's does not take the others' e-mail along", async () => {
  await guestOrder(1);
  await guestOrder(2, { email: "greta@example.com" });
  await work();
  await tell("customers/redact", { customer: { phone: "+4930777888" }, orders_to_redact: [] });
  await work();
  const kinds = await prisma.personIdentity.findMany({ where: { shopId: at.shop.id } });
  expect(kinds.map(({ kind }) => kind)).toEqual(["email", "email"]);
});

test.each(["customers/redact", "customers/data_request"])(
  "%s that names nobody is set aside with the reason",
  async (topic) => {
    await tell(topic, { customer: { id: null, email: "nobody", phone: "" } });
    await work();
    const [message] = await prisma.inboxMessage.findMany({ where: { shopId: at.shop.id } });
    expect(message?.error).toContain("customer is nobody: there is neither an id nor");
    expect(await answers()).toEqual([]);
  },
);
