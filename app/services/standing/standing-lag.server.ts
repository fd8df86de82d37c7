import type { StandingLag } from "#app/domain/guard/lag.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** How far the checkout is behind the orders. */
export async function standingLag(deps: Deps, shopId: number): Promise<StandingLag> {
  const { rows } = await deps.database.pool.query<StandingLag>(LAG, [shopId, deps.now()]);
  return rows[0] ?? { customers: 0, median: null, p95: null, waiting: 0, failed: 0 };
}

const LAG = `
  SELECT count(*) FILTER (WHERE recent)::int AS customers,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY lag_ms) FILTER (WHERE recent))::int AS median,
    round(percentile_cont(0.95) WITHIN GROUP (ORDER BY lag_ms) FILTER (WHERE recent))::int AS p95,
    count(*) FILTER (WHERE dirty_since IS NOT NULL AND error IS NULL)::int AS waiting,
    count(*) FILTER (WHERE error IS NOT NULL)::int AS failed
  FROM (
    SELECT *, lag_ms IS NOT NULL AND written_at > $2::timestamptz - interval '7 days' AS recent
    FROM standing WHERE shop_id = $1
  ) s`;
