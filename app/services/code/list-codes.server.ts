import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import type { CodeState, CodeSummary } from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { PAGE_SIZE, pageOf, readCursor } from "../page.server.ts";

export type CodeQuestion = {
  text: string;
  campaignId: string | null;
  state: CodeState | "all";
  cursor: string | null;
};

type Row = Omit<CodeSummary, "campaign"> & {
  campaignId: string;
  campaignName: string;
  sortValue: string;
  sortId: string;
};

/** The shop's codes that begin with a text, newest first, a page at a time. */
export async function listCodes(
  deps: Deps,
  actor: Actor,
  question: CodeQuestion,
): Promise<Outcome<Page<CodeSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const cursor = readCursor(question.cursor);
  const campaignId = question.campaignId && isId(question.campaignId) ? question.campaignId : null;
  const filters = [shopId, `${likeText(codeKey(question.text))}%`, campaignId, question.state];
  const direction = cursor?.backwards ? "ASC" : "DESC";
  const after = cursor ? `AND k.id ${cursor.backwards ? ">" : "<"} $5::bigint` : "";
  const { rows } = await deps.database.pool.query<Row>(
    `${SELECT} ${WHERE} ${after} ORDER BY k.id ${direction} LIMIT ${PAGE_SIZE + 1}`,
    [...filters, ...(cursor ? [/^\d{1,18}$/.test(cursor.id) ? cursor.id : "0"] : [])],
  );
  const { rows: counted } = await deps.database.pool.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM code k ${WHERE}`,
    filters,
  );
  return done(
    pageOf(rows, cursor, counted[0]?.total ?? 0, (row) => ({
      id: row.id,
      code: row.code,
      state: row.state,
      error: row.error,
      campaign: { id: row.campaignId, name: row.campaignName },
      uses: row.uses,
      lastUsedAt: row.lastUsedAt,
    })),
  );
}

/** What a person typed, with the signs that LIKE gives a meaning taken literally. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

const WHERE = `
  WHERE k.shop_id = $1 AND k.code_key LIKE $2 AND ($3::uuid IS NULL OR k.campaign_id = $3)
    AND ($4 = 'all' OR k.state = $4)`;

const SELECT = `
  SELECT k.id::text, k.code, k.state, k.error, k.campaign_id AS "campaignId", c.name AS "campaignName",
         k.id::text AS "sortId", k.id::text AS "sortValue", COALESCE(r.uses, 0)::int AS uses,
         to_char(u.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastUsedAt"
  FROM code k
  JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  LEFT JOIN LATERAL (
    SELECT sum(redemptions - reversals) AS uses FROM rollup
    WHERE shop_id = k.shop_id AND grain = 'code' AND key = k.id::text
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT max(effective_at) AS last FROM ledger_entry
    WHERE shop_id = k.shop_id AND code_key = k.code_key AND code_id = k.id AND redemptions > 0
  ) u ON true`;
