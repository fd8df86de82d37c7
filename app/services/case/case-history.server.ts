import type pg from "pg";

import type { CaseDecision } from "#app/domain/case/case.ts";
import type { GoodHistory, SimilarCases } from "#app/domain/case/summary.ts";
import { toldSince } from "#app/domain/insight/permission.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { CASE_COLUMNS, CASE_FROM, summariesOf, type CaseRow } from "./case-rows.server.ts";
import { MEMBERS } from "./linked-people.server.ts";

/** What speaks for these people (given by their roots), and earlier cases about them other than this one. */
export async function readHistory(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  people: readonly string[],
  caseId: string,
): Promise<GoodHistory> {
  type Row = Omit<GoodHistory, "earlierCases" | "chargebacksSince">;
  const { rows } = await db.query<Row>(HISTORY, [shopId, people]);
  const cases = await db.query<GoodHistory["earlierCases"][number]>(EARLIER, [
    ...[shopId, people, caseId],
  ]);
  const nothing = {
    orders: 0,
    paidMinor: 0,
    since: null,
    withoutCode: 0,
    refunded: 0,
    chargebacks: 0,
  };
  const told = await db.query<{ topic: string; since: string }>(TOLD, [shopId]);
  return {
    ...(rows[0] ?? nothing),
    chargebacksSince: toldSince("disputes", told.rows),
    earlierCases: cases.rows,
  };
}

/** Orders whose bank called the payment back, unless that was won: an inquiry takes nothing. */
const CHARGED_BACK = `(count(*) FILTER (WHERE EXISTS (
      SELECT FROM jsonb_array_elements(o.disputes) d
      WHERE d ->> 'type' = 'chargeback' AND d ->> 'status' IS DISTINCT FROM 'won')))::int`;

const HISTORY = `
  WITH ${MEMBERS}
  SELECT count(*)::int AS orders,
    COALESCE(sum(o.total_minor) FILTER (WHERE o.paid_at IS NOT NULL AND o.cancelled_at IS NULL), 0)::float8 AS "paidMinor",
    ${instantSql("min(o.placed_at)")} AS since,
    (count(*) FILTER (WHERE o.codes = '[]'))::int AS "withoutCode",
    (count(*) FILTER (WHERE o.refunds <> '[]'))::int AS refunded,
    ${CHARGED_BACK} AS chargebacks
  FROM member m JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  WHERE NOT o.test`;

const TOLD = `SELECT topic, ${instantSql("since")} AS since FROM told_topic WHERE shop_id = $1`;

const EARLIER = `
  WITH ${MEMBERS}
  SELECT DISTINCT c.id, c.number, c.decision FROM review_case c
  JOIN flag f ON f.shop_id = c.shop_id AND f.case_id = c.id JOIN member m ON m.id = f.person_id
  WHERE c.shop_id = $1 AND c.state = 'decided' AND c.id <> $3 ORDER BY c.number DESC LIMIT 10`;

const SHOWN = 4;

/** Decided cases of the same kinds, the most alike and the latest first, and how all of them ended. */
export async function readSimilar(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  caseId: string,
): Promise<SimilarCases> {
  const counted = await db.query<{ decision: CaseDecision; count: number }>(ENDED, [
    shopId,
    caseId,
  ]);
  const ended: Record<CaseDecision, number> = { fine: 0, same_household: 0, abuse: 0 };
  for (const { decision, count } of counted.rows) ended[decision] = count;
  const { rows } = await db.query<CaseRow>(ALIKE, [shopId, caseId, SHOWN]);
  const latest = await summariesOf(db, shopId, rows);
  return {
    ended,
    latest: latest.flatMap(({ id, number, sentence, decision, decidedAt }) =>
      decision && decidedAt ? [{ id, number, sentence, decision, decidedAt }] : [],
    ),
  };
}

/** Alike: a kind of flag in common, and about one account or about several as this one. */
const PICTURE = `
  SELECT f.case_id, array_agg(DISTINCT f.kind) AS kinds, array_agg(DISTINCT f.campaign_id) AS campaigns,
    count(DISTINCT COALESCE(p.root_id, p.id)) > 1 AS several
  FROM flag f LEFT JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
  WHERE f.shop_id = $1 AND f.state <> 'withdrawn' AND f.case_id IS NOT NULL`;

const WITH_ALIKE = `
  WITH own AS (${PICTURE} AND f.case_id = $2::uuid GROUP BY 1), alike AS (
    SELECT c.id, (o.campaigns && t.campaigns)::int AS closeness
    FROM review_case c JOIN (${PICTURE} GROUP BY 1) o ON o.case_id = c.id JOIN own t ON true
    WHERE c.shop_id = $1 AND c.state = 'decided' AND c.id <> $2::uuid AND o.kinds && t.kinds AND o.several = t.several
  )`;

const ENDED = `${WITH_ALIKE}
  SELECT c.decision, count(*)::int AS count FROM alike a JOIN review_case c ON c.shop_id = $1 AND c.id = a.id GROUP BY 1`;

const ALIKE = `${WITH_ALIKE}
  SELECT ${CASE_COLUMNS} ${CASE_FROM} JOIN alike a ON a.id = c.id
  WHERE c.shop_id = $1 ORDER BY a.closeness DESC, c.decided_at DESC LIMIT $3`;
