import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CodeFilter, CodeSummary } from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { pageOf, readCursor } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { codeWhere } from "./code-where.server.ts";
import { findPage } from "./find-page.server.ts";

export type CodeQuestion = { filter: CodeFilter; cursor: string | null };

type Row = Omit<CodeSummary, "campaign"> & {
  campaignId: string;
  campaignName: string;
  sortValue: string;
  sortId: string;
};

/** The codes a filter finds, newest first, a page at a time. */
export async function listCodes(
  deps: Deps,
  actor: Actor,
  { filter, cursor: cursorText }: CodeQuestion,
): Promise<Outcome<Page<CodeSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const where = await codeWhere(deps, await shopOf(deps, shopId), filter);
  const cursor = readCursor(cursorText);
  const { total, ids } = await findPage(deps, where, cursor);
  const { rows } = await deps.database.pool.query<Row>(SELECT, [shopId, ids]);
  return done(pageOf(rows, cursor, total, summaryOf));
}

function summaryOf(row: Row): CodeSummary {
  const { id, code, state, error, isHeld, uses, lastUsedAt } = row;
  const campaign = { id: row.campaignId, name: row.campaignName };
  return { id, code, state, error, campaign, isHeld, uses, lastUsedAt };
}

/** The rows of a page's ids, in the order of the ids given. */
const SELECT = `
  SELECT k.id::text, k.code, k.state, k.error, k.campaign_id AS "campaignId", c.name AS "campaignName",
         k.holder_id IS NOT NULL AS "isHeld", k.id::text AS "sortId",
         k.id::text AS "sortValue", COALESCE(r.uses, 0)::int AS uses,
         to_char(u.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastUsedAt"
  FROM unnest($2::bigint[]) WITH ORDINALITY AS page (id, at)
  JOIN code k ON k.shop_id = $1 AND k.id = page.id
  JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  LEFT JOIN LATERAL (
    SELECT sum(redemptions - reversals) AS uses FROM rollup
    WHERE shop_id = k.shop_id AND grain = 'code' AND key = k.id::text
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT max(effective_at) AS last FROM ledger_entry
    WHERE shop_id = k.shop_id AND code_key = k.code_key AND code_id = k.id AND redemptions > 0
  ) u ON true
  ORDER BY page.at`;
