import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { findAccounts } from "#app/services/issuance/find-accounts.server.ts";
import { importIssuance } from "#app/services/issuance/import-issuance.server.ts";
import { readIssued } from "#app/services/issuance/read-issued.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { rebuildStandings } from "#app/services/standing/rebuild-standings.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { countWhyNot } from "#app/services/verdict/count-why-not.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { functionSays, shopifyWith, wireOf, type AtCheckout } from "../verdict/shopify.ts";

const ada = { id: "7", name: "Ada", email: "ada@example.com", orders: 0 };
const ben = { id: "8", name: "Ben", email: "ben@example.com", orders: 0 };
const cleo = { id: "9", name: "Cleo", email: "Cleo@example.com", orders: 0 };
const deps = await testDeps({ adminApi: () => shopifyWith([ada, ben, cleo]) as never });
const { prisma } = deps.database;
const CODE = "SUMMER26_10OFF";
const OTHERS =
  "This code is for those we gave it to; please sign in with the e-mail we know you by.";
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;
let id: string;

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `issued-only-${(shops += 1)}.myshopify.com`, { locale: "en" });
  on = guardStage(deps, at);
  id = await on.campaign(CODE, { perCustomer: "", issuedOnly: "on" });
  await deps.takeJobs();
});

const bring = async (list: string) => {
  const body = new Blob([list]).stream();
  return valueOf(await importIssuance(deps, at.as("editor"), id, { channel: "mail", body }));
};

/** What the function says from what would be written now; null when it lets the code through. */
const says = async (who: AtCheckout) => functionSays(await wireOf(deps, at.shop.id), CODE, who);
const signedIn = (account: AtCheckout["account"]) =>
  says({ ...(account ? { account } : {}), isSignedIn: true });
const tell = async (topic: string, payload: unknown) => {
  await deliver(deps, at.shop.domain, { topic, payload });
  await processInbox(deps, at.shop.id);
};
const waiting = async () => {
  const where = { shopId: at.shop.id, dirtySince: { not: null } };
  const rows = await prisma.standing.findMany({ where, orderBy: { customerId: "asc" } });
  return rows.map(({ customerId, urgency }) => [Number(customerId), urgency]);
};
const jobs = async () => (await deps.takeJobs()).map(({ name }) => name);

test("checkout lets those through to whom it was issued, refuses others, and asks guests to sign in", async () => {
  expect(await signedIn(ada)).toBe(OTHERS);
  await bring("customer\n7\n");
  expect(await signedIn(ada)).toBeNull();
  expect(await says({ account: ada })).toBeNull();
  // Of Ben nothing was ever written.
  expect(await signedIn(ben)).toBe(OTHERS);
  for (const who of [{ email: "ada@example.com" }, {}])
    expect(await says(who)).toBe("Please sign in to use this code.");
  // People wait behind orders; checkout knows them when they are written.
  expect(await waiting()).toEqual([[7, 1]]);
  const told = async () => valueOf(await readIssued(deps, at.as("viewer"), id));
  expect(await told()).toMatchObject({ people: 1, known: 0 });
  const written = { dirtySince: null, writtenAt: deps.now() };
  await prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: written });
  expect(await told()).toMatchObject({ people: 1, known: 1 });
  expect(await jobs()).toEqual(["score-orders"]);
});

test("an account found by the e-mail it was issued to: of orders, of the shop's customers, when it is made", async () => {
  await on.order("OTHER", "2026-06-01", { customer: { id: 7 }, email: "ada@example.com" });
  await bring("email\nada@example.com\ncleo@example.com\nnew@example.com\n");
  expect(await signedIn(ada)).toBeNull();
  expect(await signedIn(cleo)).toBe(OTHERS);
  expect(await jobs()).toContain("find-accounts");
  await findAccounts(deps, { shopId: at.shop.id });
  expect(await signedIn(cleo)).toBeNull();
  expect(await signedIn(ben)).toBe(OTHERS);
  expect(await prisma.standing.count({ where: { shopId: at.shop.id, customerId: 8 } })).toBe(0);
  const made = { id: "10", name: "New", email: "new@example.com", orders: 0 };
  await tell("customers/create", { id: 10, email: "New@example.com", phone: null });
  expect(await signedIn(made)).toBeNull();
  // Found once, an account is not marked again.
  await prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: { dirtySince: null } });
  await findAccounts(deps, { shopId: at.shop.id });
  expect(await waiting()).toEqual([]);
});

test("an account that used a code under another e-mail is found by the one Shopify has", async () => {
  await on.order("OTHER", "2026-06-01", { customer: { id: 9 }, email: "contact@example.com" });
  await on.order(CODE, "2026-06-02", { customer: { id: 9 }, email: "contact@example.com" });
  await bring("email\ncleo@example.com\n");
  expect(await signedIn(cleo)).toBe(OTHERS);
  await findAccounts(deps, { shopId: at.shop.id });
  expect(await signedIn(cleo)).toBeNull();
});

test("a guest to whom it was issued is known with their first account's order", async () => {
  await bring("email\nben@example.com\n");
  await on.order("OTHER", "2026-06-01", { customer: { id: 8 }, email: "ben@example.com" });
  expect(await signedIn(ben)).toBeNull();
  expect((await waiting()).map(([customer]) => customer)).toEqual([8]);
});

test("a campaign that becomes one for those it was issued to has their standings written, and so has a rebuild", async () => {
  const other = await on.campaign("WINTER26_10OFF", { perCustomer: "" });
  await bring("customer,campaign\n7,WINTER26_10OFF\n");
  await bring("email,campaign\nben@example.com,WINTER26_10OFF\n");
  expect(await waiting()).toEqual([]);
  await deps.takeJobs();
  const form = formFor(at, { name: "WINTER26_10OFF", perCustomer: "", issuedOnly: "on" });
  valueOf(await changeCampaign(deps, at.as("editor"), other, form));
  expect(await waiting()).toEqual([[7, 1]]);
  expect(await jobs()).toContain("find-accounts");
  expect((await on.standing(7))?.memberships).toEqual(["issued:2"]);
  await prisma.standing.deleteMany({ where: { shopId: at.shop.id } });
  await on.order("OTHER", "2026-06-01", { customer: { id: 7 } });
  await rebuildStandings(deps, at.shop.id);
  expect(await waiting()).toEqual([[7, 0]]);
});

test("three hundred people are noted in as many statements as three", async () => {
  const statements = async (from: number, count: number) => {
    const rows = Array.from({ length: count }, (_, n) => String(from + n)).flatMap((customerId) =>
      identityHashes(at.shop, { customerId, email: null, phone: null }).map((who) => ({
        ...{ campaignId: id, codeKey: null, who, customerId, channel: "mail", at: deps.now() },
      })),
    );
    let asked = 0;
    await inTransaction(deps.database.pool, async (client) => {
      await lockPeople(client, at.shop.id);
      const counting = {
        query: (text: string, values: unknown[]) => {
          asked += 1;
          return client.query(text, values);
        },
      };
      const context = { now: deps.now(), newId: deps.newId };
      await recordIssuance(counting as never, at.shop, rows, context);
    });
    return asked;
  };
  const few = await statements(1_000, 3);
  expect(await statements(2_000, 300)).toBe(few);
  expect((await waiting()).length).toBe(303);
});

test("“Why not?” says that it was not issued, when it was, and what would change it, now and of a moment before", async () => {
  const ask = async (form: Record<string, string>) =>
    valueOf(
      await askWhyNot(deps, at.as("reviewer"), {
        ...{ code: CODE, customer: "7", order: "", state: "signed_in", at: "", language: "en" },
        ...form,
      }),
    );
  await bring("customer\n8\n");
  const before = await ask({});
  expect(before).toMatchObject({
    outcome: "reject",
    reason: "not_eligible",
    why: `${CODE} is only for those it was issued to, and it was not issued to this customer.`,
    rule: ["Only for those it was issued to.", "Guests are compared by e-mail and phone."],
    sentence: OTHERS,
  });
  expect(before.evidence.memberships).toEqual([
    { name: "an issuance of this campaign", asked: "all", has: false },
  ]);
  expect(before.changes.map(({ words }) => words)).toEqual([
    `Record that ${CODE} was issued to this customer`,
    "Put this customer on the allow-list of the campaign",
  ]);
  deps.clock.now = new Date("2026-06-20T12:00:00Z");
  await bring("customer,date\n7,2026-06-10\n");
  const after = await ask({});
  expect(after.outcome).toBe("accept");
  expect(after.evidence.memberships).toEqual([
    { name: "an issuance of this campaign, 10 June 2026 by mail", asked: "all", has: true },
  ]);
  // It was recorded later, so checkout did not know it then.
  expect((await ask({ at: "2026-06-16T12:00" })).outcome).toBe("reject");
  expect(await ask({ customer: "someone@example.com" })).toMatchObject({
    reason: "sign_in_needed",
    changes: [
      {
        words: "Make an account with this shop and sign in",
        then: [{ words: `Record that ${CODE} was issued to this customer` }],
      },
      {},
    ],
  });
});

test("how many could use it counts those it was not issued to apart", async () => {
  await on.order("OTHER", "2026-06-01", { customer: { id: 8 }, email: "ben@example.com" });
  await bring("customer\n7\n");
  expect(
    valueOf(await countWhyNot(deps, at.as("reviewer"), { code: CODE, of: "all" })),
  ).toMatchObject({
    accept: 1,
    people: 2,
    reasons: [{ reason: "not_issued", words: "Not issued to them", people: 1 }],
  });
});
