import { expect, test } from "vitest";

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
  "the log, which viewers read, has the reason %s and not what was written to it; the case has both",
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
