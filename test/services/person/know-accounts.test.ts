import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { functionSays, wireOf } from "../verdict/shopify.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const CODE = "SUMMER26_10OFF";
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  at = await addShop(deps, `accounts-${(shops += 1)}.myshopify.com`, { locale: "en" });
  on = guardStage(deps, at);
  await on.campaign(CODE, { perCustomer: "1" });
});

const made = async (payload: Record<string, unknown>) => {
  await deliver(deps, at.shop.domain, { topic: "customers/create", payload });
  await processInbox(deps, at.shop.id);
};
const standings = async () => {
  const rows = await prisma.standing.findMany({ where: { shopId: at.shop.id } });
  return rows.map(({ customerId, dirtySince }) => [Number(customerId), dirtySince !== null]);
};
const guest = (email: string, phone: string | null = null) => ({ customer: null, email, phone });
const says = async (id: string, email: string) =>
  functionSays(await wireOf(deps, at.shop.id), CODE, {
    account: { id, name: "Ada", email, orders: 0 },
    isSignedIn: true,
  });
const ONCE = /once per customer/;

test("a guest who used the code and makes an account is refused with their first order there", async () => {
  await on.order(CODE, "2026-06-01", guest("Ada.L@googlemail.com"));
  expect(await standings()).toEqual([]);
  expect(await says("7", "ada.l@gmail.com")).toBeNull();
  await made({ id: 7, email: "ada.l+shop@gmail.com", phone: null });
  expect(await standings()).toEqual([[7, true]]);
  expect(await says("7", "ada.l@gmail.com")).toMatch(ONCE);
});

test("a phone tells who it is, too; an account that joins two guests makes them one", async () => {
  await on.order(CODE, "2026-06-01", guest("ada@example.com"));
  await on.order(CODE, "2026-06-02", guest("other@example.com", "+49 151 2345678"));
  expect(await on.flags()).toEqual([]);
  await made({ id: 7, email: "ada@example.com", phone: "+491512345678" });
  expect(await says("7", "ada@example.com")).toMatch(ONCE);
  expect(await on.flags()).toEqual([2]);
});

test("of an account of nobody we know nothing is kept, and one made by its first order is that order's", async () => {
  await made({ id: 8, email: "new@example.com", phone: null });
  await made({ id: 9, email: null, phone: null });
  expect(await standings()).toEqual([]);
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
  const customer = { id: 8, email: "new@example.com" };
  await deliver(deps, at.shop.domain, {
    topic: "orders/create",
    payload: orderBody(1, { customer, email: "new@example.com" }),
  });
  await processInbox(deps, at.shop.id);
  await made({ id: 8, email: "new@example.com", phone: null });
  expect(await standings()).toEqual([[8, true]]);
  expect(await prisma.person.count({ where: { shopId: at.shop.id } })).toBe(1);
});

test.each(["the account", "its order"])(
  "of an account that ordered without a code nothing is written, when %s is told first",
  async (first) => {
    const email = "new@example.com";
    const account = () => made({ id: 8, email, phone: null });
    if (first === "the account") await account();
    const payload = orderBody(1, { customer: { id: 8, email }, email, discount_codes: [] });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
    await processInbox(deps, at.shop.id);
    if (first === "its order") await account();
    expect(await standings()).toEqual([]);
    expect(await prisma.person.count({ where: { shopId: at.shop.id } })).toBe(1);
  },
);

test("erased in the same batch, it stays erased", async () => {
  await on.order(CODE, "2026-06-01", guest("ada@example.com"));
  const payload = { id: 7, email: "ada@example.com", phone: null };
  await deliver(deps, at.shop.domain, { topic: "customers/create", payload });
  const redact = { customer: payload, orders_to_redact: [] };
  await deliver(deps, at.shop.domain, { topic: "customers/redact", payload: redact });
  await processInbox(deps, at.shop.id);
  expect(await standings()).toEqual([]);
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
});
