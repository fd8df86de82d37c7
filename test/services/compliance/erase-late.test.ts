import { beforeEach, expect, test } from "vitest";

import { eraseBodies } from "#app/services/compliance/erase-bodies.server.ts";
import { unpackGathered } from "#app/services/compliance/gathered.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { ADA, BOB, inboxOf } from "./fixtures/inbox.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

const { tell, orderOf, work, totals } = inboxOf(deps, () => at);

const bodies = async () => {
  const rows = await prisma.inboxMessage.findMany({
    where: { shopId: at.shop.id },
    orderBy: { id: "asc" },
  });
  return rows.map(({ body }) => unpackBody(body).toString("utf8"));
};
const redact = () => tell("customers/redact", { customer: ADA, orders_to_redact: [] });
const guestOrder = (id: number, change: Record<string, unknown>) =>
  tell("orders/create", orderBody(5_000_000_000 + id, { customer: null, ...change }));

test("orders as a guest are erased, too, and an address in whatever capitals", async () => {
  await guestOrder(1, { email: null, phone: "+49 (30) 123-456" });
  await guestOrder(2, { email: BOB.email, note: "a gift from ADA@Example.com" });
  await orderOf(3, BOB);
  await work();
  await tell("refunds/create", { id: 31, order_id: 5_000_000_001, note: "for Ada" });
  await redact();
  await work();
  const [guest, gift, bob, refund, request] = await bodies();
  expect([guest, gift, refund, request]).toEqual(["", "", "", ""]);
  expect(bob).toContain(BOB.email);
});

test("what waits to be worked off is counted first, and erased when it is looked at again", async () => {
  await redact();
  await processInbox(deps, at.shop.id);
  const [job] = (await deps.takeJobs()).filter(({ name }) => name === "erase-bodies");
  await guestOrder(1, { email: ADA.email });
  const erasing = job?.data as Parameters<typeof eraseBodies>[1];
  await eraseBodies(deps, erasing);
  expect((await bodies()).filter((text) => text === "")).toEqual([]);
  const [again] = await deps.takeJobs();
  expect(again).toEqual({ name: "erase-bodies", data: { ...erasing, looks: 2 } });
  await processInbox(deps, at.shop.id);
  await eraseBodies(deps, { ...erasing, looks: 2 });
  expect(await bodies()).toEqual(["", ""]);
  expect(await prisma.order.count({ where: { shopId: at.shop.id } })).toBe(1);
});

test("what names them is erased from what others were told, too", async () => {
  await guestOrder(1, { email: BOB.email, note: "for ada@example.com" });
  await guestOrder(2, { email: BOB.email });
  await tell("customers/data_request", { customer: BOB });
  await work();
  const told = async () => {
    const { messages } = await prisma.dataExport.findFirstOrThrow({
      where: { shopId: at.shop.id },
    });
    return unpackGathered(messages ?? new Uint8Array()).map(({ topic }) => topic);
  };
  expect(await told()).toEqual(["orders/create", "orders/create", "customers/data_request"]);
  await redact();
  await work();
  expect(await told()).toEqual(["orders/create", "customers/data_request"]);
});

test("what is never worked off is not looked at for ever", async () => {
  await redact();
  await processInbox(deps, at.shop.id);
  const [job] = (await deps.takeJobs()).filter(({ name }) => name === "erase-bodies");
  await guestOrder(1, { email: ADA.email });
  const erasing = job?.data as Parameters<typeof eraseBodies>[1];
  await eraseBodies(deps, { ...erasing, looks: 30 });
  expect(await deps.takeJobs()).toEqual([]);
  expect((await bodies())[0]).toBe("");
});

test("a customer who was erased does not come back by what is told of them later: an order is counted as nobody's", async () => {
  await orderOf(1, ADA);
  await work();
  await redact();
  await work();
  const { id: shopId } = at.shop;
  const before = await totals();
  await orderOf(1, ADA);
  await orderOf(2, ADA);
  await orderOf(3, BOB);
  await tell("customers/update", ADA);
  await tell("customer.joined_segment", { customer_id: ADA.id, segment_id: 4 });
  await tell("customers/merge", {
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${BOB.id}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${ADA.id}`,
  });
  await work();
  await scoreOrders(deps, { shopId });

  const orders = await prisma.order.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  expect(orders.map(({ customerId, personId }) => [customerId, personId === null])).toEqual([
    [null, false],
    [null, true],
    [BigInt(BOB.id), false],
  ]);
  expect(await totals()).not.toEqual(before);
  expect(await prisma.personIdentity.count({ where: { shopId } })).toBe(3);
  expect(await prisma.standing.findMany({ where: { shopId } })).toMatchObject([
    { customerId: BigInt(BOB.id) },
  ]);
  const compared = await prisma.identityOrder.findMany({ where: { shopId } });
  expect(compared.map(({ orderId }) => orderId)).toEqual([5_000_000_003n]);
  const text = (await bodies()).join("\n");
  expect(text).not.toMatch(/ada@example\.com|30123456|7000000007/);
  expect(text).toContain(BOB.email);
});

test("of an account that was only deleted, orders are still its own", async () => {
  await tell("customers/delete", { id: ADA.id });
  await orderOf(1, ADA);
  await work();
  expect(await prisma.order.findFirst({ where: { shopId: at.shop.id } })).toMatchObject({
    customerId: BigInt(ADA.id),
  });
});
