import type { CodeState } from "#app/domain/code/summary.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { recountCodeDrift } from "../sync/recount-code-drift.server.ts";
import type { ChosenCode } from "./chosen-codes.server.ts";

type Moved = { code: Pick<ChosenCode, "id" | "redemptions">; to: CodeState };

/**
 * Brings codes of a campaign, which is held, into other states. One that is to go back into its discount, or
 * that Shopify refused, is no longer its batch's, which counts and drops only codes on their first way. Of one that was
 * taken out Shopify has forgotten how often it was used. Only a retired one is given up.
 */
export async function moveCodes(
  tx: Transaction,
  campaign: Pick<Campaign, "shopId" | "id">,
  moved: readonly Moved[],
  now: Date,
): Promise<void> {
  const { shopId } = campaign;
  const rows = moved.map(({ code: { id, redemptions }, to }) => ({ id, redemptions, to }));
  await queryIn(tx, LEAVE_BATCH, [shopId, JSON.stringify(rows)]);
  await queryIn(tx, MOVE, [shopId, JSON.stringify(rows), now]);
  await recountCodeDrift(tx, campaign, now);
}

const ROWS = `json_to_recordset($2::json) AS new (id bigint, "to" text, redemptions int)`;

const LEAVE_BATCH = `
  UPDATE code_batch b SET wanted = b.wanted - gone.codes, made = b.made - gone.codes,
    live = GREATEST(0, b.live - gone.codes + gone.failed), refused = GREATEST(0, b.refused - gone.failed)
  FROM (
    SELECT k.batch_id AS id, count(*)::int AS codes, count(*) FILTER (WHERE k.state = 'failed')::int AS failed
    FROM ${ROWS} JOIN code k ON k.shop_id = $1::int AND k.id = new.id AND k.batch_id IS NOT NULL
    WHERE new."to" = 'pending' OR k.state = 'failed' GROUP BY k.batch_id
  ) gone WHERE b.shop_id = $1::int AND b.id = gone.id`;

const MOVE = `
  UPDATE code k SET state = new."to", error = NULL,
    batch_id = CASE WHEN new."to" = 'pending' OR k.state = 'failed' THEN NULL ELSE k.batch_id END,
    forgotten_uses = CASE WHEN new."to" = 'pending' THEN new.redemptions ELSE k.forgotten_uses END,
    assigned_until = CASE WHEN new."to" = 'retired' THEN GREATEST($3::timestamptz, k.assigned_from) END
  FROM ${ROWS} WHERE k.shop_id = $1::int AND k.id = new.id`;
