import { beforeEach, describe, expect, test } from "vitest";

import { addException } from "#app/services/exception/add-exception.server.ts";
import { listExceptions } from "#app/services/exception/list-exceptions.server.ts";
import { liftException, restoreException } from "#app/services/exception/lift-exception.server.ts";
import { changeGuestKey } from "#app/services/guard/change-guest-key.server.ts";
import { saveMessages } from "#app/services/message/save-messages.server.ts";
import { saveSeason } from "#app/services/season/save-season.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "./stage.ts";

const noCustomers = { run: () => Promise.resolve({ customers: { nodes: [] } }) };
const deps = await testDeps({ adminApi: () => noCustomers as never });
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  on = guardStage(deps, at);
});

const blackFriday = { name: "Black Friday", first: "2025-11-20", last: "2025-11-30", yearly: "on" };
const guest = { customer: null, phone: null, email: "guest@example.com" };

describe("the rules", () => {
  test("carry every limit, the groups and who may use it", async () => {
    await on.group(1, "Welcome");
    await on.campaign("SUMMER26_10OFF", {
      ...{ perCustomer: "2", limitWindow: "rolling", limitDays: "30" },
      ...{ perCustomer2: "1", limitWindow2: "lifetime", limitCounter2: "+1" },
      ...{ perCustomer3: "1", limitWindow3: "day", limitCounter3: "code" },
      ...{ customerKind: "new", allTags: "VIP, beta", guestPolicy: "sign_in" },
    });
    expect(await on.rules()).toEqual([
      {
        id: "1",
        match: { kind: "code", key: "SUMMER26_10OFF" },
        groups: ["+1"],
        limits: [
          { perCustomer: 2, window: { kind: "rolling", days: 30 }, counter: "campaign" },
          { perCustomer: 1, window: "lifetime", counter: "+1" },
          { perCustomer: 1, window: "day", counter: "code" },
        ],
        eligibility: {
          ...{ all: ["#vip", "#beta"], any: [], none: [] },
          ...{ customers: "new", signedIn: false },
        },
        guest: "sign_in",
        hasTexts: false,
      },
    ]);
  });

  test("hold a season by its turn of the shop's day, and nothing by one that is over", async () => {
    const { key } = valueOf(await saveSeason(deps, at.as("editor"), null, blackFriday));
    await on.campaign("SUMMER26_10OFF", { limitWindow: `season:${key}` });
    const windows = async () =>
      (await on.rules()).flatMap(({ limits }) => limits.map(({ window }) => window));
    expect(await windows()).toEqual([{ kind: "period", first: "2026-11-20", last: "2026-11-30" }]);
    // In Berlin the first of December has begun.
    deps.clock.now = new Date("2026-11-30T23:30:00Z");
    expect(await windows()).toEqual([{ kind: "period", first: "2027-11-20", last: "2027-11-30" }]);
    valueOf(await saveSeason(deps, at.as("editor"), key, { ...blackFriday, yearly: "" }));
    expect(await windows()).toEqual([]);
  });

  test("carry the merchant's sentences, a campaign's own before those for all", async () => {
    const id = await on.campaign("SUMMER26_10OFF");
    expect(id).toBeTruthy();
    const editor = at.as("editor");
    const german = { language: "de", campaignNumber: 0 };
    valueOf(
      await saveMessages(deps, editor, german, { "limit_reached.general": "Nur {limit}, leider." }),
    );
    const own = { language: "de", campaignNumber: 1 };
    valueOf(
      await saveMessages(deps, editor, own, { "limit_reached.general": "Sommer nur {limit}." }),
    );
    const text = (await on.composed()).rules.join("");
    expect(text).toMatch(/Nur \{l\}[^;]{1,4}leider\./);
    expect(text).toContain("Sommer nur {l}.");
    expect((await on.rules()).map(({ hasTexts }) => hasTexts)).toEqual([true]);
  });

  test.each([
    ["{limit} and {name}", "limit_reached.general"],
    ["Back on {until}", "limit_reached.general"],
    ["x".repeat(201), "limit_reached.general"],
    ["One\nTwo", "limit_reached.general"],
  ])("no sentence like %j is taken", async (text, field) => {
    const form = { "limit_reached.general": text };
    const saved = await saveMessages(
      deps,
      at.as("editor"),
      { language: "en", campaignNumber: 0 },
      form,
    );
    expect(refusalOf(saved)).toBe(field);
    expect(await deps.database.prisma.refusalText.count({ where: { shopId: at.shop.id } })).toBe(0);
  });
});

describe("guests", () => {
  test("leave a mark for each limit they reached, which ends with its window", async () => {
    await on.campaign("SUMMER26_10OFF", { limitWindow: "month" });
    await on.order("SUMMER26_10OFF", "2026-06-10", guest);
    expect(await on.guests()).toHaveLength(1);
    deps.clock.now = new Date("2026-07-02T12:00:00Z");
    expect(await on.guests()).toHaveLength(0);
  });

  test("count in a group, whichever campaign it was, also one that has ended", async () => {
    await on.group(1, "Welcome");
    const old = await on.campaign("SUMMER25_10OFF", { groups: "1", perCustomer: "" });
    await on.order("SUMMER25_10OFF", "2026-06-01", guest);
    expect(await on.guests()).toHaveLength(0);
    await on.campaign("SUMMER26_10OFF", { limitCounter: "+1" });
    await deps.database.prisma.campaign.updateMany({
      where: { shopId: at.shop.id, id: old },
      data: { wanted: "ended" },
    });
    expect(await on.guests()).toHaveLength(1);
  });

  test("who is allowed leaves none, until that is lifted; lifting can be undone", async () => {
    await on.campaign("SUMMER26_10OFF");
    await on.order("SUMMER26_10OFF", "2026-06-10", guest);
    const reviewer = at.as("reviewer");
    const form = {
      ...{ kind: "allowed", customerId: "", email: "Guest@Example.com" },
      ...{ scope: "everything", until: "", reason: "A gift" },
    };
    const { id } = valueOf(await addException(deps, reviewer, form));
    expect(await on.guests()).toHaveLength(0);
    valueOf(await liftException(deps, reviewer, { kind: "allowed", id }));
    expect(await on.guests()).toHaveLength(1);
    valueOf(await restoreException(deps, reviewer, { kind: "allowed", id }));
    expect(await on.guests()).toHaveLength(0);
    expect(refusalOf(await restoreException(deps, reviewer, { kind: "allowed", id }))).toBe(
      "not_found",
    );
  });

  test("very many people are listed a page at a time, there and back, each once", async () => {
    const { prisma } = deps.database;
    const { id: personId } = await prisma.person.create({
      data: { shopId: at.shop.id, createdAt: deps.clock.now },
    });
    // Two at a time came at the same moment.
    const data = Array.from({ length: 60 }, (_, place) => ({
      ...{ shopId: at.shop.id, id: deps.newId(), personId },
      createdAt: new Date(deps.clock.now.getTime() - Math.floor(place / 2) * 1_000),
    }));
    await prisma.disqualification.createMany({ data });
    const pageAt = async (cursor: string | null) =>
      valueOf(await listExceptions(deps, at.as("reviewer"), cursor)).page;
    const first = await pageAt(null);
    const second = await pageAt(first.next);
    const third = await pageAt(second.next);
    const pages = [first, second, third];
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
      [25, 60],
      [25, 60],
      [10, 60],
    ]);
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect([...ids].sort()).toEqual(data.map(({ id }) => id).sort());
    const times = pages.flatMap(({ rows }) => rows.map(({ at: moment }) => moment));
    expect(times).toEqual([...times].sort().reverse());
    expect((await pageAt(third.previous)).rows).toEqual(second.rows);
    expect([first.previous, third.next]).toEqual([null, null]);
    const last = third.rows.map(({ id }) => id);
    await prisma.disqualification.deleteMany({ where: { shopId: at.shop.id, id: { in: last } } });
    expect((await pageAt(second.next ?? "")).rows).toEqual(first.rows);
  });

  test("somebody can be disqualified by e-mail before their first order", async () => {
    await on.campaign("SUMMER26_10OFF");
    const form = {
      ...{ kind: "disqualified", customerId: "", email: "new@example.com" },
      ...{ scope: "everything", until: "2026-06-20", reason: "Resells" },
    };
    valueOf(await addException(deps, at.as("reviewer"), form));
    expect(await on.guests()).toHaveLength(1);
    deps.clock.now = new Date("2026-06-21T12:00:00Z");
    expect(await on.guests()).toHaveLength(0);
  });

  test("somebody can be asked to sign in by e-mail, until a day, and be let go", async () => {
    await on.campaign("SUMMER26_10OFF");
    const form = {
      ...{ kind: "sign_in", customerId: "", email: "new@example.com" },
      ...{ scope: "everything", until: "2026-06-20", reason: "Comes back as a guest" },
    };
    const { id } = valueOf(await addException(deps, at.as("reviewer"), form));
    const asked = async () => (await on.guestBook()).signIn.length;
    expect([await asked(), (await on.guests()).length]).toEqual([1, 0]);
    valueOf(await liftException(deps, at.as("reviewer"), { kind: "sign_in", id }));
    expect(await asked()).toBe(0);
    valueOf(await restoreException(deps, at.as("reviewer"), { kind: "sign_in", id }));
    valueOf(await addException(deps, at.as("reviewer"), { ...form, kind: "disqualified" }));
    // Whoever is disqualified is not asked to sign in besides.
    expect([await asked(), (await on.guests()).length]).toEqual([0, 1]);
    deps.clock.now = new Date("2026-06-21T12:00:00Z");
    expect([await asked(), (await on.guests()).length]).toEqual([0, 0]);
  });

  test("are forgotten with a new key, and known again from their next order on", async () => {
    await on.campaign("SUMMER26_10OFF");
    await on.order("SUMMER26_10OFF", "2026-06-10", guest);
    const before = await on.guests();
    expect(valueOf(await changeGuestKey(deps, at.as("admin")))).toEqual({ forgotten: 1 });
    expect(await on.guests()).toEqual([]);
    await on.order("OTHER", "2026-06-11", guest);
    const after = await on.guests();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect(refusalOf(await changeGuestKey(deps, at.as("editor")))).toBe("forbidden");
  });
});
