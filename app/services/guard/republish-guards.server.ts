import type { Deps } from "#app/infra/deps.server.ts";

/**
 * Has the checkout's values written anew where they are of another day than the shop's: a season may have begun or
 * ended, and a guest may have come out of a rolling window.
 */
export async function republishGuards(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<{ id: number }>(OF_ANOTHER_DAY, [deps.now()]);
  for (const { id: shopId } of rows) await deps.jobs.send("publish-guard", { shopId });
}

const OF_ANOTHER_DAY = `
  SELECT id FROM shop
  WHERE installed_at IS NOT NULL AND uninstalled_at IS NULL AND guard_discount_id IS NOT NULL
    AND guard_day IS DISTINCT FROM ($1::timestamptz AT TIME ZONE time_zone)::date
  ORDER BY id`;
