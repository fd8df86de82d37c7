import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { StagedCampaign } from "./stage.server.ts";

export type Assigned = { campaign: StagedCampaign; code: string; key: string };

/** Gives campaigns codes for as long as they run; what a campaign has already stays as it is. */
export async function assignCodes(
  tx: AnyTransaction,
  shopId: number,
  codes: readonly Assigned[],
  now: Date,
): Promise<void> {
  if (codes.length === 0) return;
  const rows = codes.map(({ campaign: { id, dimensionSetId, from, until }, code, key }) => ({
    ...{ id, dimensionSetId, code, key },
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
  await queryIn(tx, ASSIGN, [shopId, JSON.stringify(rows), now]);
}

const ASSIGN = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, assigned_until, created_at)
  SELECT DISTINCT ON (n.id, n.key) $1::int, n.id, n.code, n.key, 'live', n."dimensionSetId", n.from, n.until, $3::timestamptz
  FROM json_to_recordset($2::text::json) AS n
    (id uuid, "dimensionSetId" int, code text, key text, "from" timestamptz, until timestamptz)
  WHERE NOT EXISTS (
    SELECT FROM code k WHERE k.shop_id = $1::int AND k.code_key = n.key AND k.campaign_id = n.id)`;
