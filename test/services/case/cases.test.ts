import { beforeEach, describe, expect, test } from "vitest";

import type { CaseFilter, CaseSummary } from "#app/domain/case/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { assignCases } from "#app/services/case/assign-cases.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { takeNext } from "#app/services/case/take-next.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage, FILTER } from "./stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = caseStage(deps);
const { order, list, link, fold, staff, first, detail } = on;
let at: TestShop;
let campaignId: string;

beforeEach(async () => {
  ({ at, campaignId } = await on.begin());
});

describe("flags come into cases", () => {
  test("one for each person, in words, with what is at stake", async () => {
    expect(
      (await list()).map(({ number, sentence, orders, atStakeMinor }) => ({
        ...{ number, sentence, atStakeMinor },
        orders: orders.map(({ name }) => name),
      })),
    ).toEqual([
      {
        number: 1,
        sentence: "Used SUMMER26_10OFF 3 times; the limit is once in total.",
        atStakeMinor: 1_000,
        orders: ["#2", "#3"],
      },
      {
        number: 2,
        sentence: "Used SUMMER26_10OFF twice; the limit is once in total.",
        atStakeMinor: 500,
        orders: ["#5"],
      },
    ]);
  });

  test("about nobody known opens one of its own, which closes when it is withdrawn", async () => {
    const id = deps.newId();
    const flag = { shopId_id: { shopId: at.shop.id, id } };
    await prisma.flag.create({
      data: {
        ...{ shopId: at.shop.id, id, kind: "leaked_code", orderId: 1n, codeKey: "X", campaignId },
        ...{ evidence: { orders: [], numbers: {} }, signals: [], score: 0.9, state: "open" },
        createdAt: deps.now(),
      },
    });
    const nobody = () =>
      inTransaction(deps.database.pool, (client) =>
        foldCases(client, at.shop.id, [], { now: deps.now(), newId: deps.newId }),
      );
    await nobody();
    expect((await list()).map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    await prisma.flag.update({ where: flag, data: { state: "withdrawn" } });
    await nobody();
    expect((await list()).map(({ number }) => number).sort()).toEqual([1, 2]);
    const closed = await prisma.reviewCase.findFirst({ where: { shopId: at.shop.id, number: 3 } });
    expect(closed?.state).toBe("withdrawn");
  });

  test("one for both when they are linked; the second leads to the first", async () => {
    const [kept, gone] = await list();
    valueOf(await assignCases(deps, await staff(), [gone?.id ?? ""], "me"));
    await link();
    const rows = await list();
    expect(rows).toMatchObject([
      { id: kept?.id, people: 2, assignee: { id: "501" }, atStakeMinor: 1_500 },
    ]);
    expect(rows[0]?.sentence).toBe(
      "2 accounts, probably of one person, used SUMMER26_10OFF 5 times; the limit is once in total.",
    );
    expect(valueOf(await getCase(deps, at.as("reviewer"), gone?.id ?? "")).mergedInto).toBe(
      kept?.id,
    );
    await fold();
    expect(await list()).toEqual(rows);
  });

  test("orders of another case that evidence points at are no uses of this one, nor are their accounts", async () => {
    const id = (await list())[1]?.id ?? "";
    const ring = [4, 1, 2, 3].map((orderId) => ({
      ...{ orderId: String(orderId), shares: [{ what: "product", bits: 1.2, likeness: "same" }] },
    }));
    const told = {
      name: "over_limit",
      score: 0.9,
      evidence: { orders: ring, numbers: { limit: 1 } },
    };
    const raised = { kind: "over_limit", score: 0.9, evidence: told.evidence, signals: [told] };
    await prisma.flag.updateMany({ where: { shopId: at.shop.id, orderId: 5n }, data: raised });
    const story = async () => {
      const { summary, flags, people, orders } = await detail(id);
      return {
        ...{ said: [summary.sentence, flags[0]?.sentence], accounts: summary.people },
        ...{ stake: summary.atStakeMinor, people: people.map((each) => each.orders) },
        orders: orders.map(({ name }) => name),
      };
    };
    const sentence = "Used SUMMER26_10OFF twice; the limit is once.";
    const theirs = {
      ...{ said: [sentence, sentence], accounts: 1, stake: 500, people: [2] },
      orders: ["#5", "#4"],
    };
    expect(await story()).toEqual(theirs);
    valueOf(await on.decide(id, "abuse"));
    expect(await on.inForce()).toHaveLength(1);
    expect(await story()).toEqual(theirs);
  });

  test("what is paid back of a flagged order is at stake no more, and stands beside it", async () => {
    const stakes = async () => (await list({ sort: "stake" })).map((row) => row.atStakeMinor);
    const [anna, ben] = await stakes();
    for (const [id, amount] of [
      [3, "15.00"],
      [2, "30.00"],
    ] as const) {
      const transactions = [{ kind: "refund", status: "success", amount }];
      const payload = {
        id: id + 70,
        order_id: id,
        created_at: "2026-06-21T09:00:00Z",
        transactions,
      };
      await deliver(deps, at.shop.domain, { topic: "refunds/create", payload });
    }
    await processInbox(deps, at.shop.id);
    // Two of Anna's three orders are flagged: of one nothing is at stake any more, of the other a half.
    expect([anna, ben]).toEqual([1_000, 500]);
    expect(await stakes()).toEqual([500, 250]);
    const { orders } = await detail((await list({ sort: "stake" }))[1]?.id ?? "");
    expect(orders.map(({ id, isFlagged, refund }) => [id, isFlagged, refund])).toEqual([
      ["3", true, { minor: 1_500, at: "2026-06-21T09:00:00.000Z" }],
      ["2", true, { minor: 3_000, at: "2026-06-21T09:00:00.000Z" }],
      ["1", false, null],
    ]);
  });

  test("what came of its orders afterwards stands in the timeline, but no chargeback that was won", async () => {
    const tell = (topic: string, payload: object) =>
      deliver(deps, at.shop.domain, { topic, payload });
    const dispute = (id: number, status: string) =>
      tell("disputes/create", {
        ...{ id: 70 + id, order_id: id, type: "chargeback", status },
        ...{ initiated_at: "2026-06-20T10:00:00Z", amount: "30.00", currency: "EUR" },
      });
    await tell("refunds/create", {
      ...{ id: 60, order_id: 1, created_at: "2026-06-18T10:00:00Z" },
      transactions: [{ kind: "refund", status: "success", amount: "9.00" }],
    });
    await dispute(2, "needs_response");
    await dispute(3, "won");
    await processInbox(deps, at.shop.id);
    const { timeline } = await detail(await first());
    const later = timeline.flatMap((each) =>
      each.kind === "later" ? [[each.order.name, each.what, each.minor]] : [],
    );
    expect(later).toEqual([
      ["#2", "charged_back", null],
      ["#1", "refunded", 900],
    ]);
  });

  test("chargebacks in their history are none that were won, and say since when they are told", async () => {
    const chargebacks = async () => {
      const { history } = await detail(await first());
      return [history.chargebacks, history.chargebacksSince];
    };
    const dispute = async (id: number, status: string) => {
      const payload = { id: 70 + id, order_id: id, type: "chargeback", status };
      await deliver(deps, at.shop.domain, { topic: "disputes/create", payload });
      await processInbox(deps, at.shop.id);
    };
    expect(await chargebacks()).toEqual([0, null]);
    const since = deps.now();
    for (const topic of ["disputes/create", "disputes/update"]) {
      await prisma.toldTopic.create({ data: { shopId: at.shop.id, topic, since } });
      if (topic === "disputes/create") expect(await chargebacks()).toEqual([0, null]);
    }
    await dispute(3, "won");
    expect(await chargebacks()).toEqual([0, since.toISOString()]);
    await dispute(2, "lost");
    expect(await chargebacks()).toEqual([1, since.toISOString()]);
  });

  test("a case whose flags are withdrawn is over", async () => {
    for (const id of [4, 5]) {
      const moment = { updated_at: "2026-06-20T00:00:00Z", cancelled_at: "2026-06-20T00:00:00Z" };
      await order(id, "ben", moment);
    }
    await processInbox(deps, at.shop.id);
    expect((await list({ tab: "all" })).map(({ number }) => number)).toEqual([1]);
  });
});

describe("the queue", () => {
  test("filters and sorts", async () => {
    const numbers = async (change: Partial<CaseFilter>) =>
      (await list(change)).map(({ number }) => number);
    expect(await numbers({ sort: "stake" })).toEqual([1, 2]);
    expect(await numbers({ sort: "newest" })).toEqual([2, 1]);
    expect(await numbers({ sort: "score" })).toEqual([2, 1]);
    expect(await numbers({ text: "2" })).toEqual([1, 2]);
    expect(await numbers({ text: "#5" })).toEqual([2]);
    expect(await numbers({ campaignId })).toEqual([1, 2]);
    expect(await numbers({ campaignId: deps.newId() })).toEqual([]);
    expect(await numbers({ kind: "overshoot" })).toEqual([1, 2]);
    expect(await numbers({ kind: "chargeback" })).toEqual([]);
    expect(await numbers({ tab: "decided" })).toEqual([]);
    expect(await numbers({ isOverdue: true })).toEqual([]);
  });

  test("goes on page by page", async () => {
    for (let id = 100; id < 160; id += 1) {
      const row = { number: id, state: "open", dueAt: deps.now(), openedAt: deps.now() };
      await prisma.reviewCase.create({ data: { shopId: at.shop.id, id: deps.newId(), ...row } });
    }
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const asked = { filter: { ...FILTER, sort: "newest" as const }, cursor };
      const page: Page<CaseSummary> = valueOf(await listCases(deps, at.as("reviewer"), asked));
      seen.push(...page.rows.map(({ number }) => number));
      cursor = page.next;
      expect(page.total).toBe(62);
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(62);
    expect(seen).toHaveLength(62);
  });

  test("two who take the next at once take two cases, a third none", async () => {
    const actor = await staff();
    const taken = await Promise.all([1, 2, 3].map(() => takeNext(deps, actor)));
    const ids = taken.map((each) => valueOf(each).id);
    expect(new Set(ids.filter((id) => id !== null)).size).toBe(2);
    expect(ids.filter((id) => id === null)).toHaveLength(1);
    expect(await list({ assignee: "me" })).toHaveLength(2);
    expect(await list({ assignee: "nobody" })).toHaveLength(0);
  });

  test("only somebody who may decide can be given a case", async () => {
    const actor = await staff();
    const id = await first();
    expect(refusalOf(await assignCases(deps, actor, [id], "999"))).toBe("assignee");
    await prisma.staffMember.updateMany({
      where: { shopId: at.shop.id },
      data: { role: "viewer" },
    });
    expect(refusalOf(await assignCases(deps, actor, [id], "501"))).toBe("assignee");
    valueOf(await assignCases(deps, actor, [id], ""));
  });
});
