import { effectSchema } from "#app/domain/case/effect.schema.ts";
import {
  isForShopify,
  NOT_ALLOWED,
  type EffectState,
  type ShopifyEffect,
} from "#app/domain/case/effect.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { withLock } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { BEGUN, cancelInShopify } from "./cancel-in-shopify.server.ts";
import { carryOut, takeBack, type Refused } from "./shopify-effects.server.ts";

/** When it is looked again what became of what Shopify does in the background. */
const LOOK_AFTER_SECONDS = 3;

/**
 * Does in Shopify what decisions on a case asked for, and takes back what is not wanted any more. Killed anywhere, it is
 * begun again: every step looks first. What Shopify refuses stands on the case with its reason; what it is only too busy
 * for is tried again by the queue, and what it has begun is looked at again.
 */
export async function applyEffects(
  deps: Deps,
  { shopId, caseId }: { shopId: number; caseId: string },
): Promise<void> {
  await withLock(deps.database.pool, `effects:${shopId}:${caseId}`, async () => {
    const { domain } = await shopOf(deps, shopId);
    const api = deps.adminApi(domain);
    const begun: string[] = [];
    for (;;) {
      // One at a time, as it stands: somebody may take a decision back meanwhile.
      const { rows } = await deps.database.pool.query<Row>(NEXT, [shopId, caseId, begun]);
      const [row] = rows;
      if (!row) break;
      if ((await applyOne(deps, api, shopId, row)) === "begun") begun.push(row.id);
    }
    if (begun.length === 0) return;
    const later = { afterSeconds: LOOK_AFTER_SECONDS };
    await deps.jobs.send("apply-effects", { shopId, caseId }, later);
  });
}

type Row = {
  id: string;
  effect: unknown;
  state: "waiting" | "begun" | "undoing";
  askedAt: Date | null;
  resultId: string | null;
};

async function applyOne(
  deps: Deps,
  api: AdminApi,
  shopId: number,
  row: Row,
): Promise<"settled" | "begun"> {
  const effect = effectSchema.parse(row.effect);
  const settle = async (state: EffectState, error: string | null) => {
    const from = row.state === "waiting" ? ["waiting", "begun"] : [row.state];
    await deps.database.pool.query(SETTLE, [shopId, row.id, from, state, error, deps.now()]);
    return "settled" as const;
  };
  if (!isForShopify(effect)) return settle("failed", "This is not done in Shopify.");
  try {
    const refused = await act(deps, api, shopId, row, effect);
    if (refused === BEGUN) return "begun";
    if (refused !== null) return await settle("failed", refused);
    return await settle(row.state === "undoing" ? "undone" : "done", null);
  } catch (error) {
    const { kind, message } = adminApiError(error);
    if (kind === "denied") return settle("failed", NOT_ALLOWED);
    if (kind === "refused") return settle("failed", message);
    throw error;
  }
}

function act(
  deps: Deps,
  api: AdminApi,
  shopId: number,
  { id: effectId, state, askedAt, resultId }: Row,
  effect: ShopifyEffect,
): Promise<Refused | typeof BEGUN> {
  if (state === "undoing") return takeBack(api, effect);
  if (effect.kind !== "cancel_order") return carryOut(api, effect);
  const { orderId } = effect;
  return cancelInShopify(deps, api, shopId, { effectId, orderId, askedAt, resultId });
}

const NEXT = `
  SELECT id, effect, state, asked_at AS "askedAt", result_id AS "resultId" FROM case_effect
  WHERE shop_id = $1 AND case_id = $2 AND state IN ('waiting', 'begun', 'undoing') AND id <> ALL ($3::uuid[])
  ORDER BY ordinal LIMIT 1`;

/** Only from the states it may be in since it was seen. */
const SETTLE = `
  UPDATE case_effect SET state = $4, error = $5,
    done_at = CASE WHEN $4 = 'done' THEN $6::timestamptz ELSE done_at END,
    undone_at = CASE WHEN $4 = 'undone' THEN $6::timestamptz ELSE undone_at END
  WHERE shop_id = $1 AND id = $2 AND state = ANY ($3::text[])`;
