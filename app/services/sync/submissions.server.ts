import { CODES_A_CALL } from "#app/domain/discount/estimate.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

type Owner = Pick<Campaign, "shopId" | "id">;

/** Codes handed to Shopify in one call. `creationId` is null as long as no answer came, or when it was lost. */
export type Submission = { id: string; creationId: string | null; codes: string[] };

/**
 * What was handed over for this discount and not settled, for instance because the process was killed meanwhile. What was
 * for a discount that is gone, or has no waiting code any more, is forgotten.
 */
export async function openSubmissions(
  deps: Deps,
  { shopId, id }: Owner,
  discountId: string,
): Promise<Submission[]> {
  const { pool } = deps.database;
  await pool.query(FORGET, [shopId, id, discountId]);
  const { rows } = await pool.query<Submission>(OPEN, [shopId, id]);
  return rows;
}

/** Codes up to `after` (the number of a code) were handed over or looked past. */
export type Taken = { submissions: Submission[]; after: string };

/** Takes the next codes, for at most so many calls, and writes down that they are handed over before they are. */
export async function takeSubmissions(
  deps: Deps,
  { shopId, id }: Owner,
  discountId: string,
  { most, after }: { most: number; after: string },
): Promise<Taken> {
  const { pool } = deps.database;
  const values = [shopId, id, after, most * CODES_A_CALL];
  const { rows } = await pool.query<{ id: string; code: string }>(NEXT, values);
  const pieces = Array.from({ length: Math.ceil(rows.length / CODES_A_CALL) }, (_, i) => ({
    id: deps.newId(),
    rows: rows.slice(i * CODES_A_CALL, (i + 1) * CODES_A_CALL),
  }));
  if (pieces.length === 0) return { submissions: [], after };
  const taken = pieces.map((piece) => ({ id: piece.id, codes: piece.rows.map((row) => row.id) }));
  await pool.query(TAKE, [shopId, id, discountId, JSON.stringify(taken), deps.now()]);
  const submissions = pieces.map((piece) => ({
    ...{ id: piece.id, creationId: null, codes: piece.rows.map(({ code }) => code) },
  }));
  return { submissions, after: rows.at(-1)?.id ?? after };
}

export async function noteCreation(
  deps: Deps,
  { shopId }: Owner,
  { id, creationId }: Submission,
): Promise<void> {
  await deps.database.pool.query(
    "UPDATE code_submission SET creation_id = $3 WHERE shop_id = $1 AND id = $2",
    [shopId, id, creationId],
  );
}

/** It is settled, or Shopify did not take it: what of its codes still waits is offered again. */
export async function closeSubmission(
  deps: Deps,
  { shopId }: Owner,
  { id }: Submission,
): Promise<void> {
  await deps.database.pool.query("DELETE FROM code_submission WHERE shop_id = $1 AND id = $2", [
    shopId,
    id,
  ]);
}

/** All of a submission's codes are live: `isPresumed` when only some were looked at. It is settled with that. */
export async function noteAllLive(
  deps: Deps,
  { shopId }: Owner,
  { id }: Submission,
  isPresumed: boolean,
): Promise<void> {
  await deps.database.pool.query(ALL_LIVE, [shopId, id, isPresumed, deps.now()]);
}

export type CodeOutcome = { key: string; state: "live" | "failed"; error: string | null };

/** Notes what became of single codes, and counts it on their batches. */
export async function noteOutcomes(
  deps: Deps,
  { shopId, id }: Owner,
  outcomes: readonly CodeOutcome[],
): Promise<void> {
  await deps.database.pool.query(NOTE, [shopId, id, JSON.stringify(outcomes), deps.now()]);
}

const FORGET = `
  DELETE FROM code_submission s WHERE s.shop_id = $1 AND s.campaign_id = $2 AND (s.discount_id <> $3 OR NOT EXISTS (
    SELECT 1 FROM code k WHERE k.shop_id = s.shop_id AND k.id = ANY (s.code_ids) AND k.state = 'pending'))`;

const OPEN = `
  SELECT s.id, s.creation_id AS "creationId", codes.codes FROM code_submission s
  CROSS JOIN LATERAL (
    SELECT array_agg(k.code ORDER BY k.id) AS codes FROM code k
    WHERE k.shop_id = s.shop_id AND k.id = ANY (s.code_ids) AND k.state = 'pending') codes
  WHERE s.shop_id = $1 AND s.campaign_id = $2 ORDER BY s.code_ids`;

/** What a cancelled batch has not handed over yet is no longer wanted. */
const NEXT = `
  SELECT k.id::text, k.code FROM code k
  WHERE k.shop_id = $1 AND k.campaign_id = $2 AND k.state = 'pending' AND k.id > $3::bigint
    AND k.id <> ALL (ARRAY(
      SELECT unnest(s.code_ids) FROM code_submission s WHERE s.shop_id = $1 AND s.campaign_id = $2))
    AND NOT EXISTS (SELECT 1 FROM code_batch b WHERE b.shop_id = $1 AND b.id = k.batch_id AND b.state = 'cancelled')
  ORDER BY k.id LIMIT $4`;

const TAKE = `
  INSERT INTO code_submission (shop_id, id, campaign_id, discount_id, code_ids, created_at)
  SELECT $1, t.id, $2, $3, t.codes, $5 FROM json_to_recordset($4::json) AS t (id uuid, codes bigint[])`;

/**
 * Every batch counts what was answered for its codes. The rate is measured since a mark that follows at most a minute
 * behind: past that, it moves up half the way.
 */
const COUNTED = `
  counted AS (
    SELECT batch_id, count(*) FILTER (WHERE state = 'live')::int AS live,
           count(*) FILTER (WHERE state = 'failed')::int AS refused
    FROM noted WHERE batch_id IS NOT NULL GROUP BY batch_id
  )
  UPDATE code_batch b SET live = b.live + c.live, refused = b.refused + c.refused,
    marked_live = CASE WHEN $4::timestamptz - b.marked_at > interval '60 seconds'
      THEN b.marked_live + (b.live + b.refused - b.marked_live) / 2 ELSE b.marked_live END,
    marked_at = CASE WHEN $4::timestamptz - b.marked_at > interval '60 seconds'
      THEN b.marked_at + ($4::timestamptz - b.marked_at) / 2 ELSE COALESCE(b.marked_at, $4::timestamptz) END
  FROM counted c WHERE b.shop_id = $1 AND b.id = c.batch_id`;

const ALL_LIVE = `
  WITH settled AS (DELETE FROM code_submission WHERE shop_id = $1 AND id = $2 RETURNING code_ids),
  noted AS (
    UPDATE code SET state = 'live', error = NULL, is_presumed = $3 FROM settled
    WHERE code.shop_id = $1 AND code.id = ANY (settled.code_ids) AND code.state = 'pending'
    RETURNING code.batch_id, code.state
  ), ${COUNTED}`;

const NOTE = `
  WITH noted AS (
    UPDATE code SET state = new.state, error = new.error, is_presumed = false
    FROM json_to_recordset($3::json) AS new (key text, state text, error text)
    WHERE code.shop_id = $1 AND code.campaign_id = $2::uuid AND code.code_key = new.key AND code.state = 'pending'
    RETURNING code.batch_id, new.state
  ), ${COUNTED}`;
