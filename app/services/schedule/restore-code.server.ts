import { codeKey } from "#app/domain/code/code-key.ts";
import { STATES_IN_SHOPIFY, type CodeState } from "#app/domain/code/summary.ts";
import type { CodeFact } from "#app/domain/schedule/facts.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { moveCodes } from "../code/move-codes.server.ts";

type Row = {
  id: string;
  code: string;
  state: CodeState;
  isTaken: boolean;
  redemptions: number;
};

/**
 * Takes a replacement back: the old code works again, or is what it was, and the new one leaves when the old one is
 * there. @param newId the code that came. @param was the code it came for. @returns why it cannot be done; null when it
 * was.
 */
export async function restoreCode(
  deps: Deps,
  tx: Transaction,
  campaign: Campaign,
  newId: string,
  was: CodeFact,
): Promise<string | null> {
  const { shopId } = campaign;
  const [newer] = await queryIn<Row>(tx, `${CODE} AND k.id = $2::bigint`, [shopId, newId]);
  const [old] = await queryIn<Row>(tx, REPLACED, [shopId, newId, codeKey(was.text)]);
  if (!newer || !old) return "The code it replaced is gone.";
  if (old.isTaken) return `${old.code} has been given to another campaign since.`;
  const isLeaving = old.state === "retiring";
  if (isLeaving && newer.state === "live")
    return "The old code is just being taken out of Shopify. Try again in a moment.";
  const now = deps.now();
  const back = isLeaving ? was.state : (PUT_BACK[was.state] ?? was.state);
  const gone = STATES_IN_SHOPIFY.includes(newer.state) ? "retiring" : "retired";
  await moveCodes(
    tx,
    campaign,
    [
      { code: old, to: back },
      { code: newer, to: gone },
    ],
    now,
  );
  // The new one stays until the old one is back.
  await queryIn(tx, WAIT, [shopId, newer.id, old.id]);
  await queryIn(tx, LINK, [shopId, newer.id, old.id]);
  await queryIn(tx, LINK, [shopId, old.id, null]);
  return null;
}

/** What a code that was taken out of Shopify becomes, by what it was there. */
const PUT_BACK: Partial<Record<CodeState, CodeState>> = { live: "pending", returned: "paused" };

const LINK =
  "UPDATE code SET replaced_by_id = $3::bigint WHERE shop_id = $1::int AND id = $2::bigint";

const WAIT = `
  UPDATE code SET replaced_by_id = $3::bigint
  WHERE shop_id = $1::int AND replaced_by_id = $2::bigint AND state = 'retiring'`;

const CODE = `
  SELECT k.id::text, k.code, k.state,
    (SELECT COALESCE(sum(redemptions), 0)::int FROM rollup r
      WHERE r.shop_id = k.shop_id AND r.grain = 'code' AND r.key = k.id::text) AS redemptions,
    EXISTS (SELECT 1 FROM code o WHERE o.shop_id = k.shop_id AND o.code_key = k.code_key AND o.id <> k.id
      AND (o.assigned_until IS NULL OR o.assigned_until > k.assigned_until)) AS "isTaken"
  FROM code k WHERE k.shop_id = $1::int`;

/** One that was put back in its own successor's place is replaced by two: by text it is told which. */
const REPLACED = `${CODE} AND k.replaced_by_id = $2::bigint AND k.code_key = $3 ORDER BY k.id DESC LIMIT 1`;
