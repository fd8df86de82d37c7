import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { purgeMessages } from "#app/services/intake/purge-messages.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import type { guardStage } from "../guard/stage.ts";
import { CODE, ONCE, accountStage, guest, noCustomers } from "./account-stage.ts";

const deps = await testDeps({ adminApi: () => noCustomers as never });
const { prisma } = deps.database;
const stage = accountStage(deps);
const { tell, made, standings, says, told } = stage;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  ({ at, on } = await stage.begin());
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

test.each([
  ["failed", 2],
  ["FAILED", 2],
  ["in_progress", 2],
  ["requested", 2],
  ["completed", 1],
  [undefined, 1],
])("a merge that Shopify says is %s leaves %i people", async (status, people) => {
  for (const id of [5, 6])
    await on.order(CODE, "2026-06-01", { customer: { id }, email: `c${id}@example.com` });
  const gid = (id: number) => `gid://shopify/Customer/${id}`;
  await tell("customers/merge", {
    admin_graphql_api_customer_kept_id: gid(5),
    admin_graphql_api_customer_deleted_id: gid(6),
    ...{ admin_graphql_api_job_id: null, status },
    errors: [{ customer_ids: [5, 6], field: "merge_in_progress", message: "is being merged" }],
  });
  expect(await prisma.person.count({ where: { shopId: at.shop.id, rootId: null } })).toBe(people);
});

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
