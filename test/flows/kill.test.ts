import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, test } from "vitest";

import { randomOf } from "#test/demo/scenario.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import type { ShopState } from "#test/standin/state.ts";
import { playHistory } from "./fixtures/history.ts";
import { CODE, openKillStage } from "./fixtures/kill-stage.ts";
import { shopStateOf } from "./fixtures/shop-state.ts";

/*
 * kill -9 at sixteen random points of each step, then a new process: what it leaves must be what an uninterrupted run
 * leaves. Each kill strikes three shops at once, each in the middle of another step; all are twins of the three in
 * which the same went on uninterrupted.
 */
const POINTS = 16;
const SEED = 20_261_123;
/** Work goes on for about so long after a call or a webhook. */
const TAIL_MS = 15;
const STEPS = ["sync", "delivery", "inbox"] as const;
type Step = (typeof STEPS)[number];

const points = Array.from({ length: POINTS }, (_, index) => index + 1);
const stage = await openKillStage(
  STEPS.flatMap((step) => [0, ...points].map((point) => `${step}-${point}`)),
);
const { app, worker } = stage;
const random = randomOf(SEED);
const shopOf = (step: Step, point: number) => app.shop(`${step}-${point}`);

const begin: Record<Step, (shop: ShopState) => Promise<unknown> | void> = {
  /** The guard's rules, the discount, 600 codes in three bulk calls, each asked after until it is done. */
  async sync(shop) {
    const terms = { codeKind: "unique", codeCount: "600", percentage: "20" };
    await makeCampaign(await stage.staff(shop.handle), "WINTER26_20OFF", terms);
  },
  /** Webhooks on their way into the process that is killed; the stand-in sends again what was not answered. */
  delivery(shop) {
    app.standin.setAppUrl(stage.workerUrl);
    playHistory(app.standin.world, shop, CODE);
  },
  /** Webhooks that this process keeps, and the one that is killed works off: ledger, flags, standings, guard. */
  inbox(shop) {
    app.standin.setAppUrl(app.url);
    playHistory(app.standin.world, shop, CODE);
  },
};

type Run = { happenings: number; state: Record<string, unknown> };
const uninterrupted = {} as Record<Step, Run>;
const interruptions: Record<Step, number> = { sync: 0, delivery: 0, inbox: 0 };

async function runThrough(step: Step): Promise<Run> {
  const shop = shopOf(step, 0);
  const before = stage.happened(shop);
  await begin[step](shop);
  await stage.settled(shop);
  const state = await shopStateOf(app.deps.database.pool, shop);
  return { happenings: stage.happened(shop) - before, state };
}

/** Begins a step. @returns what resolves when a random one of its calls and webhooks has been seen. */
async function beginAndAwait(step: Step, point: number): Promise<() => Promise<void>> {
  const shop = shopOf(step, point);
  const goal = stage.happened(shop) + Math.floor(random() * uninterrupted[step].happenings);
  await begin[step](shop);
  return async () => {
    // An interrupted run may take fewer: what came together is worked off together.
    const deadline = Date.now() + 1_500;
    while (stage.happened(shop) < goal && Date.now() < deadline) await sleep(1);
  };
}

async function killAt(point: number): Promise<void> {
  // The sync takes longest, so the others begin in the middle of it, and the kill comes in the middle of one of them.
  const inSync = await beginAndAwait("sync", point);
  await inSync();
  const [inDelivery, inInbox] = [
    await beginAndAwait("delivery", point),
    await beginAndAwait("inbox", point),
  ];
  await (point % 2 ? inDelivery() : inInbox());
  await sleep(Math.floor(random() * TAIL_MS));
  await worker.kill();
  for (const step of STEPS) {
    if ((await stage.left(shopOf(step, point))).length > 0) interruptions[step] += 1;
  }
  await worker.start();
  for (const step of STEPS) await stage.settled(shopOf(step, point));
}

test.each(STEPS)("%s, uninterrupted, is something to interrupt", async (step) => {
  uninterrupted[step] = await runThrough(step);
  expect(uninterrupted[step].happenings).toBeGreaterThan(8);
});

test("the uninterrupted run counts what the history holds", () => {
  const { flag, ledger, inbox, order } = uninterrupted.inbox.state as Record<string, unknown[]>;
  expect(flag).toEqual([
    expect.objectContaining({ name: "#1002", state: "open", orders: ["#1001", "#1002"] }),
  ]);
  expect(order).toHaveLength(10);
  expect(ledger?.length).toBeGreaterThan(10);
  expect(inbox).not.toContainEqual(expect.objectContaining({ state: "dead" }));
  // Keeping webhooks in another process makes no difference.
  expect(uninterrupted.inbox.state).toEqual(uninterrupted.delivery.state);
});

describe("kill -9", () => {
  test.each(points)("at point %i leaves what an uninterrupted run leaves", async (point) => {
    await killAt(point);
    for (const step of STEPS) {
      const state = await shopStateOf(app.deps.database.pool, shopOf(step, point));
      expect.soft(state, step).toEqual(uninterrupted[step].state);
    }
  });

  test.each(STEPS)("came in the middle of %s again and again", (step) => {
    expect(interruptions[step]).toBeGreaterThan(POINTS / 8);
  });
});
