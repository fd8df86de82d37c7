import { beforeEach, describe, expect, test } from "vitest";

import type { Change } from "#app/domain/verdict/answer.ts";
import type { WhyNotForm } from "#app/domain/verdict/asked.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { setWanted } from "#app/services/campaign/set-wanted.server.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { setMembership } from "#app/services/segment/set-membership.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { shopifyWith, type Account } from "./shopify.ts";

const ADA: Account = { id: "7", name: "Ada Lovelace", email: "ada@example.com", orders: 0 };
const ZOE: Account = { id: "9", name: "Zoe Zimmer", email: "zoe@example.com", orders: 0 };
const accounts = [ADA, ZOE];
let isAway = false;
const away = { run: () => Promise.reject(new AdminApiError("unavailable", "Shopify is away.")) };
const deps = await testDeps({
  adminApi: () => (isAway ? away : shopifyWith(accounts)) as never,
});
const CODE = "SUMMER26_10OFF";
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `why-${(shops += 1)}.myshopify.com`, { locale: "en" });
  on = guardStage(deps, at);
});

const formOf = (change: Partial<WhyNotForm>): WhyNotForm => ({
  ...{ code: CODE, customer: "7", order: "", state: "signed_in", at: "", language: "" },
  ...change,
});
const ask = async (change: Partial<WhyNotForm> = {}) =>
  valueOf(await askWhyNot(deps, at.as("reviewer"), formOf(change)));
const words = (changes: readonly Change[]) => changes.map((change) => change.words);

describe("a limit that is reached", () => {
  test("is told with the orders that count and what would change it", async () => {
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "month" });
    await on.order(CODE, "2026-05-30");
    const order = await on.order(CODE, "2026-06-10");
    const told = await ask({ code: " summer26_10off ", language: "de" });
    expect(told).toMatchObject({
      outcome: "reject",
      reason: "limit_reached",
      campaign: { name: CODE },
      who: { state: "signed_in", name: "Ada Lovelace", customerId: "7" },
      why: "The limit for each customer is once a month, and 1 use counts.",
      sentence:
        "Dieser Code gilt einmal im Monat pro Person; nach dem 30. Juni 2026 steht er wieder für Sie bereit.",
      moment: { day: "2026-06-15", isPast: false },
    });
    expect(told.evidence.limits).toEqual([
      {
        ...{ words: "once a month", perCustomer: 1, count: 1, spent: null },
        orders: [{ id: String(order), name: `#${order}`, day: "2026-06-10", code: CODE }],
      },
    ]);
    expect(words(told.changes)).toEqual([
      "From 1 July 2026",
      `Free the use of order #${order} (cancel it or refund it in full)`,
      "Raise the limit: 2 times a month instead of once a month",
      "Put this customer on the allow-list of the campaign",
    ]);
  });

  test("counts other campaigns of the group, by name", async () => {
    await on.group(1, "Welcome");
    const group = { perCustomer: "1", limitWindow: "lifetime", limitCounter: "+1" };
    await on.campaign(CODE, group);
    await on.campaign("WINTER26_10OFF", group);
    await on.order(CODE, "2026-06-10");
    const told = await ask({ code: "WINTER26_10OFF" });
    expect(told.why).toBe(
      "The limit for each customer is once in total, over all campaigns of Welcome, and 1 use counts.",
    );
    expect(told.evidence.limits[0]?.orders).toMatchObject([{ code: CODE }]);
    expect(told.changes.map(({ remedy }) => remedy.kind)).not.toContain("wait");
  });

  test("refuses a guest by e-mail in any spelling, without a day to read; by phone as well", async () => {
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "month" });
    const guest = { customer: null, email: "guest@gmail.com", phone: "+49 170 1234567" };
    await on.order(CODE, "2026-06-10", guest);
    for (const customer of ["Gu.est+spam@googlemail.com", "+49 (170) 12345-67"]) {
      const told = await ask({ customer, state: "known" });
      expect(told).toMatchObject({ reason: "limit_reached", who: { state: "guest", name: null } });
      expect(told.sentence).not.toMatch(/June/);
      expect(words(told.changes)).toContain("From 1 July 2026");
    }
    expect(await ask({ customer: "other@gmail.com" })).toMatchObject({ outcome: "accept" });
  });

  test("is asked of an order's shopper, of whom no address is kept", async () => {
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "month" });
    const order = await on.order(CODE, "2026-06-10", { customer: null, email: "g@example.com" });
    const told = await ask({ customer: "", order: String(order) });
    expect(told).toMatchObject({ reason: "limit_reached", who: { state: "guest" } });
    expect(told.unknown.join()).toContain("we keep no address");
    const own = await on.order("OTHER", "2026-06-11");
    expect((await ask({ customer: "", order: String(own) })).who.customerId).toBe("7");
  });
});

describe("who somebody is", () => {
  test("must fit the segments and tags asked for", async () => {
    await on.campaign(CODE, { allTags: "vip", noneTags: "staff" });
    const { pool } = deps.database;
    const set = (membership: string, member: boolean) =>
      setMembership(pool, {
        ...{ shopId: at.shop.id, membership, customerIds: ["7"], member, now: deps.now() },
      });
    await set("#staff", true);
    const left = await ask();
    expect(left).toMatchObject({ reason: "not_eligible" });
    expect(left.evidence.memberships).toEqual([
      { name: "the tag vip", asked: "all", has: false },
      { name: "the tag staff", asked: "none", has: true },
    ]);
    expect(left.changes[0]).toMatchObject({
      words: "Take the customer out of the tag staff",
      then: [{ words: "Bring the customer into the tag vip" }],
    });
    await set("#staff", false);
    await set("#vip", true);
    expect(await ask()).toMatchObject({ outcome: "accept" });
  });

  test("is not known to checkout before anything was written: said, and refused nothing", async () => {
    await on.campaign(CODE, { allTags: "vip" });
    const told = await ask({ customer: "zoe@example.com" });
    expect(told).toMatchObject({ outcome: "accept", who: { customerId: "9" } });
    expect(told.unknown.join()).toContain("nothing of this customer yet");
  });

  test("matters when nobody is signed in", async () => {
    await on.campaign(CODE, { guestPolicy: "sign_in" });
    const nobody = await ask({ customer: "" });
    expect(nobody).toMatchObject({ reason: "sign_in_needed", who: { state: "anonymous" } });
    expect(words(nobody.changes)).toEqual([
      "Make an account with this shop and sign in",
      "Let guests use the campaign without signing in",
    ]);
    expect(await ask({ state: "known" })).toMatchObject({
      outcome: "accept",
      who: { state: "known" },
    });
  });

  test("new is, whom Shopify has counted no order of", async () => {
    await on.campaign(CODE, { customerKind: "new" });
    expect(await ask({ customer: "9" })).toMatchObject({ outcome: "accept" });
    ZOE.orders = 3;
    const told = await ask({ customer: "9" });
    ZOE.orders = 0;
    expect(told).toMatchObject({ reason: "new_only", evidence: { orders: 3 } });
    expect(words(told.changes)).toContain("Open the campaign to customers who have ordered before");
  });
});

describe("exceptions", () => {
  const except = async (kind: string, until: string) =>
    valueOf(
      await addException(deps, at.as("reviewer"), {
        ...{ kind, customerId: "", email: "ada@example.com", scope: "everything", until },
        reason: "Resells codes.",
      }),
    );

  test("are told with who, until when and why, and lifted or waited for", async () => {
    await on.campaign(CODE);
    await on.order("OTHER", "2026-06-10");
    await except("disqualified", "2026-07-31");
    const told = await ask();
    expect(told).toMatchObject({
      reason: "disqualified",
      why: "Staff have disqualified this shopper.",
    });
    expect(told.evidence.exceptions).toMatchObject([
      {
        ...{ kind: "disqualified", scope: "everything", until: "2026-07-31" },
        ...{ reason: "Resells codes.", by: "Ada the reviewer" },
      },
    ]);
    expect(words(told.changes)).toEqual([
      "From 1 August 2026",
      "Lift the disqualification from everything",
      "Put this customer on the allow-list of the campaign",
    ]);
    expect(await ask({ customer: "ada@example.com" })).toMatchObject({ reason: "disqualified" });
  });

  test("that ask to sign in, too, whether known by account or as a guest", async () => {
    await on.campaign(CODE);
    await on.order("OTHER", "2026-06-10");
    await except("sign_in", "2026-07-31");
    const told = await ask({ state: "known" });
    expect(told).toMatchObject({
      reason: "sign_in_needed",
      why: "This shopper has been asked to sign in, and nobody is.",
      sentence: "Please sign in to use this code.",
    });
    expect(told.evidence.exceptions).toMatchObject([{ kind: "sign_in", until: "2026-07-31" }]);
    expect(words(told.changes)).toEqual([
      "Sign in",
      "No longer ask this shopper to sign in for everything",
      "Put this customer on the allow-list of the campaign",
    ]);
    expect(await ask()).toMatchObject({ outcome: "accept" });
  });

  test("that allow go before a limit", async () => {
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "lifetime" });
    await on.order(CODE, "2026-06-10");
    await except("allowed", "");
    const told = await ask();
    expect(told).toMatchObject({ outcome: "accept", sentence: null, changes: [] });
    expect(told.evidence.exceptions).toMatchObject([{ kind: "allowed", until: null }]);
  });
});

describe("a past moment", () => {
  test("is judged by what was entered and decided until then", async () => {
    deps.clock.now = new Date("2026-06-01T08:00:00Z");
    await on.campaign(CODE, { perCustomer: "1", limitWindow: "month" });
    deps.clock.now = new Date("2026-06-10T10:00:00Z");
    const order = await on.order(CODE, "2026-06-10");
    deps.clock.now = new Date("2026-06-12T10:00:00Z");
    const payload = orderBody(order, {
      ...{ updated_at: "2026-06-12T10:00:00Z", cancelled_at: "2026-06-12T10:00:00Z" },
      discount_codes: [{ code: CODE, amount: "5.00" }],
    });
    await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
    await processInbox(deps, at.shop.id);
    deps.clock.now = new Date("2026-06-15T12:00:00Z");
    expect(await ask()).toMatchObject({ outcome: "accept" });
    // 13:00 in Berlin is after the order, 11:59 before it.
    expect(await ask({ at: "2026-06-10T13:00" })).toMatchObject({ reason: "limit_reached" });
    expect(await ask({ at: "2026-06-10T11:59" })).toMatchObject({ outcome: "accept" });
    expect(await ask({ at: "2026-06-12T12:01" })).toMatchObject({ outcome: "accept" });
  });

  test("knows a campaign that was ended since, not one that was not made yet, and says what is not kept", async () => {
    deps.clock.now = new Date("2026-06-01T08:00:00Z");
    const id = await on.campaign(CODE, { guestPolicy: "sign_in", allTags: "vip" });
    deps.clock.now = new Date("2026-06-10T08:00:00Z");
    valueOf(await setWanted(deps, at.as("editor"), id, "ended"));
    deps.clock.now = new Date("2026-06-15T12:00:00Z");
    expect(await ask({ customer: "" })).toMatchObject({ campaign: null, outcome: "accept" });
    const then = await ask({ customer: "", at: "2026-06-05T12:00" });
    expect(then).toMatchObject({ reason: "sign_in_needed", moment: { isPast: true } });
    expect(then.unknown.join()).toContain("Who was in which segment");
    const before = await ask({ customer: "", at: "2026-05-01T12:00" });
    expect(before).toMatchObject({ campaign: null, outcome: "accept" });
  });
});

describe("beside the rules", () => {
  test("a paused campaign is Shopify's reason", async () => {
    const id = await on.campaign(CODE);
    valueOf(await setWanted(deps, at.as("editor"), id, "paused"));
    const told = await ask();
    expect(told.outcome).toBe("accept");
    expect(told.shopify[0]).toContain("paused");
    expect(told.why).toContain("Shopify does not take the code");
  });

  test("a code that is nobody's is told so", async () => {
    await on.campaign(CODE);
    const told = await ask({ code: "SUMMER26_1OOFF" });
    expect(told).toMatchObject({ campaign: null, outcome: "accept" });
    expect(told.why).toContain(`A shopper may have meant ${CODE}`);
  });
});

test("while Shopify is away, what we know is judged, and that is said", async () => {
  await on.campaign(CODE, { perCustomer: "1", limitWindow: "month" });
  await on.order(CODE, "2026-06-10");
  isAway = true;
  const [byNumber, byEmail] = [await ask(), await ask({ customer: "ada@example.com" })];
  isAway = false;
  expect(byNumber).toMatchObject({ reason: "limit_reached", who: { name: null, customerId: "7" } });
  expect(byEmail).toMatchObject({ reason: "limit_reached", who: { state: "guest" } });
  for (const told of [byNumber, byEmail])
    expect(told.unknown.join()).toContain("Shopify could not be asked just now");
});

describe("a question", () => {
  test.each([
    [{ code: " " }, "code"],
    [{ code: "A".repeat(256) }, "code"],
    [{ customer: "ada" }, "customer"],
    [{ customer: "8" }, "customer"],
    [{ customer: "", order: "99999" }, "customer"],
    [{ customer: "", order: "1 OR 1=1" }, "customer"],
    [{ at: "2026-02-30T10:00" }, "at"],
    [{ at: "2026-06-15T14:01" }, "at"],
    [{ language: "<script>" }, "language"],
  ] as const)("%o is refused beside its field", async (change, field) => {
    await on.campaign(CODE);
    const outcome = await askWhyNot(deps, at.as("admin"), formOf(change));
    expect(refusalOf(outcome)).toBe(field);
  });

  test("about a person needs the role, is written down without them, and about nobody is not", async () => {
    await on.campaign(CODE);
    await on.order(CODE, "2026-06-10");
    const looks = () =>
      deps.database.prisma.personalAccess.findMany({
        where: { shopId: at.shop.id, what: "customer.looked_up" },
      });
    for (const role of ["viewer", "editor"] as const) {
      const about = { customer: "ada@example.com" };
      expect(refusalOf(await askWhyNot(deps, at.as(role), formOf(about)))).toBe("forbidden");
      const byOrder = { customer: "", order: "1" };
      expect(refusalOf(await askWhyNot(deps, at.as(role), formOf(byOrder)))).toBe("forbidden");
      valueOf(await askWhyNot(deps, at.as(role), formOf({ customer: "" })));
    }
    expect(await looks()).toEqual([]);
    await ask({ customer: "ada@example.com" });
    await ask({ customer: "stranger@example.com" });
    expect(await looks()).toMatchObject([{ actorName: "Ada the reviewer", people: 1 }]);
  });
});
