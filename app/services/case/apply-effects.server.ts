import { effectSchema } from "#app/domain/case/effect.schema.ts";
import { isForShopify, NOT_ALLOWED, type EffectState } from "#app/domain/case/effect.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { withLock } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { carryOut, takeBack } from "./shopify-effects.server.ts";

/**
 * Does in Shopify what decisions on a case asked for, and takes back what is not wanted any more. Killed anywhere, it is
 * begun again: every step looks first. What Shopify refuses stands on the case with its reason; what it is only too busy
 * for is tried again by the queue.
 */
export async function applyEffects(
  deps: Deps,
  { shopId, caseId }: { shopId: number; caseId: string },
): Promise<void> {
  await withLock(deps.database.pool, `effects:${shopId}:${caseId}`, async () => {
    const { domain } = await shopOf(deps, shopId);
    const api = deps.adminApi(domain);
    for (;;) {
      // One at a time, as it stands: somebody may take a decision back meanwhile.
      const { rows } = await deps.database.pool.query<Row>(NEXT, [shopId, caseId]);
      const [row] = rows;
      if (!row) return;
      await applyOne(deps, api, shopId, row);
    }
  });
}

type Row = { id: string; effect: unknown; state: "waiting" | "undoing" };

async function applyOne(deps: Deps, api: AdminApi, shopId: number, row: Row): Promise<void> {
  const effect = effectSchema.parse(row.effect);
  const settle = async (state: EffectState, error: string | null) => {
    const now = deps.now();
    await deps.database.pool.query(SETTLE, [shopId, row.id, row.state, state, error, now]);
  };
  if (!isForShopify(effect)) return settle("failed", "This is not done in Shopify.");
  try {
    const refused = await (row.state === "waiting" ? carryOut(api, effect) : takeBack(api, effect));
    if (refused !== null) await settle("failed", refused);
    else await settle(row.state === "waiting" ? "done" : "undone", null);
  } catch (error) {
    const { kind, message } = adminApiError(error);
    if (kind === "denied") await settle("failed", NOT_ALLOWED);
    else if (kind === "refused") await settle("failed", message);
    else throw error;
  }
}

const NEXT = `
  SELECT id, effect, state FROM case_effect
  WHERE shop_id = $1 AND case_id = $2 AND state IN ('waiting', 'undoing') ORDER BY ordinal LIMIT 1`;

/** Only from the state it was seen in. */
const SETTLE = `
  UPDATE case_effect SET state = $4, error = $5,
    done_at = CASE WHEN $4 = 'done' THEN $6::timestamptz ELSE done_at END,
    undone_at = CASE WHEN $4 = 'undone' THEN $6::timestamptz ELSE undone_at END
  WHERE shop_id = $1 AND id = $2 AND state = $3`;
