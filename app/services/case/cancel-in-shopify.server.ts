import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import {
  cancelOrder,
  readCancellation,
  readOrderEffects,
} from "#app/infra/admin-api/documents/order-effects.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { GONE, wordsOf, type Refused } from "./shopify-effects.server.ts";

/** What Shopify has not said after so long is left to people. */
const PATIENCE_MS = 10 * 60 * 1_000;
/** When the answer was lost: what was asked for may be under way all the same for so long. */
const LOST_MS = 60 * 1_000;

const UNSAID =
  "Shopify has not said for ten minutes what became of it. Look at the order there. Trying again cancels it only if it is not cancelled yet.";

/** Shopify is at it: neither done nor refused yet. */
export const BEGUN = Symbol("begun");

export type Asked = {
  effectId: string;
  orderId: string;
  /** When Shopify was asked, if it was. */
  askedAt: Date | null;
  /** By which Shopify tells how it stands; null while it was not asked, and when its answer was lost. */
  resultId: string | null;
};

/**
 * Has an order cancelled, which Shopify does in the background after it has said yes: asks once, and looks again each time
 * after.
 */
export async function cancelInShopify(
  deps: Deps,
  api: AdminApi,
  shopId: number,
  { effectId, orderId, askedAt, resultId }: Asked,
): Promise<Refused | typeof BEGUN> {
  const id = gidOf("Order", orderId);
  const { order } = await api.run(readOrderEffects, { id });
  if (order === null) return GONE;
  if (order.cancelledAt !== null) return null;
  if (askedAt !== null) {
    const waited = deps.now().getTime() - askedAt.getTime();
    if (resultId !== null) {
      const { node } = await api.run(readCancellation, { id: resultId });
      if (node && "done" in node && node.done) return endOf(node);
      return waited > PATIENCE_MS ? UNSAID : BEGUN;
    }
    if (waited < LOST_MS) return BEGUN;
  }
  // Before it is asked: whoever begins again after this must know that it may have been.
  const { pool } = deps.database;
  const noted = await pool.query(BEGIN, [shopId, effectId, deps.now()]);
  if (noted.rowCount === 0) return BEGUN;
  const staffNote = "Cancelled by staff in Bonafide";
  const { orderCancel } = await api.run(cancelOrder, { orderId: id, staffNote });
  const refused = wordsOf(orderCancel?.orderCancelUserErrors ?? []);
  if (refused !== null) return refused;
  const result = orderCancel?.jobResult;
  if (result?.done) return endOf(result);
  await pool.query(NOTE_RESULT, [shopId, effectId, result?.id ?? null]);
  return BEGUN;
}

function endOf(result: { status: string; errors: readonly { message: string }[] }): Refused {
  if (result.status !== "FAILED") return null;
  return (
    wordsOf(result.errors) ??
    "Shopify could not cancel it, and did not say why. Look at the order there, then try again."
  );
}

/** Unless the decision was taken back meanwhile. */
const BEGIN = `
  UPDATE case_effect SET state = 'begun', asked_at = $3, result_id = NULL
  WHERE shop_id = $1 AND id = $2 AND state IN ('waiting', 'begun')`;

const NOTE_RESULT = "UPDATE case_effect SET result_id = $3 WHERE shop_id = $1 AND id = $2";
