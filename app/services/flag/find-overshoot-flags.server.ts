import type pg from "pg";

import { findOvershoots, type Overshoot } from "#app/domain/flag/overshoot.ts";
import { isLimitWindow } from "#app/domain/policy/limit.ts";
import { countedUses, type PersonUse } from "../redemption/counted-uses.server.ts";

type LimitRow = { id: string; perCustomer: number; limitWindow: string };

/**
 * Flags the uses of these people beyond a campaign's limit, judged anew from all their uses in the order they were
 * placed. A flag nobody has decided on is withdrawn when its reason is gone; one that was withdrawn opens again.
 */
export async function findOvershootFlags(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
  context: { now: Date; newId: () => string },
): Promise<void> {
  const uses = await countedUses(client, { shopId, personIds });
  const limits = await limitsOf(client, shopId, [
    ...new Set(uses.map(({ campaignId }) => campaignId)),
  ]);
  const flags = limits.flatMap((limit) => overshootsOf(limit, uses));
  const rows = flags.map((flag) => ({ ...flag, id: context.newId() }));
  await client.query(RAISE, [shopId, JSON.stringify(rows), context.now]);
  await client.query(WITHDRAW, [shopId, personIds, JSON.stringify(rows)]);
}

async function limitsOf(
  client: pg.PoolClient,
  shopId: number,
  campaignIds: readonly string[],
): Promise<LimitRow[]> {
  const { rows } = await client.query<LimitRow>(
    `SELECT id, per_customer AS "perCustomer", limit_window AS "limitWindow" FROM campaign
     WHERE shop_id = $1 AND id = ANY ($2::uuid[]) AND per_customer IS NOT NULL`,
    [shopId, campaignIds],
  );
  return rows;
}

function overshootsOf(
  { id, perCustomer, limitWindow }: LimitRow,
  uses: readonly PersonUse[],
): (Overshoot & { campaignId: string; personId: string })[] {
  const window = isLimitWindow(limitWindow) ? limitWindow : "lifetime";
  const byPerson = Map.groupBy(
    uses.filter(({ campaignId }) => campaignId === id),
    ({ personId }) => personId,
  );
  return [...byPerson].flatMap(([personId, theirs]) =>
    findOvershoots({ perCustomer, window }, theirs).map((found) => ({
      ...found,
      campaignId: id,
      personId,
    })),
  );
}

const RAISE = `
  INSERT INTO flag AS f (shop_id, id, kind, order_id, campaign_id, code_key, person_id, evidence, state, created_at)
  SELECT $1, n.id, 'overshoot', n."orderId", n."campaignId", n."codeKey", n."personId", n.evidence, 'open', $3
  FROM jsonb_to_recordset($2::jsonb) AS n
    (id uuid, "orderId" bigint, "campaignId" uuid, "codeKey" text, "personId" bigint, evidence jsonb)
  ON CONFLICT (shop_id, kind, order_id, code_key) DO UPDATE
  SET evidence = excluded.evidence, person_id = excluded.person_id,
      state = CASE f.state WHEN 'withdrawn' THEN 'open' ELSE f.state END
  WHERE f.state <> 'reviewed'`;

const WITHDRAW = `
  WITH member AS (
    SELECT id FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  )
  UPDATE flag f SET state = 'withdrawn'
  FROM shop_order o JOIN member m ON m.id = o.person_id
  WHERE f.shop_id = $1 AND f.kind = 'overshoot' AND f.state = 'open'
    AND o.shop_id = f.shop_id AND o.id = f.order_id
    AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset($3::jsonb) AS n ("orderId" bigint, "codeKey" text)
      WHERE n."orderId" = f.order_id AND n."codeKey" = f.code_key)`;
