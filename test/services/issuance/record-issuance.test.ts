import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let campaignId: string;

beforeEach(async () => {
  at = await addShop(deps, `issuance-${(shops += 1)}.myshopify.com`);
  campaignId = await addCampaign(deps, at, { perCustomer: "" });
});

/** Issues the campaign to customers by their ids. */
function issue(customers: readonly string[], codeKey: string | null = null): Promise<number> {
  const { shop } = at;
  const rows = customers.flatMap((customerId) =>
    identityHashes(shop, { customerId, email: null, phone: null }).map((who) => ({
      ...{ campaignId, codeKey, who, customerId, channel: "mail", at: deps.now() },
    })),
  );
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shop.id);
    const context = { now: deps.now(), newId: deps.newId };
    return (await recordIssuance(client, shop, rows, context)).added;
  });
}

async function order(id: number, change: Record<string, unknown>): Promise<void> {
  const payload = orderBody(id, change);
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
}

const openFlags = async () => {
  const where = { shopId: at.shop.id, state: "open" };
  const flags = await prisma.flag.findMany({ where, orderBy: { orderId: "asc" } });
  return flags.map(({ orderId }) => Number(orderId));
};

const issuedOnly = () =>
  prisma.campaign.updateMany({ where: { shopId: at.shop.id }, data: { issuedOnly: true } });

test("told twice, alone or in one list, it is noted once; with a code it is another", async () => {
  expect(await issue(["7", "8", "7"])).toBe(2);
  expect(await issue(["7", "9"])).toBe(1);
  expect(await issue(["7"], "SUMMER26_10OFF")).toBe(1);
  const rows = await prisma.issuance.findMany({ where: { shopId: at.shop.id } });
  expect(rows.map(({ channel, codeId }) => [channel, codeId === null]).sort()).toEqual([
    ["mail", false],
    ["mail", true],
    ["mail", true],
    ["mail", true],
  ]);
});

test("a campaign only for those it was issued to: the others' uses are flagged, until it is issued to them", async () => {
  await issuedOnly();
  await issue(["7"]);
  await order(1, { customer: { id: 7 }, email: "ada@example.com" });
  await order(2, { customer: { id: 8 }, email: "bob@example.com" });
  // A guest whom the first order's address shows to be the first customer.
  await order(3, { customer: null, email: "ada@example.com" });
  await order(4, { customer: null, email: null });
  expect(await openFlags()).toEqual([2]);
  await issue(["8"]);
  expect(await openFlags()).toEqual([]);
});

test("a campaign for everybody may be used by those it was not issued to", async () => {
  await issue(["7"]);
  await order(2, { customer: { id: 8 }, email: "bob@example.com" });
  expect(await openFlags()).toEqual([]);
});
