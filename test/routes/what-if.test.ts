import { beforeAll, describe, expect, test } from "vitest";

import type { ChangedUses, HistoryPage } from "#app/domain/replay/history.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { app, ours, olive, stranger } = stage;
const { prisma } = app.deps.database;
const viola = await StaffClient.of(app, "bonafide-demo", "Viola");
const search = `?id=${ours.question}`;

/** The question is answered: of the flagged order's use, and of one that is of no order any more. */
beforeAll(async () => {
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: ours.campaign } });
  const none = { orders: 0, discountMinor: 0, revenueMinor: 0 };
  const hurt = { of: 1, expected: 1, low: 0.2, high: 1, decided: 0 };
  const load = { cases: 0, busiest: null };
  const first = { over: 1, refused: { ...none, orders: 1 }, allowed: none, hurt, load };
  const counts = { currency: "EUR", people: 1, uses: 1, overNow: 0, ofNobody: 0, days: 1 };
  await prisma.historyReplay.update({
    where: { shopId_id: { shopId, id: ours.question } },
    data: { state: "done", result: { ...counts, loadNow: load, first, second: first } },
  });
  const use = { shopId, replayId: ours.question, codeKey: "SUMMER26_FREESHIP", overNow: false };
  const money = { discountMinor: 590n, totalMinor: 1_000n, placedAt: new Date("2026-06-01") };
  const over = { overFirst: true, overSecond: false };
  await prisma.historyReplayUse.createMany({
    data: [4_001n, 999_999n].map((orderId) => ({ ...use, ...over, ...money, orderId })),
  });
});

describe("a viewer", () => {
  test("reads what both limits that were tried come to", async () => {
    const { last } = await viola.read<HistoryPage>("app.insights_.what-if");
    expect(last).toMatchObject({
      limits: { first: [{ window: "month" }], second: [{ window: { kind: "rolling", days: 30 } }] },
      result: { first: { hurt: { of: 1 } } },
    });
  });

  test.each(["", "&side=first&becomes=refused", "&side=no&becomes=such", "&cursor=none"])(
    "sees the orders behind a number (“%s”), and takes them along as a file",
    async (more) => {
      const target = { search: `${search}${more}` };
      const { of, rows } = await viola.read<ChangedUses>("app.insights_.what-if_.orders", target);
      expect([of, rows.map(({ name }) => name)]).toEqual([1, ["#4001"]]);
      const file = await viola.load("app.insights_.what-if_.orders_.export", target);
      expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(file.text).toContain("#4001,");
      expect(file.text).toContain("5.90,10.00,EUR,Refused,As now");
    },
  );

  test("sees none where a way changes none", async () => {
    const target = { search: `${search}&side=second&becomes=refused` };
    const { of, rows } = await viola.read<ChangedUses>("app.insights_.what-if_.orders", target);
    expect([of, rows]).toEqual([0, []]);
  });
});

test.each(["app.insights_.what-if_.orders", "app.insights_.what-if_.orders_.export"])(
  "%s knows no question of another shop, and none that was never asked",
  async (route) => {
    const theirs = await stranger.load(route, { search });
    expect(theirs.status).toBe(404);
    expect(theirs.text).not.toContain("#4001");
    for (const typed of ["", "?id=x", "?id=00000000-0000-4000-8000-000000000000"])
      expect((await olive.load(route, { search: typed })).status).toBe(404);
  },
);
