import { beforeEach, describe, expect, test } from "vitest";

import type { CaseDecision } from "#app/domain/case/case.ts";
import { usualForm, type DecisionForm } from "#app/domain/case/decision.ts";
import type { CaseFilter, CaseSummary } from "#app/domain/case/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Jobs } from "#app/infra/jobs/jobs.server.ts";
import { assignCases } from "#app/services/case/assign-cases.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { takeNext } from "#app/services/case/take-next.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { PRESETS } from "#app/domain/fair-use/presets.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { guardStage } from "#test/services/guard/stage.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let campaignId: string;

const FILTER: CaseFilter = {
  ...{ tab: "open", text: "", assignee: "", kind: "", campaignId: "", decision: "" },
  ...{ isOverdue: false, sort: "due" },
};

/** Anna uses the code three times, Ben twice, each on an account of their own. */
beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  campaignId = await addCampaign(deps, at);
  for (const id of [1, 2, 3]) await order(id, "anna");
  for (const id of [4, 5]) await order(id, "ben");
  await processInbox(deps, at.shop.id);
  await prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: { dirtySince: null } });
  await deps.takeJobs();
});

const ACCOUNTS = { anna: 7, ben: 8 };

function order(id: number, who: keyof typeof ACCOUNTS, change: Record<string, unknown> = {}) {
  const moment = `2026-06-1${id}T00:00:00Z`;
  const payload = orderBody(id, {
    ...{ created_at: moment, updated_at: moment, email: `${who}@example.com` },
    ...{ customer: { id: ACCOUNTS[who] }, ...change },
  });
  return deliver(deps, at.shop.domain, { topic: "orders/create", payload });
}

const list = async (change: Partial<CaseFilter> = {}) =>
  valueOf(
    await listCases(deps, at.as("reviewer"), { filter: { ...FILTER, ...change }, cursor: null }),
  ).rows;
const detail = async (id: string) => valueOf(await getCase(deps, at.as("reviewer"), id)).detail;
const first = async () => (await list())[0]?.id ?? "";
const decide = (id: string, decision: CaseDecision, change: Partial<DecisionForm> = {}) =>
  decideCase(deps, at.as("reviewer"), id, { ...usualForm(decision), ...change });

/** What the scorer does when it finds two people to be one. */
async function link(): Promise<void> {
  const people = await prisma.person.findMany({
    where: { shopId: at.shop.id },
    orderBy: { id: "asc" },
  });
  const [low, high] = people.map(({ id }) => id);
  if (low === undefined || high === undefined) throw new Error("Two people were to be known.");
  await prisma.personLink.create({
    data: {
      ...{ shopId: at.shop.id, lowId: low, highId: high, relation: "same_person", bits: 9 },
      reasons: [{ field: "phone", bits: 9 }],
      createdAt: deps.now(),
    },
  });
  await fold();
}

const fold = () =>
  inTransaction(pool, (client) =>
    foldCases(client, at.shop.id, null, { now: deps.now(), newId: deps.newId }),
  );

const uses = async () => {
  const { rows } = await pool.query<{ uses: number }>(
    "SELECT COALESCE(sum(uses), 0)::int AS uses FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NOT NULL",
    [at.shop.id],
  );
  return rows[0]?.uses;
};
const inForce = () =>
  prisma.disqualification.findMany({ where: { shopId: at.shop.id, liftedAt: null } });

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
      inTransaction(pool, (client) =>
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

  test("a case whose flags are withdrawn is over", async () => {
    for (const id of [4, 5]) {
      const moment = { updated_at: "2026-06-20T00:00:00Z", cancelled_at: "2026-06-20T00:00:00Z" };
      await order(id, "ben", moment);
    }
    await processInbox(deps, at.shop.id);
    expect((await list({ tab: "all" })).map(({ number }) => number)).toEqual([1]);
  });
});

async function staff() {
  const actor = at.as("reviewer");
  const row = { name: actor.name, email: "ada@example.com", role: "reviewer", accountOwner: false };
  const seen = { createdAt: deps.now(), lastSeenAt: deps.now() };
  await prisma.staffMember.create({ data: { shopId: at.shop.id, id: 501n, ...row, ...seen } });
  return actor;
}

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

describe("a decision", () => {
  test("of abuse disqualifies everybody of the case, in one step with flags, log and jobs", async () => {
    await link();
    const id = await first();
    await deps.takeJobs();
    valueOf(await decide(id, "abuse", { until: "2026-12-31" }));
    expect(await inForce()).toMatchObject([
      { campaignId, caseId: id, until: new Date("2026-12-31") },
      { campaignId, caseId: id, until: new Date("2026-12-31") },
    ]);
    const flags = await prisma.flag.findMany({ where: { shopId: at.shop.id } });
    expect(new Set(flags.map(({ state, decision }) => `${state} ${decision}`))).toEqual(
      new Set(["reviewed abuse"]),
    );
    const dirty = await prisma.standing.count({
      where: { shopId: at.shop.id, dirtySince: { not: null } },
    });
    expect(dirty).toBe(2);
    expect((await deps.takeJobs()).map(({ name }) => name)).toEqual(["publish-guard"]);
    expect(await list({ tab: "decided" })).toMatchObject([{ id, decision: "abuse" }]);
  });

  test("of fine puts people apart, and they stay so", async () => {
    await link();
    const id = await first();
    valueOf(await decide(id, "fine"));
    expect(await prisma.personLink.findMany({ where: { shopId: at.shop.id } })).toMatchObject([
      { decided: "apart", decidedBy: "Ada the reviewer" },
    ]);
    await order(6, "anna");
    await order(7, "ben");
    await processInbox(deps, at.shop.id);
    expect((await list()).map(({ people, orders }) => [people, orders.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("can give the uses back, in the ledger", async () => {
    expect(await uses()).toBe(5);
    valueOf(await decide(await first(), "fine", { use: "free" }));
    expect(await uses()).toBe(3);
  });

  test.each<[CaseDecision, Partial<DecisionForm>]>([
    ["abuse", {}],
    ["fine", { use: "free" }],
    ["same_household", {}],
  ])("of %s is taken back with all it brought about", async (decision, change) => {
    await link();
    const id = await first();
    const before = await detail(id);
    valueOf(await decide(id, decision, change));
    await deps.takeJobs();
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    const after = await detail(id);
    // Whoever decided still has it.
    const assignee = { id: "501", name: "A former member of staff" };
    expect(after.summary).toEqual({ ...before.summary, assignee });
    expect(after.links).toEqual(before.links);
    expect(after.effects.every(({ state }) => state === "undone")).toBe(true);
    expect(await inForce()).toEqual([]);
    expect(await uses()).toBe(5);
    expect((await deps.takeJobs()).map(({ name }) => name)).toContain("publish-guard");
    expect(refusalOf(await undoDecision(deps, at.as("reviewer"), id))).toBe("conflict");
    valueOf(await decide(id, "abuse"));
  });

  test("that cannot be done to its end is not begun", async () => {
    const id = await first();
    const jobs: Jobs = { ...deps.jobs, send: () => Promise.reject(new Error("queue full")) };
    const form = usualForm("abuse");
    await expect(decideCase({ ...deps, jobs }, at.as("reviewer"), id, form)).rejects.toThrow(
      "queue full",
    );
    expect(await list()).toHaveLength(2);
    expect(await inForce()).toEqual([]);
  });

  test("is made by one of many who try at once", async () => {
    const id = await first();
    const outcomes = await Promise.all(
      (["fine", "abuse", "fine", "abuse"] as const).map((each) => decide(id, each)),
    );
    expect(outcomes.map(refusalOf).sort()).toEqual([
      ...["conflict", "conflict", "conflict", "not refused"],
    ]);
  });

  test("is refused to who may not, and for what is not there", async () => {
    const id = await first();
    const other = await addShop(deps, `other-${shops}.myshopify.com`);
    const form = usualForm("fine");
    for (const role of ["viewer", "editor"] as const) {
      expect(refusalOf(await decideCase(deps, at.as(role), id, form))).toBe("forbidden");
      expect(refusalOf(await undoDecision(deps, at.as(role), id))).toBe("forbidden");
      expect(refusalOf(await getCase(deps, at.as(role), id))).toBe("forbidden");
      expect(refusalOf(await assignCases(deps, at.as(role), [id], "me"))).toBe("forbidden");
      expect(refusalOf(await takeNext(deps, at.as(role)))).toBe("forbidden");
      const asked = { filter: FILTER, cursor: null };
      expect(refusalOf(await listCases(deps, at.as(role), asked))).toBe("forbidden");
    }
    expect(refusalOf(await decideCase(deps, other.as("admin"), id, form))).toBe("not_found");
    expect(refusalOf(await getCase(deps, other.as("admin"), id))).toBe("not_found");
    expect(refusalOf(await undoDecision(deps, other.as("admin"), id))).toBe("not_found");
    const group = { disqualify: "group:77" };
    expect(refusalOf(await decide(id, "abuse", group))).toBe("disqualify");
  });
});

describe("a policy in force", () => {
  /** A policy judges what signals have looked at. */
  const told = async () => {
    await processInbox(deps, at.shop.id);
    await scoreOrders(deps, { shopId: at.shop.id });
  };
  const preset = (key: string) => PRESETS.find((each) => each.key === key)?.policy;

  test("disqualifies when a case opens, until the promotion ends; a decision takes its place", async () => {
    await scoreOrders(deps, { shopId: at.shop.id });
    valueOf(await savePolicy(deps, at.as("admin"), preset("once_a_period")));
    for (const id of [6, 7])
      await order(id, "anna", { customer: { id: 9 }, email: "cy@example.com" });
    await told();
    const [third] = (await list()).filter(({ number }) => number === 3);
    expect(third).toMatchObject({ step: "disqualify" });
    const [held] = await inForce();
    expect(held).toMatchObject({ caseId: third?.id, createdBy: "Bonafide", campaignId });

    valueOf(await decide(third?.id ?? "", "fine"));
    expect(await inForce()).toEqual([]);
    valueOf(await undoDecision(deps, at.as("reviewer"), third?.id ?? ""));
    expect(await inForce()).toMatchObject([{ id: held?.id }]);
  });

  test("only notes the first time on the ladder, and asks for more the second", async () => {
    await scoreOrders(deps, { shopId: at.shop.id });
    valueOf(await savePolicy(deps, at.as("admin"), preset("ladder")));
    const who = { customer: { id: 9 }, email: "cy@example.com" };
    for (const id of [6, 7]) await order(id, "anna", who);
    await told();
    expect(await list({ tab: "watching" })).toMatchObject([{ number: 3, step: "watch" }]);
    await order(8, "anna", who);
    await told();
    const [asked] = await list({ tab: "watching" });
    expect(asked).toMatchObject({ number: 3, step: "sign_in" });
    expect(await inForce()).toMatchObject([
      { caseId: asked?.id, step: "sign_in", until: new Date("2026-09-13"), campaignId },
    ]);
    // A fourth order asks for nothing more, and a decision takes its place.
    await order(9, "anna", who);
    await told();
    expect(await inForce()).toHaveLength(1);
    valueOf(await decide(asked?.id ?? "", "fine"));
    expect(await inForce()).toEqual([]);
  });
});

describe("a decision that asks to sign in", () => {
  test("reaches the standing of everybody in the case, and is undone with it", async () => {
    const id = await first();
    valueOf(await decide(id, "abuse", { step: "sign_in", until: "2026-12-31" }));
    expect(await inForce()).toMatchObject([{ step: "sign_in", until: new Date("2026-12-31") }]);
    expect((await detail(id)).effects.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Ask account .+ to sign in for .+ until 2026-12-31$/),
    ]);
    const on = guardStage(deps, at);
    expect(await on.standing(7)).toMatchObject({
      ...{ disqualified: [], signIn: [{ scope: "1", until: "2026-12-31" }] },
    });
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    expect(await inForce()).toEqual([]);
    expect(await on.standing(7)).toMatchObject({ signIn: [] });
  });
});
