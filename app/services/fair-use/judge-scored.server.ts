import type pg from "pg";

import { applyPolicy } from "./apply-policy.server.ts";

/**
 * Judges the open cases that waited for a score: those nothing was said of yet, those of these people, whose orders were
 * just scored, and those with an order that is compared no more: it could not be read, and is never scored. The caller's
 * transaction; people are locked.
 * @returns whether the checkout has to be told.
 */
export async function judgeScored(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
  context: { now: Date; newId: () => string },
): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(CASES, [shopId, personIds]);
  const ids = rows.map(({ id }) => id);
  return ids.length > 0 && (await applyPolicy(client, shopId, ids, context));
}

const CASES = `
  SELECT DISTINCT c.id FROM review_case c
  JOIN flag f ON f.shop_id = c.shop_id AND f.case_id = c.id AND f.kind = 'overshoot' AND f.state = 'open'
  WHERE c.shop_id = $1 AND c.state = 'open' AND (c.step IS NULL OR f.person_id = ANY ($2::bigint[])
    OR (f.score IS NULL AND NOT EXISTS (
      SELECT FROM identity_order i WHERE i.shop_id = f.shop_id AND i.order_id = f.order_id)))
  ORDER BY 1`;
