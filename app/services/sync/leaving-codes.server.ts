import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

type Owner = Pick<Campaign, "shopId" | "id">;

/** A code that is to be taken out of its discount. */
export type LeavingCode = { id: string; code: string };

/** The next codes to be taken out. One that is replaced stays until its successor is there. */
export async function leavingCodes(
  deps: Deps,
  { shopId, id }: Owner,
  most: number,
): Promise<LeavingCode[]> {
  const { rows } = await deps.database.pool.query<LeavingCode>(NEXT, [shopId, id, most]);
  return rows;
}

/** How many there are, with those that leave as soon as their successors are there. */
export async function countLeaving(deps: Deps, { shopId, id }: Owner): Promise<number> {
  const { rows } = await deps.database.pool.query<{ count: number }>(COUNT, [shopId, id]);
  return rows[0]?.count ?? 0;
}

/** Notes that Shopify has these no more. A retired one is the campaign's until now: orders of later are not. */
export async function noteGone(
  deps: Deps,
  { shopId }: Owner,
  gone: readonly LeavingCode[],
): Promise<void> {
  if (gone.length === 0) return;
  await deps.database.pool.query(GONE, [shopId, gone.map(({ id }) => id), deps.now()]);
}

const LEAVING = `k.shop_id = $1 AND k.campaign_id = $2 AND k.state IN ('pausing', 'retiring')`;

const successor = (states: string) => `
  EXISTS (SELECT 1 FROM code n WHERE n.shop_id = k.shop_id AND n.id = k.replaced_by_id
    AND n.assigned_until IS NULL AND n.state ${states})`;

const NEXT = `
  SELECT k.id::text, k.code FROM code k WHERE ${LEAVING} AND NOT ${successor("<> 'live'")}
  ORDER BY k.id LIMIT $3`;

/** Whose successor was refused stays in use. */
const COUNT = `
  SELECT count(*)::int AS count FROM code k WHERE ${LEAVING} AND NOT ${successor("= 'failed'")}`;

const GONE = `
  UPDATE code SET state = CASE state WHEN 'pausing' THEN 'paused' ELSE 'retired' END,
    assigned_until = CASE state WHEN 'retiring' THEN GREATEST($3::timestamptz, assigned_from) END,
    left_at = $3::timestamptz, error = NULL, redeem_code_id = NULL
  WHERE shop_id = $1 AND id = ANY ($2::text[]::bigint[]) AND state IN ('pausing', 'retiring')`;
