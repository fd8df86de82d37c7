import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/** Some of the codes are, or could be taken for, another campaign's. */
export class CodesClash extends Error {}

/** Longer lists were made, not thought of: what their codes look like was somebody else's care. */
const COMPARED = 1_000;

/** Makes the codes of a discount a campaign's; they are live already. @throws CodesClash */
export async function adoptCodes(
  tx: Transaction,
  { shopId, id, startsAt, dimensionSetId, codeCount }: Campaign,
  discountId: bigint,
  now: Date,
): Promise<void> {
  const discount = String(discountId);
  const [mistaken] = await queryIn<{ name: string }>(tx, MISTAKEN, [shopId, discount, id]);
  if (mistaken) throw new CodesClash(`Its codes could be mistaken for codes of ${mistaken.name}.`);
  const from = startsAt < now ? startsAt : now;
  const [made] = await queryIn<{ made: number }>(tx, ADOPT, [
    ...[shopId, discount, id, dimensionSetId, from, now],
  ]);
  if (made?.made !== codeCount) {
    const [taken] = await queryIn<{ name: string }>(tx, TAKEN, [shopId, discount, id]);
    throw new CodesClash(
      `Some of its codes are codes of ${taken?.name ?? "another campaign"} here.`,
    );
  }
  await queryIn(tx, USED_BEFORE, [shopId, discount, id]);
  if (codeCount > COMPARED) return;
  const rows = await queryIn<{ id: string; key: string }>(tx, OWN, [shopId, id]);
  const looks = rows.map(({ id: codeId, key }) => ({ id: codeId, looks: lookAlikeKey(key) }));
  await queryIn(tx, LOOKS, [shopId, JSON.stringify(looks)]);
}

/** Another campaign makes codes that look like one of these: the checkout could not tell whose it is. */
const MISTAKEN = `
  SELECT c.name FROM campaign c
  WHERE c.shop_id = $1::int AND c.code_prefix IS NOT NULL AND c.id <> $3::uuid AND EXISTS (
    SELECT 1 FROM redeem_code r WHERE r.shop_id = $1::int AND r.discount_id = $2::text::bigint
      AND r.code_key ^@ c.code_prefix AND length(r.code_key) = length(c.code_prefix) + c.code_length)
  LIMIT 1`;

const ADOPT = `
  WITH old AS MATERIALIZED (
    SELECT code_key, max(assigned_until) AS until FROM code
    WHERE shop_id = $1::int AND assigned_until IS NOT NULL
      AND code_key IN (SELECT code_key FROM redeem_code WHERE shop_id = $1::int AND discount_id = $2::text::bigint)
    GROUP BY code_key
  ), made AS (
    INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, created_at)
    SELECT $1::int, $3::uuid, r.code, r.code_key, 'live', $4::int, GREATEST($5::timestamptz, old.until), $6::timestamptz
    FROM redeem_code r LEFT JOIN old ON old.code_key = r.code_key
    WHERE r.shop_id = $1::int AND r.discount_id = $2::text::bigint
    ORDER BY r.id
    ON CONFLICT (shop_id, code_key) WHERE assigned_until IS NULL DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int AS made FROM made`;

const TAKEN = `
  SELECT c.name FROM redeem_code r
  JOIN code k ON k.shop_id = r.shop_id AND k.code_key = r.code_key AND k.assigned_until IS NULL
  JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE r.shop_id = $1::int AND r.discount_id = $2::text::bigint AND k.campaign_id <> $3::uuid LIMIT 1`;

/** Orders of before are in no figure here: how many there were only Shopify knows. */
const USED_BEFORE = `
  UPDATE campaign c SET uses_before = d.uses FROM discount d
  WHERE c.shop_id = $1::int AND c.id = $3::uuid AND d.shop_id = $1::int AND d.id = $2::text::bigint`;

const OWN = `
  SELECT id::text, code_key AS key FROM code WHERE shop_id = $1::int AND campaign_id = $2::uuid`;

const LOOKS = `
  UPDATE code k SET look_alike_key = t.looks
  FROM json_to_recordset($2::text::json) AS t (id bigint, looks text)
  WHERE k.shop_id = $1::int AND k.id = t.id`;
