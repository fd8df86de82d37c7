import { beforeEach, describe, expect, test } from "vitest";

import type { CaseDecision } from "#app/domain/case/case.ts";
import { usualForm, type DecisionForm } from "#app/domain/case/decision.ts";
import type { Jobs } from "#app/infra/jobs/jobs.server.ts";
import { assignCases } from "#app/services/case/assign-cases.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { decideCases } from "#app/services/case/decide-cases.server.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { takeNext } from "#app/services/case/take-next.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { undoDecisions } from "#app/services/case/undo-decisions.server.ts";
import { previewDecision } from "#app/services/case/preview-decision.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage, FILTER } from "./stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = caseStage(deps);
const { order, list, detail, first, decide, link, uses, inForce } = on;
let at: TestShop;
let campaignId: string;

beforeEach(async () => {
  ({ at, campaignId } = await on.begin());
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

  test("of fine cuts no link by itself, and is told so before it is made", async () => {
    await link();
    const id = await first();
    const told = await previewDecision(deps, at.as("reviewer"), [id], usualForm("fine"));
    expect(valueOf(told)).toMatchObject({ cases: 1, lines: [] });
    valueOf(await decide(id, "fine"));
    expect(await prisma.personLink.findMany({ where: { shopId: at.shop.id } })).toMatchObject([
      { decided: null },
    ]);
  });

  test("that they are different people puts them apart, and they stay so", async () => {
    await link();
    const id = await first();
    valueOf(await decide(id, "fine", { reason: "different_people", people: "apart" }));
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
    ["fine", { use: "free", people: "apart" }],
    ["same_household", {}],
  ])("of %s is taken back with all it brought about", async (decision, change) => {
    await link();
    const id = await first();
    const before = await detail(id);
    valueOf(await decide(id, decision, change));
    await deps.takeJobs();
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    const after = await detail(id);
    expect(after.summary).toEqual(before.summary);
    expect(after.links).toEqual(before.links);
    expect(after.effects.every(({ state }) => state === "undone")).toBe(true);
    expect(await inForce()).toEqual([]);
    expect(await uses()).toBe(5);
    expect((await deps.takeJobs()).map(({ name }) => name)).toContain("publish-guard");
    expect(refusalOf(await undoDecision(deps, at.as("reviewer"), id))).toBe("conflict");
    valueOf(await decide(id, "abuse"));
  });

  test("is its decider's until it is taken back; who had the case before has it then, or nobody", async () => {
    const actor = await on.staff();
    const [free = "", hers = ""] = (await list()).map((row) => row.id);
    valueOf(await assignCases(deps, actor, [hers], "me"));
    for (const id of [free, hers]) {
      valueOf(await decide(id, "fine"));
      expect((await detail(id)).summary.assignee?.id).toBe("501");
      valueOf(await undoDecision(deps, at.as("reviewer"), id));
    }
    expect(await list({ assignee: "me" })).toMatchObject([{ id: hers }]);
    expect(valueOf(await takeNext(deps, actor)).id).toBe(free);
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
    const other = await addShop(deps, `other-${at.shop.domain}`);
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

describe("a decision on several cases", () => {
  const reviewer = () => at.as("reviewer");
  const ids = async () => (await list()).map(({ id }) => id);

  test("is made and taken back for each that is as it was then, and says how many are not", async () => {
    const both = await ids();
    const [first = ""] = both;
    valueOf(await decide(first, "fine"));
    const made = valueOf(await decideCases(deps, reviewer(), both, usualForm("abuse")));
    expect(made).toMatchObject({ cases: [{ id: both[1] }], left: 1 });
    expect(await list()).toEqual([]);
    valueOf(await undoDecision(deps, reviewer(), first));
    const theirs = { ids: [...both, ""], decision: "abuse" };
    // Who decided takes back just that: it may have been decided otherwise since, or by somebody else.
    const otherwise = { ...theirs, decision: "fine" };
    expect(refusalOf(await undoDecisions(deps, reviewer(), otherwise))).toBe("conflict");
    expect(refusalOf(await undoDecisions(deps, at.as("admin"), theirs))).toBe("conflict");
    const undone = valueOf(await undoDecisions(deps, reviewer(), theirs));
    expect(undone).toMatchObject({ cases: [{ id: both[1] }], left: 1 });
    expect((await ids()).sort()).toEqual(both.sort());
    expect(await inForce()).toEqual([]);
  });

  test("is refused where it can be made for none, and for none or too many", async () => {
    const both = await ids();
    const group = { ...usualForm("abuse"), disqualify: "group:77" };
    expect(refusalOf(await decideCases(deps, reviewer(), both, group))).toBe("disqualify");
    const asked = { ids: both, decision: "abuse" };
    expect(refusalOf(await undoDecisions(deps, reviewer(), asked))).toBe("conflict");
    expect(refusalOf(await undoDecisions(deps, at.as("editor"), asked))).toBe("forbidden");
    for (const wrong of [[""], Array.from({ length: 51 }, (_, at) => `${at}`)])
      expect(refusalOf(await decideCases(deps, reviewer(), wrong, usualForm("fine")))).toBe("ids");
    expect(await ids()).toEqual(both);
  });
});
