import { beforeEach, expect, test } from "vitest";

import type { HistoryReplaySummary } from "#app/domain/replay/history.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import {
  askHistoryReplay,
  type HistoryForm,
} from "#app/services/replay/ask-history-replay.server.ts";
import { cancelHistoryReplay } from "#app/services/replay/cancel-history-replay.server.ts";
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

const ask = (change: Partial<HistoryForm> = {}) =>
  askHistoryReplay(deps, at.as("editor"), {
    ...{ campaignId: id, perCustomer: "1", limitWindow: "lifetime", limitDays: "" },
    ...change,
  });
const last = async (): Promise<HistoryReplaySummary> => {
  const page = valueOf(await readHistoryReplay(deps, at.as("viewer")));
  if (!page.last) throw new Error("Nothing was asked.");
  return page.last;
};
async function work(): Promise<void> {
  for (const { name, data } of await deps.takeJobs())
    if (name === "replay-history") await runHistoryReplay(deps, data);
}

test("a stricter limit: which orders would have been refused, and what is at stake", async () => {
  await orders(...THREE);
  valueOf(await ask());
  expect(await last()).toMatchObject({ state: "running", total: null, result: null });
  await work();
  const { state, result, done, total } = await last();
  expect({ state, done, total }).toEqual({ state: "done", done: 2, total: 2 });
  expect(result).toMatchObject({
    ...{ currency: "EUR", people: 2, uses: 4, overNow: 1, overThen: 2, ofNobody: 0 },
    refused: { orders: 1, discountMinor: 500, revenueMinor: 3_000 },
    allowed: { orders: 0, discountMinor: 0, revenueMinor: 0 },
    orders: [{ name: "#2", code: "SUMMER26_10OFF", becomes: "refused", discountMinor: 500 }],
  });
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
  valueOf(await ask({ perCustomer: "1", limitWindow: "rolling", limitDays: "30" }));
  await work();
  const { result } = await last();
  expect(result?.orders.map(({ name, becomes }) => [name, becomes])).toEqual([
    ["#2", "refused"],
    ["#3", "allowed"],
  ]);
});

test("without a limit every order goes through; orders of nobody are told", async () => {
  await orders(...THREE);
  const instant = "2026-04-20T10:00:00Z";
  const nobody = { customer: null, email: null, created_at: instant, updated_at: instant };
  await deliver(deps, at.shop.domain, {
    ...{ topic: "orders/create", payload: orderBody(9, nobody) },
  });
  await processInbox(deps, at.shop.id);
  valueOf(await ask({ perCustomer: "" }));
  await work();
  const allowed = { orders: 1, discountMinor: 500, revenueMinor: 3_000 };
  expect((await last()).result).toMatchObject({ overThen: 0, allowed, ofNobody: 1 });
});

/** All that a shop has, but for what was asked. */
async function everything(): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'shop_id' AND table_name <> 'history_replay' ORDER BY 1`,
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
  const asked = { campaignId: id, limits };
  expect(await replayHistory(deps, at.shop, asked, () => Promise.resolve(true))).not.toBeNull();
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

test.each<[string, Partial<HistoryForm>, string]>([
  ["a campaign that is none", { campaignId: "x" }, "campaignId"],
  ["a limit of 0", { perCustomer: "0" }, "perCustomer"],
  ["a window that is none", { limitWindow: "aeon" }, "limitWindow"],
  ["days that are none", { limitWindow: "rolling", limitDays: "x" }, "limitDays"],
  ["a season that is not there", { limitWindow: "season:gone" }, "limitWindow"],
])("%s is refused beside its field", async (_, change, field) => {
  expect(refusalOf(await ask(change))).toBe(field);
});

test("a viewer may look and not ask", async () => {
  expect(valueOf(await readHistoryReplay(deps, at.as("viewer"))).last).toBeNull();
  const form = { campaignId: id, perCustomer: "1", limitWindow: "lifetime", limitDays: "" };
  expect(refusalOf(await askHistoryReplay(deps, at.as("viewer"), form))).toBe("forbidden");
  expect(refusalOf(await cancelHistoryReplay(deps, at.as("editor"), "x"))).toBe("not_found");
});
