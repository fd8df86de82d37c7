import { describe, expect, test } from "vitest";

import { PRESETS } from "#app/domain/fair-use/presets.ts";
import { askBacktest } from "#app/services/backtest/ask-backtest.server.ts";
import { cancelBacktest } from "#app/services/backtest/cancel-backtest.server.ts";
import { judgePast } from "#app/services/backtest/judge-past.server.ts";
import { listBacktestOrders } from "#app/services/backtest/list-backtest-orders.server.ts";
import { readBacktest } from "#app/services/backtest/read-backtest.server.ts";
import { resumeBacktests } from "#app/services/backtest/resume-backtests.server.ts";
import { runBacktest } from "#app/services/backtest/run-backtest.server.ts";
import { addShop, refusalOf, valueOf } from "#test/support/test-shop.ts";
import { openPastShop } from "./fixtures/past-shop.ts";

const past = await openPastShop();
const { deps, ask, last, work, tried } = past;
const { prisma } = deps.database;
const ONCE = PRESETS.find(({ key }) => key === "once_a_period")!.policy;

describe("asking", () => {
  test("what was typed wrong is told beside its field", async () => {
    const wrong = { policy: "version:99", flagFrom: "eighty" };
    expect(refusalOf(await ask({ first: wrong }))).toBe("first.flagFrom first.policy");
    // An emptied field is no wish for what is in force.
    expect(refusalOf(await ask({ second: { policy: "in_force", flagFrom: " " } }))).toBe(
      "second.flagFrom",
    );
    const draft = { policy: "draft", flagFrom: "80" };
    expect(refusalOf(await ask({ second: draft, draft: { rules: "none" } }))).toBe("second.policy");
    expect(await deps.takeJobs()).toEqual([]);
  });

  test("who may not see flags may neither ask nor read", async () => {
    const { id } = await tried();
    const form = {
      first: { policy: "in_force", flagFrom: "80" },
      second: { policy: "in_force", flagFrom: "90" },
      draft: null,
    };
    for (const role of ["viewer", "editor"] as const) {
      expect(refusalOf(await askBacktest(deps, past.at.as(role), form))).toBe("forbidden");
      expect(refusalOf(await readBacktest(deps, past.at.as(role)))).toBe("forbidden");
      expect(refusalOf(await cancelBacktest(deps, past.at.as(role), id))).toBe("forbidden");
      const asked = { id, choice: "changed", cursor: null } as const;
      expect(refusalOf(await listBacktestOrders(deps, past.at.as(role), asked))).toBe("forbidden");
    }
  });

  test("a new one ends what is under way; one that was broken off begins anew", async () => {
    const { id: first } = valueOf(await ask());
    const { id: second } = valueOf(await ask());
    const rows = await prisma.backtest.findMany({ where: { shopId: past.at.shop.id } });
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    expect([states.get(first), states.get(second)]).toEqual(["cancelled", "running"]);
    await deps.takeJobs();
    await resumeBacktests(deps);
    await work();
    await runBacktest(deps, { shopId: past.at.shop.id, backtestId: second });
    const done = await prisma.backtest.findUniqueOrThrow({
      where: { shopId_id: { shopId: past.at.shop.id, id: second } },
    });
    expect([done.state, done.done, done.total]).toEqual(["done", 2, 2]);
    expect(await prisma.backtestOrder.count({ where: { backtestId: second } })).toBe(3);
  });

  test("one that is stopped has no answer, and its orders are not shown", async () => {
    const { id } = valueOf(await ask());
    valueOf(await cancelBacktest(deps, past.at.as("reviewer"), id));
    await work();
    expect(await last()).toMatchObject({ state: "cancelled", result: null });
    const asked = { id, choice: "changed", cursor: null } as const;
    expect(refusalOf(await listBacktestOrders(deps, past.at.as("reviewer"), asked))).toBe(
      "not_found",
    );
  });

  test("told to stop, judging stops; told how far it is, it says so", async () => {
    const policy = ONCE;
    const way = { name: "", policy, flagFrom: 0.8 };
    const ways = { first: way, second: way };
    const told: [number, number][] = [];
    const stopped = await judgePast(deps, past.at.shop, ways, {
      onProgress: (done, total) => Promise.resolve(told.push([done, total]) < 2),
      onOrders: () => Promise.resolve(),
    });
    expect(stopped).toBeNull();
    expect(told).toEqual([
      [0, 2],
      [2, 2],
    ]);
  });

  test("of more than ten, the last are kept", async () => {
    for (let count = 0; count < 12; count += 1) {
      deps.clock.now = new Date(deps.clock.now.getTime() + 1_000);
      valueOf(await ask());
    }
    expect(await prisma.backtest.count({ where: { shopId: past.at.shop.id } })).toBe(10);
  });

  test("a shop without orders has an answer, too", async () => {
    past.at = await addShop(deps, "without-orders.myshopify.com");
    const { result } = await tried();
    expect(result).toMatchObject({ from: null, to: null, days: 0, orders: 0, changed: 0 });
  });
});
