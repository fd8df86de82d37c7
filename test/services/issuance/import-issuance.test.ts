import { beforeEach, expect, test } from "vitest";

import { listCases } from "#app/services/case/list-cases.server.ts";
import { importIssuance } from "#app/services/issuance/import-issuance.server.ts";
import { readIssued } from "#app/services/issuance/read-issued.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { FILTER } from "#test/services/case/stage.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let id: string;

beforeEach(async () => {
  at = await addShop(deps, `import-issuance-${(shops += 1)}.myshopify.com`);
  id = await addCampaign(deps, at, { perCustomer: "", issuedOnly: "on" });
});

const bring = (text: string, channel = "newsletter") =>
  importIssuance(deps, at.as("editor"), id, {
    channel,
    body: new Blob([text]).stream(),
  });
const issued = async () => valueOf(await readIssued(deps, at.as("viewer"), id));
const rows = () => prisma.issuance.count({ where: { shopId: at.shop.id } });
async function order(order: number, change: Record<string, unknown> = {}): Promise<void> {
  const payload = orderBody(order, change);
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
}

test("a list is taken: counted by channel, each person once, and who redeemed of them", async () => {
  await order(1, { customer: { id: 7 }, email: "ada@example.com" });
  const list = "email,channel,date\nADA@example.com,,2026-06-01\nben@example.com,flyer,\n";
  expect(valueOf(await bring(list))).toEqual({ rows: 2, added: 2, bad: 0, problems: [] });
  // The same address otherwise spelt, and the account that ordered with it, are the same person.
  const again = "customer\n7\n8\n";
  expect(valueOf(await bring(again))).toMatchObject({ rows: 2, added: 1 });
  expect(await issued()).toMatchObject({
    people: 3,
    redeemers: 1,
    channels: [
      { channel: "newsletter", people: 2, redeemers: 1, first: "2026-05-31T22:00:00.000Z" },
      { channel: "flyer", people: 1, redeemers: 0 },
    ],
  });
});

test("a case about people it was not issued to goes when a list names them, and what is left is weighed anew", async () => {
  await order(1, { customer: { id: 7 }, email: "ada@example.com" });
  await order(2, { customer: { id: 8 }, email: "ben@example.com" });
  const open = async () => {
    const list = await listCases(deps, at.as("reviewer"), { filter: FILTER, cursor: null });
    return valueOf(list).rows.map(({ orders }) => orders.map(({ name }) => name));
  };
  expect(await open()).toHaveLength(2);
  await deps.takeJobs();
  valueOf(await bring("customer\n7\n"));
  expect(await open()).toEqual([["#2"]]);
  expect((await deps.takeJobs()).map(({ name }) => name)).toContain("score-orders");
});

test("with any bad row every bad row is told, and nothing is taken", async () => {
  const people = await prisma.person.count();
  const list = [
    "email,code,campaign,date",
    "ada@example.com,SUMMER26_10OFF,,",
    "ben@,,,",
    "cyd@example.com,OTHER,,",
    "dee@example.com,,WINTER99,",
    "eve@example.com,,summer26_10off,2026-06-01",
    "fay@example.com,,,tomorrow",
  ].join("\n");
  expect(valueOf(await bring(list))).toEqual({
    ...{ rows: 6, added: 0, bad: 4 },
    problems: [
      { line: 3, reason: "The e-mail address is not complete." },
      { line: 4, reason: "“OTHER” is no code of this campaign." },
      { line: 5, reason: "There is no campaign “WINTER99”." },
      { line: 7, reason: "The date cannot be read. Write it as 2026-06-01 or 2026-06-01 09:00." },
    ],
  });
  expect(await rows()).toBe(0);
  expect(await prisma.person.count()).toBe(people);
});

test("of another campaign by its name, and of a code", async () => {
  const other = await addCampaign(deps, at, { name: "WINTER26_10OFF" });
  const list = "email;campaign;code\nada@example.com;WINTER26_10OFF;winter26_10off\n";
  expect(valueOf(await bring(list))).toMatchObject({ added: 1 });
  const [row] = await prisma.issuance.findMany({ where: { shopId: at.shop.id } });
  expect(row).toMatchObject({ campaignId: other, channel: "newsletter" });
  expect(row?.codeId).not.toBeNull();
});

test("no address is kept, and the log says how many, not who", async () => {
  valueOf(await bring("email\nada@example.com\n"));
  const events = await prisma.auditEvent.findMany({ where: { shopId: at.shop.id } });
  const event = events.find(({ action }) => action === "issuance.imported");
  expect(event).toMatchObject({ subjectId: id, after: { rows: 1, added: 1 } });
  const after = JSON.stringify(events.map((each) => each.after));
  expect(after).not.toMatch(/ada@/);
  const kept = await prisma.personIdentity.findMany({ where: { shopId: at.shop.id } });
  expect(kept.map(({ kind, hash }) => [kind, hash.length])).toEqual([["email", 32]]);
});

test("only for whom it was issued to: others' orders are flagged, until the list says otherwise", async () => {
  valueOf(await bring("email\nada@example.com\n"));
  await order(1, { customer: { id: 7 }, email: "ada@example.com" });
  await order(2, { customer: { id: 8 }, email: "ben@example.com" });
  const flags = () => prisma.flag.findMany({ where: { shopId: at.shop.id, state: "open" } });
  expect((await flags()).map(({ orderId }) => Number(orderId))).toEqual([2]);
  valueOf(await bring("customer\n8\n"));
  expect(await flags()).toEqual([]);
});

test.each([
  ["nothing", "", /nothing in the list. Paste/],
  ["a list without titles", "ada@example.com\n", /Add that line above your list/],
  ["titles alone", "email,code\n", /nobody is listed below it/],
  ["a mark that is never closed", 'email\n"ada@example.com\n', /./],
])("%s is refused", async (_, text, message) => {
  const answer = await bring(text);
  expect(refusalOf(answer)).toBe("file");
  expect(answer).toMatchObject({
    refusal: { problems: [{ message: expect.stringMatching(message) as string }] },
  });
  expect(await rows()).toBe(0);
});

test("a list has to say how it was issued; a viewer may not bring one", async () => {
  expect(refusalOf(await bring("email\nada@example.com\n", "  "))).toBe("channel");
  const list = { channel: "mail", body: null };
  expect(refusalOf(await importIssuance(deps, at.as("viewer"), id, list))).toBe("forbidden");
  expect(refusalOf(await importIssuance(deps, at.as("editor"), "x", list))).toBe("not_found");
});

test("the way it was issued need not be said when every row says it", async () => {
  const list = "email,channel\nada@example.com,mail\nben@example.com,flyer\n";
  expect(valueOf(await bring(list, ""))).toMatchObject({ rows: 2, added: 2, bad: 0 });
  const lacking = "email,channel\ncarl@example.com,mail\ndora@example.com,\n";
  expect(await bring(lacking, "")).toMatchObject({
    refusal: {
      problems: [{ field: "channel", message: expect.stringContaining("every row") as string }],
    },
  });
  expect(await prisma.issuance.count({ where: { shopId: at.shop.id } })).toBe(2);
});
