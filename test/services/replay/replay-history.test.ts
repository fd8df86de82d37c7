import { beforeEach, describe, expect, test } from "vitest";

import type { ChangedChoice, HistoryReplaySummary } from "#app/domain/replay/history.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import {
  askHistoryReplay,
  type HistoryForm,
  type LimitForm,
} from "#app/services/replay/ask-history-replay.server.ts";
import { cancelHistoryReplay } from "#app/services/replay/cancel-history-replay.server.ts";
import { exportChangedUses } from "#app/services/replay/export-changed-uses.server.ts";
import { listChangedUses } from "#app/services/replay/list-changed-uses.server.ts";
import { readHistoryReplay } from "#app/services/replay/read-history-replay.server.ts";
import { replayHistory } from "#app/services/replay/replay-history.server.ts";
import { resumeHistoryReplays } from "#app/services/replay/resume-history-replays.server.ts";
import { runHistoryReplay } from "#app/services/replay/run-history-replay.server.ts";
import { inScratchSchema } from "#app/services/replay/scratch-schema.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

/* Every order takes 5 euros off and comes to 30. */
const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let id: string;

beforeEach(async () => {
  at = await addShop(deps, `what-if-${(shops += 1)}.myshopify.com`);
  id = await addCampaign(deps, at, { perCustomer: "2" });
});

async function orders(...placed: { day: string; customer: number }[]): Promise<void> {
  for (const [index, { day, customer }] of placed.entries()) {
    const instant = `2026-${day}T10:00:00Z`;
    const who = { customer: { id: customer }, email: `c${customer}@example.com` };
    const payload = orderBody(index + 1, { created_at: instant, updated_at: instant, ...who });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
  await deps.takeJobs();
}

const THREE = [
  { day: "03-01", customer: 7 },
  { day: "03-11", customer: 7 },
  { day: "04-15", customer: 7 },
  { day: "03-02", customer: 8 },
];

const ONCE: LimitForm = { perCustomer: "1", limitWindow: "lifetime", limitDays: "" };
const MONTHLY: LimitForm = { perCustomer: "1", limitWindow: "rolling", limitDays: "30" };
const formOf = (first: Partial<LimitForm> = {}, second: LimitForm | null = null): HistoryForm => ({
  ...{ campaignId: id, first: { ...ONCE, ...first }, second },
});
const ask = (...form: Parameters<typeof formOf>) =>
  askHistoryReplay(deps, at.as("editor"), formOf(...form));
const last = async (): Promise<HistoryReplaySummary> => {
  const page = valueOf(await readHistoryReplay(deps, at.as("viewer")));
  if (!page.last) throw new Error("Nothing was asked.");
  return page.last;
};
async function work(): Promise<void> {
  for (const { name, data } of await deps.takeJobs())
    if (name === "replay-history") await runHistoryReplay(deps, data);
}
async function answer(...form: Parameters<typeof formOf>) {
  // The clock stands: the last of two at one moment is either.
  deps.clock.now = new Date(deps.clock.now.getTime() + 1_000);
  valueOf(await ask(...form));
  await work();
  const { id: asked, result } = await last();
  if (!result) throw new Error("There is no answer.");
  return { id: asked, result };
}
const usesOf = async (asked: string, choice: ChangedChoice, cursor: string | null = null) =>
  valueOf(await listChangedUses(deps, at.as("viewer"), { id: asked, choice, cursor }));

test("a stricter limit: which orders would have been refused, and what is at stake", async () => {
  await orders(...THREE);
  valueOf(await ask());
  expect(await last()).toMatchObject({ state: "running", total: null, result: null });
  await work();
  const { state, result, done, total } = await last();
  expect({ state, done, total }).toEqual({ state: "done", done: 2, total: 2 });
  expect(result).toMatchObject({
    ...{ currency: "EUR", people: 2, uses: 4, overNow: 1, ofNobody: 0, second: null },
    first: {
      over: 2,
      refused: { orders: 1, discountMinor: 500, revenueMinor: 3_000 },
      allowed: { orders: 0, discountMinor: 0, revenueMinor: 0 },
    },
  });
  const { of, rows, next } = await usesOf((await last()).id, "changed");
  expect({ of, next }).toEqual({ of: 1, next: null });
  expect(rows).toEqual([
    {
      ...{ orderId: "2", name: "#2", placedAt: "2026-03-11T10:00:00.000Z" },
      ...{ code: "SUMMER26_10OFF", discountMinor: 500, totalMinor: 3_000 },
      ...{ first: "refused", second: null },
    },
  ]);
});

test("who gave all their uses back has none to judge", async () => {
  await orders(...THREE);
  const cancelled = { cancelled_at: "2026-06-11T10:00:00Z", updated_at: "2026-06-11T10:00:00Z" };
  const who = { customer: { id: 8 }, email: "c8@example.com", created_at: "2026-03-02T10:00:00Z" };
  const payload = orderBody(4, { ...who, ...cancelled });
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
  await processInbox(deps, at.shop.id);
  valueOf(await ask());
  await work();
  expect((await last()).result).toMatchObject({ people: 1, uses: 3 });
});

test("another window: what is over the present limit would be within it", async () => {
  await orders(...THREE);
  const { id: asked } = await answer(MONTHLY);
  const { rows } = await usesOf(asked, "changed");
  expect(rows.map(({ name, first }) => [name, first])).toEqual([
    ["#3", "allowed"],
    ["#2", "refused"],
  ]);
});

test("two limits side by side are both compared with the present one, each number with its orders", async () => {
  await orders(...THREE);
  const { id: asked, result } = await answer(ONCE, MONTHLY);
  expect([result.overNow, result.first.over, result.second?.over]).toEqual([1, 2, 1]);
  const { rows, limits } = await usesOf(asked, "changed");
  expect(limits.second).toMatchObject([{ perCustomer: 1, window: { kind: "rolling", days: 30 } }]);
  expect(rows.map(({ name, first, second }) => [name, first, second])).toEqual([
    ["#3", null, "allowed"],
    ["#2", "refused", "refused"],
  ]);
  for (const side of ["first", "second"] as const)
    for (const becomes of ["refused", "allowed"] as const) {
      const shown = await usesOf(asked, { side, becomes });
      expect(shown.of).toBe(result[side]?.[becomes].orders);
      const sum = shown.rows.reduce((all, { discountMinor }) => all + discountMinor, 0);
      expect(sum).toBe(result[side]?.[becomes].discountMinor);
    }
});

describe("likely good customers who would be hurt", () => {
  test("who is over the present limit already is not one of them, and of whom nothing is known is good", async () => {
    await orders(...THREE, { day: "03-05", customer: 8 });
    const { result } = await answer();
    expect(result.first.refused.orders).toBe(2);
    expect(result.first.hurt).toMatchObject({ of: 1, expected: 1, high: 1, decided: 0 });
  });

  test("a score says how likely they are, though nobody flagged them", async () => {
    await orders(...THREE, { day: "03-05", customer: 8 });
    const row = { shopId: at.shop.id, orderId: 4n };
    const said = { score: 0.4, kind: "shared_device" };
    await prisma.identityOrder.upsert({
      where: { shopId_orderId: row },
      update: said,
      create: { ...row, placedAt: deps.now(), version: deps.now(), ...said },
    });
    const { result } = await answer();
    expect(result.first.hurt).toMatchObject({ of: 1, decided: 0 });
    expect(result.first.hurt.expected).toBeCloseTo(0.6, 10);
  });

  test.each([
    ["abuse", 0],
    ["fine", 1],
  ] as const)(
    "staff found %s: that counts, also of whom they are linked to",
    async (kind, good) => {
      const who = { customer: 9 };
      await orders(
        ...THREE,
        { day: "03-05", customer: 8 },
        ...["03-01", "03-02", "03-03"].map((day) => ({ ...who, day })),
      );
      const personOf = async (order: bigint) => {
        const key = { shopId_id: { shopId: at.shop.id, id: order } };
        return (await prisma.order.findUniqueOrThrow({ where: key })).personId!;
      };
      const [ben, cleo] = [await personOf(4n), await personOf(6n)];
      await prisma.flag.updateMany({
        where: { shopId: at.shop.id, personId: cleo },
        data: { state: "reviewed", decision: kind, decidedAt: deps.now() },
      });
      const before = (await answer()).result;
      expect(before.first.hurt).toMatchObject({ of: 1, expected: 1, decided: 0 });
      await prisma.personLink.create({
        data: {
          ...{
            shopId: at.shop.id,
            lowId: ben < cleo ? ben : cleo,
            highId: ben < cleo ? cleo : ben,
          },
          ...{ bits: 9, relation: "same_person", createdAt: deps.now() },
        },
      });
      const { result } = await answer();
      expect(result.first.hurt).toMatchObject({ of: 1, expected: good, decided: 1 });
    },
  );

  test("each limit hurts its own", async () => {
    await orders(...THREE, { day: "06-05", customer: 8 });
    const { result } = await answer(MONTHLY, ONCE);
    expect([result.first.hurt.of, result.second?.hurt.of]).toEqual([0, 1]);
  });
});

describe("cases a day, were none refused", () => {
  test("each customer over a limit is one, on the day it first was; after a decision another", async () => {
    await orders(...THREE, { day: "03-05", customer: 8 });
    const { result } = await answer(ONCE, { ...ONCE, perCustomer: "" });
    expect([result.days, result.loadNow]).toEqual([
      46,
      { cases: 1, busiest: { day: "2026-04-15", cases: 1 } },
    ]);
    expect(result.first.load).toEqual({ cases: 2, busiest: { day: "2026-03-05", cases: 1 } });
    expect(result.second?.load).toEqual({ cases: 0, busiest: null });
    await prisma.flag.updateMany({
      where: { shopId: at.shop.id },
      data: { state: "reviewed", decision: "abuse", decidedAt: new Date("2026-04-01") },
    });
    expect((await answer()).result.first.load.cases).toBe(3);
  });

  test("people whom links hold together are one", async () => {
    await orders(...THREE, { day: "03-05", customer: 8 });
    const [anna, ben] = await prisma.person.findMany({
      where: { shopId: at.shop.id },
      orderBy: { id: "asc" },
    });
    const link = { lowId: anna!.id, highId: ben!.id, bits: 9, relation: "same_person" };
    await prisma.personLink.create({
      data: { shopId: at.shop.id, ...link, createdAt: deps.now() },
    });
    expect((await answer()).result.first.load.cases).toBe(1);
  });
});

describe("every order that changes", () => {
  /** 60 customers used it twice, each on one day. */
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...{ day: `04-${String((at % 20) + 1).padStart(2, "0")}`, customer: 100 + (at % 60) },
  }));

  test("is paged, and is a row of the file", async () => {
    await orders(...many);
    const { id: asked, result } = await answer(ONCE, MONTHLY);
    expect(result.first.refused.orders).toBe(60);
    const one = await usesOf(asked, "changed");
    const two = await usesOf(asked, "changed", one.next);
    expect([one.of, one.rows.length, two.rows.length, two.next]).toEqual([60, 50, 10, null]);
    const shown = [...one.rows, ...two.rows];
    expect(new Set(shown.map(({ orderId }) => orderId)).size).toBe(60);
    const times = shown.map(({ placedAt }) => placedAt);
    expect(times).toEqual(times.toSorted().reverse());
    const file = valueOf(
      await exportChangedUses(deps, at.as("viewer"), { id: asked, choice: "changed" }),
    );
    const [header, ...lines] = (await new Response(file.body).text()).trim().split("\n");
    expect(header).toBe(
      "order,placed_at,code,discount,order_total,currency,becomes,becomes_with_second",
    );
    expect(lines).toEqual(
      shown.map(
        ({ name, placedAt }) => `${name},${placedAt},SUMMER26_10OFF,5.00,30.00,EUR,Refused,Refused`,
      ),
    );
  });

  test("a typed cursor that is none shows the first page", async () => {
    await orders(...THREE);
    const { id: asked } = await answer();
    expect((await usesOf(asked, "changed", "1-x")).rows).toHaveLength(1);
  });

  test("is kept for the last ten questions", async () => {
    await orders(...THREE);
    const { id: first } = await answer();
    for (let count = 0; count < 10; count += 1) await answer();
    expect(await prisma.historyReplay.count({ where: { shopId: at.shop.id } })).toBe(10);
    expect(await prisma.historyReplayUse.count({ where: { shopId: at.shop.id } })).toBe(10);
    const asked = { id: first, choice: "changed", cursor: null } as const;
    expect(refusalOf(await listChangedUses(deps, at.as("viewer"), asked))).toBe("not_found");
  });

  test("of a question without an answer, or of another shop, there are none", async () => {
    await orders(...THREE);
    const { id: running } = valueOf(await ask());
    const asked = { id: running, choice: "changed", cursor: null } as const;
    expect(refusalOf(await listChangedUses(deps, at.as("viewer"), asked))).toBe("not_found");
    await work();
    const stranger = (await addShop(deps, `stranger-${shops}.myshopify.com`)).as("admin");
    expect(refusalOf(await listChangedUses(deps, stranger, asked))).toBe("not_found");
    expect(refusalOf(await exportChangedUses(deps, stranger, asked))).toBe("not_found");
  });
});

test("without a limit every order goes through; orders of nobody are told", async () => {
  await orders(...THREE);
  const instant = "2026-04-20T10:00:00Z";
  const nobody = { customer: null, email: null, created_at: instant, updated_at: instant };
  await deliver(deps, at.shop.domain, {
    ...{ topic: "orders/create", payload: orderBody(9, nobody) },
  });
  await processInbox(deps, at.shop.id);
  const { result } = await answer({ perCustomer: "" });
  const allowed = { orders: 1, discountMinor: 500, revenueMinor: 3_000 };
  expect(result).toMatchObject({ first: { over: 0, allowed, hurt: { of: 0 } }, ofNobody: 1 });
});

/** All that a shop has, but for what was asked. */
async function everything(): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'shop_id' AND table_name NOT LIKE 'history_replay%' ORDER BY 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of rows) {
    const text = `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM public."${name}" t WHERE shop_id = $1`;
    found[name] = (await pool.query(text, [at.shop.id])).rows[0];
  }
  return found;
}

test("nothing of the shop's is changed, and no shop's copy is left behind", async () => {
  await orders(...THREE);
  const before = await everything();
  const limits = [{ perCustomer: 1, window: "lifetime", counter: "campaign" } as const];
  const asked = { campaignId: id, limits: { first: limits, second: [] } };
  const listener = { onProgress: () => Promise.resolve(true), onUses: () => Promise.resolve() };
  expect(await replayHistory(deps, at.shop, asked, listener)).not.toBeNull();
  expect(await everything()).toEqual(before);
  const left = "SELECT FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'";
  // The connection ends by itself a moment later.
  await expect.poll(async () => (await pool.query(left)).rowCount).toBe(0);
});

test("in the scratch schema the copy can be changed, and nothing else", async () => {
  const rename = "UPDATE campaign SET name = 'OTHER' WHERE shop_id = $1";
  await inScratchSchema(
    deps,
    at.shop.id,
    { copied: ["campaign"], empty: ["flag"] },
    async (client) => {
      expect((await client.query(rename, [at.shop.id])).rowCount).toBe(1);
      expect((await client.query("SELECT name FROM campaign")).rows).toEqual([{ name: "OTHER" }]);
      expect((await client.query("SELECT FROM flag")).rowCount).toBe(0);
      await client.query("SAVEPOINT before");
      const real = "UPDATE public.campaign SET name = 'OTHER' WHERE shop_id = $1";
      await expect(client.query(real, [at.shop.id])).rejects.toThrow(/read-only transaction/);
      await client.query("ROLLBACK TO SAVEPOINT before");
      const other = "DELETE FROM shop_order WHERE shop_id = $1";
      await expect(client.query(other, [at.shop.id])).rejects.toThrow(/read-only transaction/);
    },
  );
  const [campaign] = await prisma.campaign.findMany({ where: { shopId: at.shop.id } });
  expect(campaign?.name).toBe("SUMMER26_10OFF");
});

test("it can be stopped, and a new question ends the one before", async () => {
  await orders(...THREE);
  const first = valueOf(await ask());
  valueOf(await cancelHistoryReplay(deps, at.as("editor"), first.id));
  await work();
  expect(await last()).toMatchObject({ state: "cancelled", result: null });
  const second = valueOf(await ask());
  const third = valueOf(await ask({ perCustomer: "3" }));
  const states = await prisma.historyReplay.findMany({ where: { shopId: at.shop.id } });
  expect(states.map(({ id: asked, state }) => [asked, state])).toEqual(
    expect.arrayContaining([
      [second.id, "cancelled"],
      [third.id, "running"],
    ]),
  );
});

test("one whose job was lost is found and answered", async () => {
  await orders(...THREE);
  valueOf(await ask());
  await deps.takeJobs();
  await resumeHistoryReplays(deps);
  await work();
  expect(await last()).toMatchObject({ state: "done" });
});

test.each<[string, Partial<LimitForm>, string]>([
  ["a limit of 0", { perCustomer: "0" }, "perCustomer"],
  ["a window that is none", { limitWindow: "aeon" }, "limitWindow"],
  ["days that are none", { limitWindow: "rolling", limitDays: "x" }, "limitDays"],
  ["a season that is not there", { limitWindow: "season:gone" }, "limitWindow"],
])("%s is refused beside its field", async (_, change, field) => {
  expect(refusalOf(await ask(change))).toBe(`first.${field}`);
  expect(refusalOf(await ask({}, { ...ONCE, ...change }))).toBe(`second.${field}`);
});

test("a campaign that is none is refused", async () => {
  const form = { ...formOf(), campaignId: "x" };
  expect(refusalOf(await askHistoryReplay(deps, at.as("editor"), form))).toBe("campaignId");
});

test("a viewer may look and not ask", async () => {
  expect(valueOf(await readHistoryReplay(deps, at.as("viewer"))).last).toBeNull();
  expect(refusalOf(await askHistoryReplay(deps, at.as("viewer"), formOf()))).toBe("forbidden");
  expect(refusalOf(await cancelHistoryReplay(deps, at.as("editor"), "x"))).toBe("not_found");
});
