import type { JudgedCode } from "#app/domain/code/judge-verb.ts";
import type { CodeState } from "#app/domain/code/summary.ts";
import { queryIn, type Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { codeKindOf } from "../campaign/campaign-row.server.ts";

export type ChosenCode = JudgedCode & { id: string; code: string; redemptions: number };

type Row = { id: string; code: string; state: CodeState; uses: number; redemptions: number };

/** Those of the codes that are a campaign's, with how often each was used. */
export async function chosenCodes(
  db: Db,
  campaign: Campaign,
  ids: readonly string[],
): Promise<ChosenCode[]> {
  const rows = await queryIn<Row>(db, CHOSEN, [campaign.shopId, campaign.id, ids]);
  const codeKind = codeKindOf(campaign);
  const limit = codeKind === "unique" ? 1 : campaign.usesPerCode;
  const isCampaignOver = campaign.wanted === "ended";
  return rows.map((row) => ({ ...row, codeKind, limit, isCampaignOver }));
}

const CHOSEN = `
  SELECT k.id::text, k.code, k.state, COALESCE(sum(r.redemptions - r.reversals), 0)::int AS uses,
    COALESCE(sum(r.redemptions), 0)::int AS redemptions
  FROM code k LEFT JOIN rollup r ON r.shop_id = k.shop_id AND r.grain = 'code' AND r.key = k.id::text
  WHERE k.shop_id = $1::int AND k.campaign_id = $2::uuid AND k.id = ANY ($3::text[]::bigint[])
  GROUP BY k.shop_id, k.id, k.code, k.state ORDER BY k.id`;
