import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { changeGuestKey } from "#app/services/guard/change-guest-key.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { purgeMessages } from "#app/services/intake/purge-messages.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { functionSays, wireOf } from "../verdict/shopify.ts";

const noCustomers = { run: () => Promise.resolve({ customers: { nodes: [] } }) };
const deps = await testDeps({ adminApi: () => noCustomers as never });
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

const tell = async (topic: string, payload: Record<string, unknown>) => {
  await deliver(deps, at.shop.domain, { topic, payload });
  await processInbox(deps, at.shop.id);
};
const made = (payload: Record<string, unknown>) => tell("customers/create", payload);
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
const bar = async (email: string) => {
  const form = { kind: "disqualified", customerId: "", email, scope: "everything" };
  const reason = { until: "2026-12-31", reason: "Resells" };
  valueOf(await addException(deps, at.as("reviewer"), { ...form, ...reason }));
};

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

const told = async () => {
  const rows = await prisma.toldAccount.findMany({
    where: { shopId: at.shop.id },
    orderBy: [{ customerId: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ customerId, kind }) => `${customerId} ${kind}`);
};

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

test("erased by its id alone, an account that never ordered leaves nothing; another keeps what is only its own", async () => {
  await made({ id: 7, email: "ada@example.com", phone: "+49 151 2345678" });
  await on.order(CODE, "2026-06-01", guest("ada@example.com"));
  await made({ id: 8, email: "bo@example.com", phone: "+49 151 7654321" });
  await made({ id: 9, email: "cy@example.com", phone: "+49 151 7654321" });
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(3);
  for (const customer of [{ id: 7 }, { id: 8, phone: "+49 151 7654321" }])
    await deliver(deps, at.shop.domain, {
      topic: "customers/redact",
      payload: { customer, orders_to_redact: [] },
    });
  await processInbox(deps, at.shop.id);
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
  expect(await told()).toEqual(["9 customer", "9 email"]);
});

test.each(["never ordered", "ordered, too"])(
  "who shares a phone with an account that is erased, and %s, is known as before",
  async (other) => {
    const phone = "+49 151 2345678";
    const seven = { customer: { id: 7 }, email: "ada@example.com", phone };
    await on.order(CODE, "2026-06-01", seven);
    if (other === "never ordered") await made({ id: 8, email: "bo@example.com", phone });
    else
      await on.order("", "2026-06-02", {
        ...{ customer: { id: 8 }, email: "bo@example.com", phone, discount_codes: [] },
      });
    const payload = { customer: { id: 8, phone }, orders_to_redact: [] };
    await deliver(deps, at.shop.domain, { topic: "customers/redact", payload });
    await processInbox(deps, at.shop.id);
    expect(await says("7", "ada@example.com")).toMatch(ONCE);
    const left = await prisma.personIdentity.findMany({
      where: { shopId: at.shop.id },
      orderBy: { kind: "asc" },
    });
    const kinds = left.map(({ kind }) => kind);
    // The erased account's own e-mail cannot be told from the other's: where it was in an order, both go.
    expect(kinds).toEqual(
      other === "never ordered" ? ["customer", "email", "email"] : ["customer"],
    );
    await on.order(CODE, "2026-06-03", seven);
    expect(await on.flags()).toEqual([other === "never ordered" ? 2 : 3]);
  },
);

test("one that is made one with another, deleted or erased is told of no more", async () => {
  for (const id of [5, 6, 7, 8]) await made({ id, email: `c${id}@example.com`, phone: null });
  const gid = (id: number) => `gid://shopify/Customer/${id}`;
  const webhooks = [
    ["customers/delete", { id: 7 }],
    ["customers/redact", { customer: { id: 8, email: "c8@example.com" }, orders_to_redact: [] }],
    [
      "customers/merge",
      {
        admin_graphql_api_customer_kept_id: gid(5),
        admin_graphql_api_customer_deleted_id: gid(6),
      },
    ],
  ] as const;
  for (const [topic, payload] of webhooks) await deliver(deps, at.shop.domain, { topic, payload });
  await processInbox(deps, at.shop.id);
  expect(await told()).toEqual([]);
  await on.order(CODE, "2026-06-01", guest("c6@example.com"));
  expect(await standings()).toEqual([[5, true]]);
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

test.each(["customers/delete", "customers/redact"])(
  "what is told of an account after %s is not taken in, until no message of it can come any more",
  async (topic) => {
    const account = { id: 7, email: "ada@example.com", phone: null };
    const gone =
      topic === "customers/redact" ? { customer: account, orders_to_redact: [] } : { id: 7 };
    await tell(topic, gone);
    await made(account);
    await tell("customers/update", account);
    expect(await told()).toEqual([]);
    await on.order(CODE, "2026-06-01", guest("ada@example.com"));
    await made(account);
    expect(await standings()).toEqual([]);

    const left = () => prisma.goneAccount.count({ where: { shopId: at.shop.id } });
    const start = deps.clock.now;
    try {
      deps.clock.now = new Date(start.getTime() + 36.9 * 86_400_000);
      await purgeMessages(deps);
      expect(await left()).toBe(1);
      deps.clock.now = new Date(start.getTime() + 37.1 * 86_400_000);
      await purgeMessages(deps);
      expect(await left()).toBe(0);
    } finally {
      deps.clock.now = start;
    }
  },
);
