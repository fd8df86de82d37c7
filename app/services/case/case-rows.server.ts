import type pg from "pg";

import type { CaseDecision, CaseState } from "#app/domain/case/case.ts";
import type { CaseSummary } from "#app/domain/case/summary.ts";
import type { Step } from "#app/domain/fair-use/policy.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { accountsOf, readCaseFlags, sentenceOf, type FlagOfCase } from "./case-flags.server.ts";

export type CaseRow = {
  id: string;
  number: number;
  state: CaseState;
  mergedInto: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  openedAt: string;
  dueAt: string;
  step: Step | null;
  policyVersion: number | null;
  decision: CaseDecision | null;
  reason: string | null;
  comment: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  currency: string;
};

/** `c` is the case; $1 the shop. */
export const CASE_COLUMNS = `
  c.id, c.number, c.state, c.merged_into AS "mergedInto", c.assignee_id::text AS "assigneeId", s.name AS "assigneeName",
  ${instantSql("c.opened_at")} AS "openedAt", ${instantSql("c.due_at")} AS "dueAt", c.step, c.policy_version AS "policyVersion",
  c.decision, c.reason, c.comment, c.decided_by AS "decidedBy", ${instantSql("c.decided_at")} AS "decidedAt",
  (SELECT currency FROM shop WHERE id = $1) AS currency`;

export const CASE_FROM = `
  FROM review_case c LEFT JOIN staff_member s ON s.shop_id = c.shop_id AND s.id = c.assignee_id`;

/** What lists say of cases, in the order given. */
export async function summariesOf(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  rows: readonly CaseRow[],
): Promise<CaseSummary[]> {
  const flags = await readCaseFlags(
    db,
    shopId,
    rows.map(({ id }) => id),
  );
  const byCase = Map.groupBy(flags, ({ caseId }) => caseId);
  return rows.map((row) => summaryOf(row, byCase.get(row.id) ?? []));
}

export function summaryOf(row: CaseRow, flags: readonly FlagOfCase[]): CaseSummary {
  const campaigns = new Map(
    flags.flatMap(({ campaignId, campaignName }) =>
      campaignId === null ? [] : [[campaignId, campaignName ?? "A deleted campaign"] as const],
    ),
  );
  const uses = new Map(flags.map((flag) => [`${flag.orderId} ${flag.codeKey}`, flag.atStakeMinor]));
  const scores = flags.flatMap(({ score }) => score ?? []);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    sentence: sentenceOf(flags),
    kinds: [...new Set<SignalKind>(flags.map(({ kind }) => kind))],
    campaigns: [...campaigns].map(([id, name]) => ({ id, name })),
    people: accountsOf(flags),
    orders: [...new Map(flags.map((flag) => [flag.orderId, flag.orderName]))].map(([id, name]) => ({
      id,
      name,
    })),
    score: scores.length === 0 ? null : Math.max(...scores),
    atStakeMinor: [...uses.values()].reduce((sum, amount) => sum + amount, 0),
    currency: row.currency,
    assignee:
      row.assigneeId === null
        ? null
        : { id: row.assigneeId, name: row.assigneeName ?? "A former member of staff" },
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    step: row.step,
    decision: row.decision,
    decidedAt: row.decidedAt,
  };
}
