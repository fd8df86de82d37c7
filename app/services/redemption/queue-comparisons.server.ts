import type { Deps } from "#app/infra/deps.server.ts";

/** Between two comparisons of a shop's orders with Shopify's. */
const EVERY_MS = 60 * 60 * 1_000;
/** Between two checks of its books, and of what Shopify tells. */
const CHECK_EVERY_MS = 24 * 60 * 60 * 1_000;

/** Queues what is due: the first comparison of a shop, one that was broken off, the next one, and the daily checks. */
export async function queueComparisons(deps: Deps): Promise<void> {
  const now = deps.now().getTime();
  const { rows } = await deps.database.pool.query<{
    shopId: number;
    compares: boolean;
    checks: boolean;
    keeps: boolean;
  }>(DUE, [new Date(now - EVERY_MS), new Date(now - CHECK_EVERY_MS)]);
  for (const { shopId, compares, checks, keeps } of rows) {
    if (compares) await deps.jobs.send("compare-orders", { shopId });
    // Not before the orders were read: all of them would differ.
    else if (checks) await deps.jobs.send("check-books", { shopId });
    if (keeps) await deps.jobs.send("keep-subscriptions", { shopId });
  }
}

const DUE = `
  SELECT s.id AS "shopId", r.finished_at IS NULL OR r.finished_at < $1 AS compares,
    c.checked_at IS NULL OR c.checked_at < $2 AS checks, s.subscriptions_at IS NULL OR s.subscriptions_at < $2 AS keeps
  FROM shop s LEFT JOIN order_reading r ON r.shop_id = s.id LEFT JOIN book_check c ON c.shop_id = s.id
  WHERE s.installed_at IS NOT NULL AND s.uninstalled_at IS NULL
    AND (r.finished_at IS NULL OR r.finished_at < $1 OR c.checked_at IS NULL OR c.checked_at < $2
      OR s.subscriptions_at IS NULL OR s.subscriptions_at < $2)`;
