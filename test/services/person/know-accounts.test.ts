import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { changeGuestKey } from "#app/services/guard/change-guest-key.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import type { guardStage } from "../guard/stage.ts";
import { CODE, ONCE, accountStage, guest, noCustomers } from "./account-stage.ts";

const deps = await testDeps({ adminApi: () => noCustomers as never });
const { prisma } = deps.database;
const stage = accountStage(deps);
const { tell, made, standings, says, bar, told } = stage;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  ({ at, on } = await stage.begin());
});

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

test("of an account of nobody we know hashes are kept, and one made by its first order is that order's", async () => {
  await made({ id: 8, email: "new@example.com", phone: null });
  await made({ id: 9, email: null, phone: null });
  expect(await standings()).toEqual([]);
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
  expect(await told()).toEqual(["8 customer", "8 email"]);
  const customer = { id: 8, email: "new@example.com" };
  await deliver(deps, at.shop.domain, {
    topic: "orders/create",
    payload: orderBody(1, { customer, email: "new@example.com" }),
  });
  await processInbox(deps, at.shop.id);
  await made({ id: 8, email: "new@example.com", phone: null });
  expect(await standings()).toEqual([[8, true]]);
  expect(await prisma.person.count({ where: { shopId: at.shop.id } })).toBe(1);
  expect(await told()).toEqual([]);
});

test("an account told of before its owner orders as a guest is known with that order", async () => {
  await made({ id: 7, email: "ada.l+shop@gmail.com", phone: "+49 151 2345678" });
  await on.order(CODE, "2026-06-01", guest("Ada.L@googlemail.com"));
  expect(await standings()).toEqual([[7, true]]);
  expect(await says("7", "ada.l@gmail.com")).toMatch(ONCE);
  expect(await told()).toEqual([]);
  // The phone it was told with is theirs, too.
  await on.order(CODE, "2026-06-02", guest("else@example.com", "+491512345678"));
  expect(await on.flags()).toEqual([2]);
});

test("accounts that have a phone in common are known with the first that is", async () => {
  await made({ id: 7, email: "two@example.com", phone: "+49 151 2345678" });
  await made({ id: 8, email: "one@example.com", phone: "+49 151 2345678" });
  await made({ id: 9, email: "nine@example.com", phone: null });
  await on.order(CODE, "2026-06-01", guest("one@example.com"));
  expect(await standings()).toEqual([
    [7, true],
    [8, true],
  ]);
  expect(await told()).toEqual(["9 customer", "9 email"]);
  expect(await prisma.person.count({ where: { shopId: at.shop.id } })).toBe(1);
});

test("an account of somebody who used a code long ago is written when an order tells whose it is", async () => {
  await on.order(CODE, "2026-06-01", guest("ada@example.com"));
  await made({ id: 7, email: "other@example.com", phone: "+49 151 2345678" });
  expect(await standings()).toEqual([]);
  const theirs = { ...guest("ada@example.com", "+49 151 2345678"), discount_codes: [] };
  await on.order("", "2026-06-03", theirs);
  expect(await standings()).toEqual([[7, true]]);
  expect(await says("7", "other@example.com")).toMatch(ONCE);
});

test("what an account is told with after its own order makes guests known, too", async () => {
  const customer = { id: 8, email: "ada@example.com" };
  await on.order(CODE, "2026-06-01", { customer, email: "ada@example.com", phone: null });
  await made({ id: 8, email: "ada@example.com", phone: "+49 151 2345678" });
  await on.order(CODE, "2026-06-02", guest("else@example.com", "+491512345678"));
  expect(await on.flags()).toEqual([2]);
});

test("whose account it is may matter without any use: who has ordered is no new customer, who is barred stays so", async () => {
  await made({ id: 7, email: "ada@example.com", phone: "+49 151 2345678" });
  await made({ id: 8, email: "bad@example.org", phone: "+49 151 7654321" });
  await on.order("", "2026-06-01", { ...guest("ada@example.com"), discount_codes: [] });
  expect(await standings()).toEqual([[7, true]]);
  expect((await on.standing(7))?.isReturning).toBe(true);
  await bar("bad@example.com");
  const both = guest("bad@example.com", "+49 151 7654321");
  await on.order("", "2026-06-02", { ...both, discount_codes: [] });
  expect(await standings()).toContainEqual([8, true]);
  expect((await on.standing(8))?.disqualified).toMatchObject([{ scope: "*" }]);
});

test("an exception by e-mail reaches an account that was told of before", async () => {
  await made({ id: 8, email: "bad@example.com", phone: null });
  await bar("bad@example.com");
  expect(await standings()).toEqual([[8, true]]);
  expect((await on.standing(8))?.disqualified).toMatchObject([{ scope: "*" }]);
  expect(await told()).toEqual([]);
});

test("what is issued to an e-mail is for the account that was told of with it", async () => {
  const campaignId = await on.campaign("WINTER26_10OFF", { issuedOnly: "on" });
  await made({ id: 8, email: "new@example.com", phone: null });
  const who = { customerId: null, email: "new@example.com", phone: null };
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, at.shop.id);
    const issued = identityHashes(at.shop, who).map((each) => {
      const rest = { codeKey: null, customerId: null, channel: "mail", at: deps.now() };
      return { campaignId, who: each, ...rest };
    });
    await recordIssuance(client, at.shop, issued, { now: deps.now(), newId: deps.newId });
  });
  expect(await standings()).toEqual([[8, true]]);
  expect((await on.standing(8))?.memberships).toHaveLength(1);
});

test("with a new key for guests, one told of under the old is known by its order's", async () => {
  await made({ id: 7, email: "ada@example.com", phone: "+49 151 2345678" });
  valueOf(await changeGuestKey(deps, at.as("admin")));
  await on.order(CODE, "2026-06-01", guest("ada@example.com"));
  expect(await on.guests()).toHaveLength(1);
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

test("an account that gets another e-mail is known by both, also where it is told twice in a batch", async () => {
  await on.order(CODE, "2026-06-01", guest("new@example.com"));
  await made({ id: 7, email: "old@example.com", phone: null });
  expect(await standings()).toEqual([]);
  await tell("customers/update", { id: 7, email: "new@example.com", phone: null });
  expect(await standings()).toEqual([[7, true]]);
  expect(await says("7", "new@example.com")).toMatch(ONCE);
  await on.order(CODE, "2026-06-02", guest("old@example.com"));
  expect(await on.flags()).toEqual([2]);

  for (const email of ["one@example.com", "two@example.com"]) {
    const payload = { id: 8, email, phone: null };
    await deliver(deps, at.shop.domain, { topic: "customers/update", payload });
  }
  await processInbox(deps, at.shop.id);
  expect(await told()).toEqual(["8 customer", "8 email", "8 email"]);
  await on.order(CODE, "2026-06-03", guest("one@example.com"));
  await on.order(CODE, "2026-06-04", guest("two@example.com"));
  expect(await on.flags()).toEqual([2, 4]);
});
