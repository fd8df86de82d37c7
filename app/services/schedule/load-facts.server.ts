import type { CodeState } from "#app/domain/code/summary.ts";
import type { ScheduledAction } from "#app/domain/schedule/action.ts";
import type { CampaignFacts, CodeFact } from "#app/domain/schedule/facts.ts";
import { queryIn, type Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { capInTheWay } from "../campaign/campaign-budget.server.ts";
import { codeKindOf, wantedOf } from "../campaign/campaign-row.server.ts";

/** The facts of a campaign that actions change or depend on, with the codes these actions speak of. */
export async function loadFacts(
  db: Db,
  row: Campaign,
  actions: readonly ScheduledAction[],
): Promise<CampaignFacts> {
  const codeKind = codeKindOf(row);
  const { shopId, id } = row;
  const [numbers] = await queryIn<{ uses: number; isMaking: boolean }>(db, NUMBERS, [
    shopId,
    id,
    codeKind === "list" ? "code" : "campaign",
  ]);
  const ids = actions.flatMap((action) => (action.kind === "rotate" ? [action.codeId] : []));
  const codes = await presentCodes(db, row, ids);
  return {
    wanted: wantedOf(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    cap: codeKind === "public" ? row.totalCap : codeKind === "list" ? row.usesPerCode : null,
    codeKind,
    uses: numbers?.uses ?? 0,
    capReached: row.wanted === "paused" ? await capInTheWay(db, row) : null,
    isMaking: numbers?.isMaking ?? false,
    codes: Object.fromEntries(codes.map(({ askedId, text, state }) => [askedId, { text, state }])),
  };
}

/** `id`: of what stands now in the place of the code that was asked for. */
export type PresentCode = CodeFact & { askedId: string; id: string };

/** A code, or what came in its place since, however often. One that is leaving is not there any more. */
export async function presentCodes(
  db: Db,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
  ids: readonly string[],
): Promise<PresentCode[]> {
  if (ids.length === 0) return [];
  return queryIn<PresentCode & { state: CodeState }>(db, PRESENT, [shopId, id, ids]);
}

const NUMBERS = `
  SELECT COALESCE(max(u.uses), 0)::int AS uses, EXISTS (
    SELECT 1 FROM code_batch b WHERE b.shop_id = $1::int AND b.campaign_id = $2::uuid
      AND b.state <> 'cancelled' AND b.live + b.refused < b.wanted) AS "isMaking"
  FROM (
    SELECT sum(r.redemptions - r.reversals) AS uses FROM rollup r
    WHERE r.shop_id = $1::int AND r.grain = $3 AND r.key IN (
      SELECT $2::text WHERE $3 = 'campaign'
      UNION ALL SELECT k.id::text FROM code k WHERE $3 = 'code' AND k.shop_id = $1::int AND k.campaign_id = $2::uuid)
    GROUP BY r.key
  ) u`;

/** Each code is replaced by one at most, and what is in use by none: the way ends. */
const PRESENT = `
  WITH RECURSIVE way AS (
    SELECT k.id::text AS asked, k.id, k.code, k.state, k.replaced_by_id, 0 AS step FROM code k
    WHERE k.shop_id = $1::int AND k.campaign_id = $2::uuid AND k.id = ANY ($3::text[]::bigint[])
    UNION ALL
    SELECT w.asked, n.id, n.code, n.state, n.replaced_by_id, w.step + 1 FROM way w
    JOIN code n ON n.shop_id = $1::int AND n.id = w.replaced_by_id WHERE w.step < 100
  )
  SELECT DISTINCT ON (asked) asked AS "askedId", id::text, code AS text, state FROM way ORDER BY asked, step DESC`;
