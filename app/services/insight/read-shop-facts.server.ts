import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { RUNNING } from "./together-sql.ts";

/** Counted up to here: a million would take as long as all the rest of the page. */
const MOST_COUNTED = 10_000;

type Facts = Record<Dashboard["setup"][number]["step"], boolean> & {
  openCases: number;
  setAside: number;
  liveCodes: number;
};

/**
 * What a shop has: the first steps in a new one, ticked off from what is really there (none once all are done), cases that
 * wait, webhooks that were set aside, and codes that can be used.
 */
export async function readShopFacts(
  deps: Deps,
  { id: shopId }: Shop,
): Promise<Pick<Dashboard, "setup" | "openCases" | "activeCodes"> & { setAside: number }> {
  const values = [shopId, deps.now(), MOST_COUNTED + 1];
  const { rows } = await deps.database.pool.query<Facts>(FACTS, values);
  const facts = rows[0]!;
  const steps = ["store", "convention", "campaign", "order", "team"] as const;
  const setup = steps.map((step) => ({ step, done: facts[step] }));
  return {
    setup: setup.every(({ done }) => done) ? [] : setup,
    openCases: facts.openCases,
    setAside: facts.setAside,
    activeCodes: {
      count: Math.min(facts.liveCodes, MOST_COUNTED),
      hasMore: facts.liveCodes > MOST_COUNTED,
    },
  };
}

/** Of redemptions the rollups are asked: a shop can have a million orders without one, and the ledger would be read through. */
const FACTS = `
  SELECT EXISTS (SELECT FROM adoption WHERE shop_id = $1 AND state = 'read') AS store,
    EXISTS (SELECT FROM convention WHERE shop_id = $1) AS convention,
    EXISTS (SELECT FROM campaign WHERE shop_id = $1 AND sync_state = 'synced') AS campaign,
    EXISTS (SELECT FROM rollup WHERE shop_id = $1 AND grain = 'shop' AND key = 'redeemed') AS order,
    EXISTS (SELECT FROM staff_member WHERE shop_id = $1 OFFSET 1) AS team,
    (SELECT count(*)::int FROM review_case WHERE shop_id = $1 AND state = 'open') AS "openCases",
    (SELECT count(*)::int FROM inbox_message WHERE shop_id = $1 AND state = 'dead') AS "setAside",
    (SELECT count(*)::int FROM (
      SELECT FROM campaign c
      CROSS JOIN LATERAL (
        SELECT FROM code k WHERE k.shop_id = c.shop_id AND k.campaign_id = c.id AND k.state = 'live' LIMIT $3
      ) own
      WHERE ${RUNNING} LIMIT $3) AS live) AS "liveCodes"`;
