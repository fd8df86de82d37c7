import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { CODES_A_CALL } from "#app/domain/discount/estimate.ts";

type Owner = Pick<Campaign, "shopId" | "id">;

/** Codes handed to Shopify in one call. `creationId` is null as long as no answer came, or when it was lost. */
export type Submission = { id: string; creationId: string | null; codes: string[] };

/** What was handed over and not settled, for instance because the process was killed meanwhile. */
export async function openSubmissions(deps: Deps, { shopId, id }: Owner): Promise<Submission[]> {
  const { rows } = await deps.database.pool.query<Submission>(OPEN, [shopId, id]);
  return rows;
}

/** Takes the next codes and writes down that they are handed over, before they are. Null when there are none. */
export async function nextSubmission(
  deps: Deps,
  { shopId, id }: Owner,
): Promise<Submission | null> {
  const submissionId = deps.newId();
  const values = [shopId, id, submissionId, CODES_A_CALL];
  const { rows } = await deps.database.pool.query<{ code: string }>(NEXT, values);
  if (rows.length === 0) return null;
  return { id: submissionId, creationId: null, codes: rows.map(({ code }) => code) };
}

export async function noteCreation(
  deps: Deps,
  { shopId, id }: Owner,
  submission: Submission,
): Promise<void> {
  await deps.database.pool.query(
    "UPDATE code SET creation_id = $4 WHERE shop_id = $1 AND campaign_id = $2 AND submission_id = $3",
    [shopId, id, submission.id, submission.creationId],
  );
}

/** Shopify did not take them, or forgot them: they are offered again. */
export async function release(
  deps: Deps,
  { shopId, id }: Owner,
  submission: Submission,
): Promise<void> {
  await deps.database.pool.query(
    `UPDATE code SET creation_id = NULL, submission_id = NULL
     WHERE shop_id = $1 AND campaign_id = $2 AND submission_id = $3 AND state = 'pending'`,
    [shopId, id, submission.id],
  );
}

export type CodeOutcome = { key: string; state: "live" | "failed"; error: string | null };

/** Notes what became of codes, and counts it on their batches. */
export async function noteOutcomes(
  deps: Deps,
  { shopId, id }: Owner,
  outcomes: readonly CodeOutcome[],
): Promise<void> {
  await deps.database.pool.query(NOTE, [shopId, id, JSON.stringify(outcomes), deps.now()]);
}

const OPEN = `
  SELECT submission_id AS id, max(creation_id) AS "creationId", array_agg(code ORDER BY id) AS codes
  FROM code WHERE shop_id = $1 AND campaign_id = $2 AND state = 'pending' AND submission_id IS NOT NULL
  GROUP BY submission_id ORDER BY min(id)`;

/** What a cancelled batch has not handed over yet is no longer wanted. */
const NEXT = `
  WITH next AS (
    SELECT k.id FROM code k
    WHERE k.shop_id = $1 AND k.campaign_id = $2 AND k.state = 'pending' AND k.submission_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM code_batch b WHERE b.shop_id = $1 AND b.id = k.batch_id AND b.state = 'cancelled')
    ORDER BY k.id LIMIT $4
  ), taken AS (
    UPDATE code SET submission_id = $3 FROM next WHERE code.shop_id = $1 AND code.id = next.id
    RETURNING code.id, code.code
  )
  SELECT code FROM taken ORDER BY id`;

/**
 * Every batch counts what was answered for its codes. The rate is measured since a mark that follows at most a minute
 * behind: past that, it moves up half the way.
 */
const NOTE = `
  WITH noted AS (
    UPDATE code SET state = new.state, error = new.error
    FROM jsonb_to_recordset($3::jsonb) AS new (key text, state text, error text)
    WHERE code.shop_id = $1 AND code.campaign_id = $2::uuid AND code.code_key = new.key AND code.state = 'pending'
    RETURNING code.batch_id, new.state
  ), counted AS (
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
