import { beforeEach, expect, test } from "vitest";

import { createApiKey } from "#app/services/api-key/create-api-key.server.ts";
import { admitCall, type Caller } from "#app/services/api-key/open-call.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { findAccounts } from "#app/services/issuance/find-accounts.server.ts";
import { recordPosted } from "#app/services/issuance/record-posted.server.ts";
import { shopifyWith } from "#test/services/verdict/shopify.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const ada = { id: "7", name: "Ada", email: "ada@example.com", phone: "+49301234567", orders: 0 };
const deps = await testDeps({ adminApi: () => shopifyWith([ada]) as never });
const { prisma } = deps.database;
const CODE = "SUMMER26_10OFF";
let shops = 0;
let at: TestShop;
let id: string;
let caller: Caller;

beforeEach(async () => {
  at = await addShop(deps, `record-posted-${(shops += 1)}.myshopify.com`);
  id = await addCampaign(deps, at, { perCustomer: "", issuedOnly: "on" });
  const { key } = valueOf(await createApiKey(deps, at.as("admin"), { name: "CRM" }));
  const call = await admitCall(deps, `Bearer ${key}`);
  if (call.kind !== "caller") throw new Error(call.kind);
  caller = call.caller;
  await deps.takeJobs();
});

const post = (...issuances: unknown[]) => recordPosted(deps, caller, { issuances });
const posted = async (...issuances: unknown[]) => valueOf(await post(...issuances));
const rows = () =>
  prisma.issuance.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } });
const imported = () =>
  prisma.auditEvent.findMany({ where: { shopId: at.shop.id, action: "issuance.imported" } });

test("rows are recorded, and the same again is known", async () => {
  const issuances = [
    { campaign: CODE, customer_id: "7", channel: "mail", issued_at: "2026-06-10T09:00:00Z" },
    { campaign: CODE.toLowerCase(), customer_id: 8 },
    { campaign: ` ${CODE} `, email: "ada@example.com", code: CODE.toLowerCase(), phone: null },
    { campaign: CODE, phone: "+49 30 1234567" },
  ];
  expect(await posted(...issuances)).toEqual({ recorded: 4, known: 0, refused: [] });
  expect(await posted(...issuances)).toEqual({ recorded: 0, known: 4, refused: [] });
  const [first, second, third] = await rows();
  expect(first).toMatchObject({ campaignId: id, channel: "mail", codeId: null });
  expect(first?.at).toEqual(new Date("2026-06-10T09:00:00Z"));
  expect(second).toMatchObject({ channel: "api", at: deps.now() });
  expect(third?.codeId).not.toBeNull();
});

test("one person twice in a call, spelt otherwise, is recorded once", async () => {
  const mail = (email: string) => ({ campaign: CODE, email });
  expect(await posted(mail("ada@example.com"), mail("ADA@example.com "))).toEqual({
    ...{ recorded: 1, known: 1, refused: [] },
  });
});

test("two calls at once record each person once", async () => {
  const people = Array.from({ length: 40 }, (_, n) => ({ campaign: CODE, customer_id: n + 1 }));
  const answers = await Promise.all([posted(...people), posted(...people)]);
  expect(answers.map(({ recorded }) => recorded).sort()).toEqual([0, 40]);
  expect(await rows()).toHaveLength(40);
});

test("rows that cannot be used are told by their place and field, the others are recorded", async () => {
  const receipt = await posted(
    { campaign: "WINTER99", customer_id: "7" },
    { campaign: CODE, customer_id: "7" },
    { campaign: CODE },
    { campaign: CODE, customer_id: "Ada" },
    { campaign: CODE, customer_id: "9999999999999999999" },
    { campaign: CODE, email: "ada@" },
    { campaign: CODE, phone: "12" },
    { campaign: CODE, customer_id: 8, code: "OTHER" },
    { campaign: CODE, customer_id: 8, channel: "x".repeat(41) },
    { campaign: CODE, customer_id: 8, issued_at: "yesterday" },
    { campaign: CODE, customer_id: 8, issued_at: "2026-06-16T00:00:00Z" },
    { campaign: CODE, customer_id: 8, issued_at: "0000-01-01T00:00:00Z" },
  );
  expect(receipt).toMatchObject({ recorded: 1, known: 0 });
  expect(receipt.refused.map(({ row, field }) => [row, field])).toEqual([
    ...[
      [0, "campaign"],
      [2, "customer_id"],
      [3, "customer_id"],
      [4, "customer_id"],
    ],
    ...[
      [5, "email"],
      [6, "phone"],
      [7, "code"],
      [8, "channel"],
    ],
    ...[
      [9, "issued_at"],
      [10, "issued_at"],
      [11, "issued_at"],
    ],
  ]);
  expect(receipt.refused[0]?.message).toBe("There is no campaign “WINTER99”.");
  expect(receipt.refused[1]?.message).toMatch(/give customer_id, email or phone/);
  expect(JSON.stringify(receipt)).not.toMatch(/ada@|Ada/);
  expect(await rows()).toHaveLength(1);
});

test("another shop's campaign and code are none of this shop's", async () => {
  const own = at;
  at = await addShop(deps, `record-posted-other-${shops}.myshopify.com`);
  await addCampaign(deps, at, { name: "WINTER26_10OFF" });
  const receipt = await posted({ campaign: "WINTER26_10OFF", customer_id: 7 });
  expect(receipt.refused).toMatchObject([{ row: 0, field: "campaign" }]);
  const code = await posted({ campaign: CODE, customer_id: 7, code: "WINTER26_10OFF" });
  expect(code.refused).toMatchObject([{ row: 0, field: "code" }]);
  expect(await rows()).toEqual([]);
  at = own;
  expect(await rows()).toEqual([]);
});

test("the log says how many by campaign and key, not who, and nothing when all was known", async () => {
  const other = await addCampaign(deps, at, { name: "WINTER26_10OFF" });
  const issuances = [
    { campaign: CODE, email: "ada@example.com" },
    { campaign: CODE, email: "ben@example.com" },
    { campaign: "winter26_10off", phone: "+49301234567" },
  ];
  await posted(...issuances);
  await posted(...issuances);
  const events = await imported();
  expect(
    new Set(events.map(({ subjectId, subjectName, after }) => [subjectId, subjectName, after])),
  ).toEqual(
    new Set([
      [id, CODE, { added: 2 }],
      [other, "WINTER26_10OFF", { added: 1 }],
    ]),
  );
  for (const { actorKind, actorName } of events)
    expect([actorKind, actorName]).toEqual(["system", "API key CRM"]);
  const kept = await prisma.personIdentity.findMany({ where: { shopId: at.shop.id } });
  expect(kept.map(({ kind }) => kind).sort()).toEqual(["email", "email", "phone"]);
});

test("those it is told of may use the code: what was flagged no longer is", async () => {
  for (const [order, customer] of [7, 8].entries()) {
    const payload = orderBody(order + 1, { customer: { id: customer }, email: null });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
  const flags = () => prisma.flag.count({ where: { shopId: at.shop.id, state: "open" } });
  expect(await flags()).toBe(2);
  await posted({ campaign: CODE, customer_id: 7 });
  expect(await flags()).toBe(1);
});

test("accounts are looked for and orders weighed anew, once something was new", async () => {
  const jobs = async () => (await deps.takeJobs()).map(({ name }) => name).sort();
  await posted({ campaign: CODE, email: "ada@example.com" });
  expect(await jobs()).toEqual(["find-accounts", "score-orders"]);
  await posted({ campaign: "NONE", email: "ada@example.com" });
  expect(await jobs()).toEqual([]);
});

test.each([{ email: "Ada@example.com" }, { phone: "0049 30 1234567" }])(
  "an account that has not ordered is found by %o",
  async (who) => {
    const standings = () =>
      prisma.standing.findMany({ where: { shopId: at.shop.id }, select: { customerId: true } });
    await posted({ campaign: CODE, ...who });
    expect(await standings()).toEqual([]);
    await findAccounts(deps, { shopId: at.shop.id });
    expect(await standings()).toEqual([{ customerId: 7n }]);
  },
);

test("a thousand rows are taken in one call", async () => {
  const people = Array.from({ length: 1_000 }, (_, n) => ({ campaign: CODE, customer_id: n + 1 }));
  expect(await posted(...people)).toMatchObject({ recorded: 1_000, known: 0, refused: [] });
});

test("a body of another shape is refused whole, by its places, without what stood there", async () => {
  const row = { campaign: CODE, email: "ada@example.com" };
  const outcome = await recordPosted(deps, caller, { issuances: [row, { ...row, code: 7 }] });
  expect(refusalOf(outcome)).toBe("issuances[1].code");
  expect(JSON.stringify(outcome)).not.toContain("ada@");
  expect(await rows()).toEqual([]);
});
