import type pg from "pg";

/** Who made it, as effects of the policy are written down. */
const BY_POLICY = "Bonafide";

/** Takes back what the policy did on a case: a person's decision takes its place. */
export async function liftOfPolicy(
  client: pg.PoolClient,
  shopId: number,
  caseId: string,
  now: Date,
): Promise<void> {
  await client.query(LIFT, [shopId, caseId, now, BY_POLICY]);
}

/** Puts it in force again, when the decision made at that moment is taken back. */
export async function restoreOfPolicy(
  client: pg.PoolClient,
  shopId: number,
  caseId: string,
  decidedAt: Date,
): Promise<void> {
  await client.query(RESTORE, [shopId, caseId, decidedAt, BY_POLICY]);
}

const LIFT = `
  WITH undone AS (
    UPDATE case_effect SET state = 'undone', undone_at = $3
    WHERE shop_id = $1 AND case_id = $2::uuid AND state = 'done' AND created_by = $4
      AND effect ->> 'kind' IN ('disqualify', 'sign_in')
    RETURNING (before ->> 'id')::uuid AS id
  )
  UPDATE disqualification d SET lifted_at = $3, lifted_by = $4
  FROM undone u WHERE d.shop_id = $1 AND d.id = u.id AND d.lifted_at IS NULL`;

const RESTORE = `
  WITH done AS (
    UPDATE case_effect SET state = 'done', undone_at = NULL
    WHERE shop_id = $1 AND case_id = $2::uuid AND state = 'undone' AND created_by = $4 AND undone_at = $3
    RETURNING (before ->> 'id')::uuid AS id
  )
  UPDATE disqualification d SET lifted_at = NULL, lifted_by = NULL
  FROM done u WHERE d.shop_id = $1 AND d.id = u.id AND d.lifted_at = $3 AND d.lifted_by = $4`;
