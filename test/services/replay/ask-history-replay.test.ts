import { beforeEach, expect, test } from "vitest";

import {
  askHistoryReplay,
  type LimitForm,
} from "#app/services/replay/ask-history-replay.server.ts";
import { cancelHistoryReplay } from "#app/services/replay/cancel-history-replay.server.ts";
import { readHistoryReplay } from "#app/services/replay/read-history-replay.server.ts";
import { resumeHistoryReplays } from "#app/services/replay/resume-history-replays.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { FOUR, ONCE, whatIfStage } from "./what-if-stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = whatIfStage(deps);
const { orders, formOf, ask, last, work } = on;
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

test("it can be stopped, and a new question ends the one before", async () => {
  await orders(...FOUR);
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
  await orders(...FOUR);
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
