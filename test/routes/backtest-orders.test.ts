import { beforeAll, describe, expect, test } from "vitest";

import type { BacktestOrders, Variant } from "#app/domain/backtest/backtest.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { app, ours, olive, stranger } = stage;
const { prisma } = app.deps.database;
const viola = await StaffClient.of(app, "bonafide-demo", "Viola");
const PAGE = "app.settings.policies_.backtest_.orders";
const FILE = "app.settings.policies_.backtest_.orders_.export";
const search = `?id=${ours.backtest}`;

/** The backtest is answered: the flagged order would have been refused its code. */
beforeAll(async () => {
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: ours.campaign } });
  const way: Variant = { name: "Draft", policy: USUAL_POLICY, flagFrom: 0.8 };
  await prisma.backtest.update({
    where: { shopId_id: { shopId, id: ours.backtest } },
    data: { state: "done", first: way, second: way },
  });
  const judged = { first: "held", second: "refused", score: 0.9, discountMinor: 590n };
  await prisma.backtestOrder.create({
    data: {
      ...{ shopId, backtestId: ours.backtest, orderId: 4_001n, ...judged },
      placedAt: new Date("2026-06-01T12:00:00Z"),
    },
  });
});

describe("who may see flags", () => {
  test.each([
    "",
    "&side=changed",
    "&side=first",
    "&side=second&outcome=refused",
    "&side=first&outcome=looked_at",
    "&side=no&outcome=such",
    "&cursor=none",
  ])("sees the orders behind a number (“%s”), and takes them along as a file", async (more) => {
    const target = { search: `${search}${more}` };
    const { of, rows } = await olive.read<BacktestOrders>(PAGE, target);
    expect([of, rows.map(({ name }) => name)]).toEqual([1, ["#4001"]]);
    const file = await olive.load(FILE, target);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain("backtest-orders.csv");
    expect(file.text).toContain("#4001,2026-06-01T12:00:00.000Z,SUMMER26_FREESHIP,5.90,EUR,0.900,");
  });

  test("sees none where a way makes nothing of that kind", async () => {
    const target = { search: `${search}&side=second&outcome=held` };
    const { of, rows } = await olive.read<BacktestOrders>(PAGE, target);
    expect([of, rows]).toEqual([0, []]);
    expect((await olive.load(FILE, target)).text).not.toContain("#4001");
  });
});

describe.each([PAGE, FILE])("%s", (route) => {
  test("is refused a viewer", async () => {
    const answer = await viola.load(route, { search });
    expect(answer.status).toBe(403);
    expect(answer.json().refusal?.message).toMatch(/see flagged orders/);
  });

  test("knows no backtest of another shop, and none that was never asked", async () => {
    const theirs = await stranger.load(route, { search });
    expect(theirs.status).toBe(404);
    expect(theirs.text).not.toContain("#4001");
    for (const typed of ["", "?id=x", "?id=00000000-0000-4000-8000-000000000000"])
      expect((await olive.load(route, { search: typed })).status).toBe(404);
  });
});
