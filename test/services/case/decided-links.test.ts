import { beforeEach, describe, expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { previewDecision } from "#app/services/case/preview-decision.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { caseStage } from "./stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = caseStage(deps);
const { list, detail, first, decide, link, fold } = on;
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

describe("a decision that they are one person", () => {
  const links = () =>
    prisma.personLink.findMany({
      where: { shopId: at.shop.id },
      select: { relation: true, decided: true, decidedBy: true, decidedAt: true },
    });

  test("confirms their links, has the index told, and is undone with it", async () => {
    await link();
    const id = await first();
    const [before, known] = [await detail(id), await links()];
    await deps.takeJobs();
    valueOf(await decide(id, "abuse", { people: "together", disqualify: "" }));
    expect((await detail(id)).links).toMatchObject([{ decided: "together" }]);
    expect((await detail(id)).effects.map(({ text }) => text)).toEqual([
      "Count account A and account B as one person",
    ]);
    expect((await deps.takeJobs()).map(({ name }) => name)).toContain("score-orders");
    const subject = { kind: "case", id } as const;
    const log = await listAudit(deps, at.as("admin"), { subject, cursor: null });
    expect(valueOf(log).rows[0]).toMatchObject({
      ...{ action: "case.decided", after: { people: "together" } },
    });
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    expect(await links()).toEqual(known);
    expect((await detail(id)).links).toEqual(before.links);
    expect((await deps.takeJobs()).map(({ name }) => name)).toContain("score-orders");
  });

  test("holds a household together, whose later flags are one case; the last word wins", async () => {
    await link();
    const id = await first();
    await prisma.personLink.updateMany({
      where: { shopId: at.shop.id },
      data: { relation: "household", decided: "together", decidedBy: "Bo", decidedAt: deps.now() },
    });
    await fold();
    expect(await list()).toHaveLength(1);
    const told = await links();
    deps.clock.now = new Date(deps.clock.now.getTime() + 60_000);
    valueOf(await decide(id, "fine", { people: "apart" }));
    expect(await links()).toMatchObject([{ decided: "apart" }]);
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    expect(await links()).toEqual(told);
    expect(await list()).toHaveLength(1);
  });

  test("is not taken back where somebody has said otherwise since", async () => {
    await link();
    const id = await first();
    valueOf(await decide(id, "fine", { people: "together" }));
    const since = new Date(deps.clock.now.getTime() + 60_000);
    await prisma.personLink.updateMany({
      where: { shopId: at.shop.id },
      data: { decided: "apart", decidedAt: since },
    });
    valueOf(await undoDecision(deps, at.as("reviewer"), id));
    expect(await links()).toMatchObject([{ decided: "apart", decidedAt: since }]);
  });

  test("is told before it is made", async () => {
    await link();
    const asked = { ...usualForm("abuse"), disqualify: "", people: "together" };
    const told = await previewDecision(deps, at.as("reviewer"), [await first()], asked);
    expect(valueOf(told)).toMatchObject({ cases: 1, lines: ["1 link is confirmed as one person"] });
  });
});
