import { beforeEach, expect, test } from "vitest";

import { decideCase } from "#app/services/case/decide-case.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { rebuildStandings } from "#app/services/standing/rebuild-standings.server.ts";
import { FILTER } from "#test/services/case/stage.ts";
import { guardStage } from "#test/services/guard/stage.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";

const noCustomers = { run: () => Promise.resolve({ customers: { nodes: [] } }) };
const deps = await testDeps({ adminApi: () => noCustomers as never });
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let shopId: number;
let on: ReturnType<typeof guardStage>;

const CODE = "SUMMER26_10OFF";
const buyer = (id: number) => ({ customer: { id }, email: `c${id}@example.com`, phone: null });
const guest = { customer: null, phone: null, email: "guest@example.com" };

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `put-together-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  on = guardStage(deps, at);
});

/** The scorer's link between whoever placed two orders. */
async function link(one: number, other: number): Promise<void> {
  const orders = await prisma.order.findMany({
    where: { shopId, id: { in: [BigInt(one), BigInt(other)] } },
  });
  const [low, high] = orders.map(({ personId }) => personId ?? 0n).sort((a, b) => Number(a - b));
  await prisma.personLink.create({
    data: {
      ...{ shopId, lowId: low!, highId: high!, relation: "same_person", bits: 9 },
      ...{ reasons: [{ field: "phone", bits: 9 }], createdAt: deps.now() },
    },
  });
  await inTransaction(pool, (client) =>
    foldCases(client, shopId, null, { now: deps.now(), newId: deps.newId }),
  );
}

/**
 * Customer 7 used a code that may be used once twice; customer 8 ordered, with `theirs` or without a code. They are
 * linked. @returns the campaign, and the first's first order.
 */
async function linkedPair(theirs: string): Promise<{ campaignId: string; mine: number }> {
  const campaignId = await on.campaign(CODE, { perCustomer: "1" });
  const mine = await on.order(CODE, "2026-06-01", buyer(7));
  await on.order(CODE, "2026-06-02", buyer(7));
  const codes = theirs === "" ? { discount_codes: [] } : {};
  await link(mine, await on.order(theirs, "2026-06-03", { ...buyer(8), ...codes }));
  return { campaignId, mine };
}

async function say(people: "together" | "apart"): Promise<string> {
  deps.clock.now = new Date(deps.clock.now.getTime() + 60_000);
  const list = await listCases(deps, at.as("reviewer"), { filter: FILTER, cursor: null });
  const [first] = valueOf(list).rows;
  const form = { ...usualForm("fine"), people };
  valueOf(await decideCase(deps, at.as("reviewer"), first?.id ?? "", form));
  return first?.id ?? "";
}

const used = async (customerId: number) =>
  (await on.standing(customerId))?.uses.map(({ total }) => total)[0] ?? 0;
const dirty = async () => {
  const rows = await prisma.standing.findMany({
    where: { shopId, dirtySince: { not: null } },
    orderBy: { customerId: "asc" },
  });
  return rows.map(({ customerId }) => Number(customerId));
};
const allWritten = () =>
  prisma.standing.updateMany({ where: { shopId }, data: { dirtySince: null } });

const except = async (form: { kind: string; customerId: string; scope: string; until: string }) => {
  const rest = { email: "", reason: "They order again and again." };
  valueOf(await addException(deps, at.as("reviewer"), { ...form, ...rest }));
};
const issue = (campaignId: string, customer: number) =>
  inTransaction(pool, async (client) => {
    await lockPeople(client, shopId);
    const who = { customerId: String(customer), email: null, phone: null };
    const issued = identityHashes(at.shop, who).map((each) => {
      const rest = { codeKey: null, customerId: null, channel: "mail", at: deps.now() };
      return { campaignId, who: each, ...rest };
    });
    await recordIssuance(client, at.shop, issued, { now: deps.now(), newId: deps.newId });
  });

test("each has the other's uses, from the decision on and until it is taken back", async () => {
  await linkedPair(CODE);
  expect([await used(7), await used(8)]).toEqual([2, 1]);
  await allWritten();
  const id = await say("together");
  expect([await used(7), await used(8), await dirty()]).toEqual([3, 3, [7, 8]]);

  // What one of them uses from now on is counted for the other at once.
  await allWritten();
  await on.order(CODE, "2026-06-14", buyer(8));
  expect([await used(7), await used(8), await dirty()]).toEqual([4, 4, [7, 8]]);

  await allWritten();
  valueOf(await undoDecision(deps, at.as("reviewer"), id));
  expect([await used(7), await used(8), await dirty()]).toEqual([2, 2, [7, 8]]);
});

test("a guest who is one person with somebody at the limit is known at checkout", async () => {
  await on.campaign(CODE, { perCustomer: "2" });
  await on.campaign("WINTER26_10OFF", { perCustomer: "1" });
  const mine = await on.order(CODE, "2026-06-01", buyer(7));
  await on.order(CODE, "2026-06-02", buyer(7));
  await on.order("WINTER26_10OFF", "2026-06-02", buyer(7));
  await on.order("WINTER26_10OFF", "2026-06-02", buyer(7));
  const plain = await on.order("", "2026-06-03", { ...guest, discount_codes: [] });
  await link(mine, plain);
  const before = await on.guests();
  const id = await say("together");
  const after = await on.guests();
  // Their e-mail, once for each campaign.
  expect(after.length - before.length).toBe(2);
  valueOf(await undoDecision(deps, at.as("reviewer"), id));
  expect(await on.guests()).toEqual(before);
});

test("an account of theirs that is new has a standing; what is decided of one holds for both", async () => {
  await on.campaign(CODE, { perCustomer: "2" });
  const mine = await on.order(CODE, "2026-06-01", buyer(7));
  for (const day of ["2026-06-02", "2026-06-03"]) await on.order(CODE, day, buyer(7));
  const plain = await on.order("", "2026-06-03", { ...guest, discount_codes: [] });
  await link(mine, plain);
  await say("together");
  expect(await on.standing(9)).toBeUndefined();
  const { email } = guest;
  await on.order("", "2026-06-04", { customer: { id: 9 }, phone: null, email, discount_codes: [] });
  expect(await used(9)).toBe(3);
  await allWritten();
  const until = "2026-12-31";
  await except({ kind: "disqualified", customerId: "7", scope: "everything", until });
  expect(await dirty()).toEqual([7, 9]);
  expect((await on.standing(9))?.disqualified).toEqual([{ scope: "*", until: "2026-12-31" }]);
});

test("a limit that is changed is written for both; whom another word puts apart has nothing of it", async () => {
  const { campaignId } = await linkedPair("");
  await say("together");
  await allWritten();
  const form = formFor(at, { name: CODE, perCustomer: "3" });
  valueOf(await changeCampaign(deps, at.as("editor"), campaignId, form));
  expect(await dirty()).toEqual([7, 8]);
  expect(await used(8)).toBe(2);
  await prisma.personLink.updateMany({
    where: { shopId },
    data: { decided: "apart", decidedAt: new Date(deps.now().getTime() + 60_000) },
  });
  expect([await used(7), await used(8)]).toEqual([2, 0]);
});

test("what is issued to one, and what one is allowed, is for both, and a rebuild writes both", async () => {
  await linkedPair("");
  const listed = await on.campaign("WINTER26_10OFF", { issuedOnly: "on" });
  await say("together");
  await allWritten();
  await issue(listed, 7);
  expect(await dirty()).toEqual([7, 8]);
  expect((await on.standing(8))?.memberships).toEqual((await on.standing(7))?.memberships);
  expect((await on.standing(8))?.memberships).toHaveLength(1);
  for (const kind of ["allowed", "sign_in"])
    await except({ kind, customerId: "7", scope: "everything", until: "2026-12-31" });
  await except({ kind: "allowed", customerId: "8", scope: "everything", until: "2027-12-31" });
  const whole = { scope: "*", until: "2026-12-31" };
  for (const id of [7, 8])
    expect(await on.standing(id)).toMatchObject({
      allowed: [{ ...whole, until: "2027-12-31" }],
      signIn: [whole],
    });
  await allWritten();
  await prisma.standing.deleteMany({ where: { shopId, customerId: 8n } });
  await rebuildStandings(deps, shopId);
  expect(await dirty()).toEqual([7, 8]);
});

test("whoever is left when one of them is erased is written anew", async () => {
  await linkedPair(CODE);
  await say("together");
  await allWritten();
  const payload = { customer: { id: 8, email: "c8@example.com" }, orders_to_redact: [] };
  await deliver(deps, at.shop.domain, { topic: "customers/redact", payload });
  await processInbox(deps, shopId);
  expect([await used(7), await dirty()]).toEqual([2, [7]]);
});

test("whom a later word keeps apart from an account of another's is written anew when those become one", async () => {
  const { mine } = await linkedPair(CODE);
  const third = await on.order("", "2026-06-03", { ...buyer(9), discount_codes: [] });
  await say("together");
  await link(mine, third);
  await prisma.personLink.updateMany({
    where: { shopId, decided: null },
    data: { decided: "apart", decidedAt: new Date(deps.now().getTime() + 60_000) },
  });
  expect(await used(7)).toBe(3);
  await allWritten();
  const gid = (id: number) => `gid://shopify/Customer/${id}`;
  const payload = {
    admin_graphql_api_customer_kept_id: gid(8),
    admin_graphql_api_customer_deleted_id: gid(9),
  };
  await deliver(deps, at.shop.domain, { topic: "customers/merge", payload });
  await processInbox(deps, shopId);
  expect(await used(7)).toBe(2);
  expect(await dirty()).toContain(7);
});
