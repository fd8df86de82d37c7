import { codeKey } from "#app/domain/code/code-key.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** A code that came to a discount or left it. */
export type ToldCode = { discountId: string; code: string; isThere: boolean };

/**
 * Compares what Shopify tells of single codes with what we know. A code we never made becomes the campaign's, as it is
 * the discount's; one that somebody removed is said to be, and waits for a decision. Our own doing is passed over. Of a
 * code that came and went the last word counts.
 */
export async function noteRedeemCodes(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  told: readonly ToldCode[],
): Promise<void> {
  const last = new Map(told.map((each) => [`${each.discountId} ${codeKey(each.code)}`, each]));
  const rows = [...last.values()].map(({ discountId, code, isThere }) => {
    const key = codeKey(code);
    return { discountId, code: code.trim(), key, looks: lookAlikeKey(key), isThere };
  });
  const now = deps.now();
  const values = [shopId, JSON.stringify(rows), now];
  const removed = await queryIn<Counted>(tx, REMOVED, values);
  const added = await queryIn<Counted>(tx, ADDED, values);
  for (const { campaignId, count } of removed)
    await noteDrift(deps, tx, shopId, { campaignId, count, kind: "codes_removed", state: "open" });
  for (const { campaignId, count } of added)
    await noteDrift(deps, tx, shopId, { campaignId, count, kind: "codes_added", state: "adopted" });
}

type Counted = { campaignId: string; count: number };

async function noteDrift(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  { campaignId, count, kind, state }: Counted & { kind: string; state: "open" | "adopted" },
): Promise<void> {
  await queryIn(tx, DRIFT, [shopId, deps.newId(), campaignId, kind, count, state, deps.now()]);
}

const TOLD = `
  told AS (
    SELECT d.campaign_id, t.* FROM jsonb_to_recordset($2::jsonb)
      AS t ("discountId" bigint, code text, key text, looks text, "isThere" boolean)
    JOIN discount d ON d.shop_id = $1::int AND d.id = t."discountId" AND d.campaign_id IS NOT NULL
  )`;

const REMOVED = `
  WITH ${TOLD}, removed AS (
    UPDATE code k SET state = 'removed' FROM told
    WHERE NOT told."isThere" AND k.shop_id = $1::int AND k.code_key = told.key AND k.campaign_id = told.campaign_id
      AND k.state = 'live' AND k.assigned_until IS NULL AND $3::timestamptz IS NOT NULL
    RETURNING k.campaign_id
  )
  SELECT campaign_id AS "campaignId", count(*)::int AS count FROM removed GROUP BY campaign_id`;

/**
 * A code we know, in whatever state, is not new: a submission of ours, or one that came back. Of one that was taken out
 * a moment ago the word of its coming is merely late; were it there, the next comparison would find it.
 */
const ADDED = `
  WITH ${TOLD}, back AS (
    UPDATE code k SET state = 'live', error = NULL FROM told
    WHERE told."isThere" AND k.shop_id = $1::int AND k.code_key = told.key AND k.campaign_id = told.campaign_id
      AND k.state IN ('removed', 'failed') AND k.assigned_until IS NULL
  ), added AS (
    INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, look_alike_key, assigned_from, created_at)
    SELECT $1::int, told.campaign_id, told.code, told.key, 'live', c.dimension_set_id, told.looks,
      GREATEST($3::timestamptz, (SELECT max(old.assigned_until) FROM code old
        WHERE old.shop_id = $1::int AND old.code_key = told.key)), $3::timestamptz
    FROM told JOIN campaign c ON c.shop_id = $1::int AND c.id = told.campaign_id
    WHERE told."isThere" AND NOT EXISTS (SELECT 1 FROM code old
      WHERE old.shop_id = $1::int AND old.code_key = told.key AND old.campaign_id = told.campaign_id
        AND old.assigned_until > $3::timestamptz - interval '10 minutes')
    ON CONFLICT (shop_id, code_key) WHERE assigned_until IS NULL DO NOTHING
    RETURNING campaign_id
  ), counted AS (
    SELECT campaign_id, count(*)::int AS count FROM added GROUP BY campaign_id
  ), more AS (
    UPDATE campaign c SET code_count = c.code_count + counted.count FROM counted
    WHERE c.shop_id = $1::int AND c.id = counted.campaign_id
  )
  SELECT campaign_id AS "campaignId", count FROM counted`;

/** Codes that are told of one after the other are one thing to decide. */
const DRIFT = `
  WITH open AS (
    UPDATE drift SET count = count + $5::int
    WHERE shop_id = $1::int AND campaign_id = $3::uuid AND kind = $4 AND state = $6
      AND ($6 = 'open' OR found_at > $7::timestamptz - interval '1 minute')
    RETURNING 1
  )
  INSERT INTO drift (shop_id, id, campaign_id, kind, count, is_conflict, state, found_at, found_by, decided_at)
  SELECT $1::int, $2::uuid, $3::uuid, $4, $5::int, $6 = 'open', $6, $7::timestamptz, 'webhook',
    CASE WHEN $6 = 'adopted' THEN $7::timestamptz END
  WHERE NOT EXISTS (SELECT 1 FROM open)`;
