/*
 * Parts of a statement that judges uses as they were when they were placed: over the ledger's entries `l` of one use
 * (grouped by campaign and code) of an order `o`. Money that was paid back later undoes no use, else whoever uses a code
 * too often would only have to send the goods back. One that a cancellation or an expiry took back, where the campaign says
 * so, or staff, was none.
 */

/** As `hasExpired` of the domain has it. */
const EXPIRED =
  "(o.financial_status = 'expired' OR o.financial_status = 'voided' AND o.paid_at IS NULL)";

/** Whether some use of the order may have been taken back by something else than money: no other needs a closer look. */
export const MAY_BE_NONE = `(o.cancelled_at IS NOT NULL OR ${EXPIRED}
    OR EXISTS (SELECT FROM freed_use g WHERE g.shop_id = o.shop_id AND g.order_id = o.id))`;

/** Whether it stands as it was placed. */
export const STANDS = `(sum(l.uses) > 0 OR sum(l.redemptions) > 0
    AND NOT EXISTS (SELECT FROM campaign g WHERE g.shop_id = o.shop_id AND g.id = l.campaign_id
      AND (g.frees_on_cancel AND o.cancelled_at IS NOT NULL OR g.frees_on_expiry AND ${EXPIRED}))
    AND NOT EXISTS (SELECT FROM freed_use g
      WHERE g.shop_id = o.shop_id AND g.order_id = o.id AND g.code_key = l.code_key))`;

/** Since when it does not count any more (of several moments the one that was booked last); null while it does. */
export const FREED_AT = `CASE WHEN sum(l.uses) > 0 THEN NULL
    ELSE (array_agg(l.effective_at ORDER BY l.sequence DESC) FILTER (WHERE l.reversals > 0))[1] END`;
