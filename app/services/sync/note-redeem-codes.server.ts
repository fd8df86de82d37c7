import { codeKey } from "#app/domain/code/code-key.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import type { DriftKind } from "#app/domain/discount/drift.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recountCodeDrift } from "./recount-code-drift.server.ts";

/** A code that came to a discount or left it. */
export type ToldCode = { discountId: string; code: string; isThere: boolean };

/** Word of codes may come late and out of order; what was read just now, by the sweep, is so. */
type FoundBy = "webhook" | "sweep";

/**
 * Compares what Shopify tells of single codes with what we know. A code we never made becomes the campaign's, as it is
 * the discount's; one that somebody removed, or added again while it is paused here, is said to be, and waits for a
 * decision. Our own doing is passed over. Of a code that came and went the last word counts.
 */
export async function noteRedeemCodes(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  told: readonly ToldCode[],
  foundBy: FoundBy = "webhook",
): Promise<void> {
  const last = new Map(told.map((each) => [`${each.discountId} ${codeKey(each.code)}`, each]));
  const rows = [...last.values()].map(({ discountId, code, isThere }) => {
    const key = codeKey(code);
    return { discountId, code: code.trim(), key, looks: lookAlikeKey(key), isThere };
  });
  const note = { deps, tx, shopId, foundBy, now: deps.now() };
  const gone = JSON.stringify(rows.filter(({ isThere }) => !isThere));
  const there = JSON.stringify(rows.filter(({ isThere }) => isThere));
  const left = await queryIn<Touched>(tx, LEFT_AGAIN, [shopId, gone, note.now]);
  const removed = await queryIn<Counted>(tx, REMOVED, [shopId, gone]);
  for (const each of removed) await noteDrift(note, each, "codes_removed", "open");
  const certain = foundBy === "sweep";
  const returned = await queryIn<Counted>(tx, RETURNED, [shopId, there, note.now, certain]);
  for (const each of returned) await noteDrift(note, each, "codes_returned", "open");
  const back = await queryIn<Touched>(tx, BACK, [shopId, there]);
  const added = await queryIn<Counted & { ids: string[] }>(tx, ADDED, [shopId, there, note.now]);
  for (const { ids, ...each } of added) {
    const driftId = await noteDrift(note, each, "codes_added", "adopted");
    await queryIn(tx, CAME_WITH, [shopId, ids, driftId]);
  }
  const campaigns = new Set([...left, ...back].map(({ campaignId }) => campaignId));
  for (const id of campaigns) await recountCodeDrift(tx, { shopId, id }, note.now);
}

type Touched = { campaignId: string };
type Counted = Touched & { count: number };
type Note = { deps: Deps; tx: AnyTransaction; shopId: number; foundBy: FoundBy; now: Date };

/** @returns the id of the difference that they are part of. */
async function noteDrift(
  { deps, tx, shopId, foundBy, now }: Note,
  { campaignId, count }: Counted,
  kind: DriftKind,
  state: "open" | "adopted",
): Promise<string> {
  const values = [shopId, deps.newId(), campaignId, kind, count, state, now, foundBy];
  const [drift] = await queryIn<{ id: string }>(tx, DRIFT, values);
  if (!drift) throw new Error("A difference was not written down.");
  return drift.id;
}

const TOLD = `
  told AS (
    SELECT d.campaign_id, t.* FROM json_to_recordset($2::json)
      AS t ("discountId" bigint, code text, key text, looks text)
    JOIN discount d ON d.shop_id = $1::int AND d.id = t."discountId" AND d.campaign_id IS NOT NULL
  )`;

const IS_TOLD = `k.shop_id = $1::int AND k.code_key = told.key AND k.campaign_id = told.campaign_id
      AND k.assigned_until IS NULL`;

/** Whoever added a paused code again has taken it out again. */
const LEFT_AGAIN = `
  WITH ${TOLD}
  UPDATE code k SET state = 'paused', left_at = $3::timestamptz FROM told
  WHERE ${IS_TOLD} AND k.state = 'returned'
  RETURNING k.campaign_id AS "campaignId"`;

const REMOVED = `
  WITH ${TOLD}, removed AS (
    UPDATE code k SET state = 'removed' FROM told WHERE ${IS_TOLD} AND k.state = 'live'
    RETURNING k.campaign_id
  )
  SELECT campaign_id AS "campaignId", count(*)::int AS count FROM removed GROUP BY campaign_id`;

/** So long after a code was taken out the word of its coming before may still arrive. */
const LATE = `$3::timestamptz - interval '10 minutes'`;

/** Shopify counts the uses of a code that came back from zero. */
const RETURNED = `
  WITH ${TOLD}, returned AS (
    UPDATE code k SET state = 'returned', error = NULL, forgotten_uses = COALESCE((
      SELECT sum(r.redemptions) FROM rollup r
      WHERE r.shop_id = k.shop_id AND r.grain = 'code' AND r.key = k.id::text), 0)
    FROM told
    WHERE ${IS_TOLD} AND k.state = 'paused' AND ($4::boolean OR k.left_at IS NULL OR k.left_at <= ${LATE})
    RETURNING k.campaign_id
  )
  SELECT campaign_id AS "campaignId", count(*)::int AS count FROM returned GROUP BY campaign_id`;

const BACK = `
  WITH ${TOLD}
  UPDATE code k SET state = 'live', error = NULL FROM told
  WHERE ${IS_TOLD} AND k.state IN ('removed', 'failed')
  RETURNING k.campaign_id AS "campaignId"`;

/**
 * A code we know, in whatever state, is not new: a submission of ours, for instance. Of one that was taken out a moment
 * ago the word of its coming is merely late; were it there, the next comparison would find it.
 */
const ADDED = `
  WITH ${TOLD}, added AS (
    INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, look_alike_key, assigned_from, created_at)
    SELECT $1::int, told.campaign_id, told.code, told.key, 'live', c.dimension_set_id, told.looks,
      GREATEST($3::timestamptz, (SELECT max(old.assigned_until) FROM code old
        WHERE old.shop_id = $1::int AND old.code_key = told.key)), $3::timestamptz
    FROM told JOIN campaign c ON c.shop_id = $1::int AND c.id = told.campaign_id
    WHERE NOT EXISTS (SELECT 1 FROM code old
      WHERE old.shop_id = $1::int AND old.code_key = told.key AND old.campaign_id = told.campaign_id
        AND old.assigned_until > ${LATE})
    ON CONFLICT (shop_id, code_key) WHERE assigned_until IS NULL DO NOTHING
    RETURNING campaign_id, id
  ), counted AS (
    SELECT campaign_id, count(*)::int AS count, array_agg(id::text) AS ids FROM added GROUP BY campaign_id
  ), more AS (
    UPDATE campaign c SET code_count = c.code_count + counted.count FROM counted
    WHERE c.shop_id = $1::int AND c.id = counted.campaign_id
  )
  SELECT campaign_id AS "campaignId", count, ids FROM counted`;

const CAME_WITH = `
  UPDATE code SET drift_id = $3::uuid WHERE shop_id = $1::int AND id = ANY ($2::text[]::bigint[])`;

/** Codes that are told of one after the other are one thing to decide, unless somebody has put it away meanwhile. */
const DRIFT = `
  WITH known AS (
    SELECT id FROM drift
    WHERE shop_id = $1::int AND campaign_id = $3::uuid AND kind = $4 AND state = $6
      AND ($6 = 'open' OR decided_by IS NULL AND found_at > $7::timestamptz - interval '1 minute')
    ORDER BY found_at DESC LIMIT 1
  ), more AS (
    UPDATE drift SET count = drift.count + $5::int FROM known
    WHERE drift.shop_id = $1::int AND drift.id = known.id RETURNING drift.id
  ), made AS (
    INSERT INTO drift (shop_id, id, campaign_id, kind, count, is_conflict, state, found_at, found_by, decided_at)
    SELECT $1::int, $2::uuid, $3::uuid, $4, $5::int, $6 = 'open', $6, $7::timestamptz, $8,
      CASE WHEN $6 = 'adopted' THEN $7::timestamptz END
    WHERE NOT EXISTS (SELECT 1 FROM known)
    RETURNING id
  )
  SELECT id FROM more UNION ALL SELECT id FROM made`;
