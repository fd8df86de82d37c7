import { beforeEach, expect, test } from "vitest";

import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage } from "./stage.ts";

/* What a case says of what was decided and done. */
const deps = await testDeps();
const { prisma } = deps.database;
const on = caseStage(deps);
let at: TestShop;
let id: string;

beforeEach(async () => {
  ({ at } = await on.begin());
  // Ben's, with one flagged order.
  id = (await on.list())[1]?.id ?? "";
});

test("the verdict stands in the timeline, with its reason", async () => {
  valueOf(await on.decide(id, "fine"));
  const { timeline } = await on.detail(id);
  expect(timeline.find(({ kind }) => kind === "done")).toMatchObject({
    text: "Ada the reviewer decided on the case",
    detail: "Fine. Two checkouts were open at once",
  });
});

test("effects call accounts by their letters, and say their last day apart from the words", async () => {
  valueOf(await on.decide(id, "abuse", { shopify: "tag_customer", until: "2027-01-31" }));
  const { effects } = await on.detail(id);
  expect(effects.map(({ text, until }) => [text, until])).toEqual([
    ["Disqualify account A from SUMMER26_10OFF", "2027-01-31"],
    ["Tag account A “bonafide-abuse”", null],
  ]);
});

test("a case of which nothing is left names the orders that were cancelled", async () => {
  valueOf(await on.decide(id, "abuse", { shopify: "cancel_order" }));
  const cancelled = { caseId: id, effect: { path: ["kind"], equals: "cancel_order" } };
  await prisma.caseEffect.updateMany({ where: cancelled, data: { state: "done" } });
  valueOf(await undoDecision(deps, at.as("reviewer"), id));
  for (const order of [4, 5]) {
    const moment = { updated_at: "2026-06-20T00:00:00Z", cancelled_at: "2026-06-20T00:00:00Z" };
    await on.order(order, "ben", moment);
  }
  await processInbox(deps, at.shop.id);
  const { summary, flags, people, orders, effects } = await on.detail(id);
  expect(summary).toMatchObject({ state: "withdrawn", sentence: "Nothing is left to decide." });
  expect([flags, people, orders]).toEqual([[], [], []]);
  const standing = effects.filter(({ state }) => state !== "undone");
  expect(standing.map(({ text }) => text)).toEqual(["Cancel order #5"]);
});

test("a flag says when only later orders showed what it rests on", async () => {
  const shown = async () => (await on.detail(id)).flags.map(({ isShownLater }) => isShownLater);
  expect(await shown()).toEqual([false]);
  const orders = [{ orderId: "4", shares: [] }];
  const evidence = { orders, numbers: { limit: 1, later: 1 } };
  await prisma.flag.updateMany({
    where: { shopId: at.shop.id, orderId: 5n },
    data: { signals: [{ name: "over_limit", score: 0.9, evidence }] },
  });
  expect(await shown()).toEqual([true]);
});
