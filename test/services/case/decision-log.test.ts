import { expect, test } from "vitest";

import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf } from "#test/support/test-shop.ts";
import { caseStage } from "./stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = caseStage(deps);

test.each([
  ["many_accounts", "One person with several accounts"],
  ["other", "Another reason"],
])(
  "the log has the reason %s and not what was written to it; the case has both",
  async (reason, label) => {
    const { at } = await on.begin();
    const id = await on.first();
    const comment = "Ada Byron of Lime Street";
    valueOf(await on.decide(id, "abuse", { reason, comment }));
    const [row] = await prisma.auditEvent.findMany({
      where: { shopId: at.shop.id, action: "case.decided" },
    });
    expect(row?.after).toMatchObject({ decision: "abuse", reason: label });
    const log = await prisma.auditEvent.findMany({ where: { shopId: at.shop.id } });
    expect(JSON.stringify(log.map(({ after }) => after))).not.toContain("Byron");
    const kept = await prisma.reviewCase.findFirst({ where: { id } });
    expect(kept).toMatchObject({ reason, comment });
  },
);

test("what was decided is read in the log by who may see cases; others read that somebody decided", async () => {
  const { at } = await on.begin();
  const id = await on.first();
  valueOf(await on.decide(id, "abuse"));
  const told = async (role: "viewer" | "editor" | "reviewer" | "admin") => {
    const { rows } = valueOf(await listAudit(deps, at.as(role), { cursor: null }));
    return rows.find(({ action }) => action === "case.decided");
  };
  for (const role of ["viewer", "editor"] as const)
    expect(await told(role)).toMatchObject({ before: null, after: null });
  for (const role of ["reviewer", "admin"] as const)
    expect(await told(role)).toMatchObject({ after: { decision: "abuse" } });
  const { rows } = valueOf(await listAudit(deps, at.as("viewer"), { cursor: null }));
  expect(rows.some(({ after }) => after !== null)).toBe(true);
});
