import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordOrders, type OrderReport } from "./record-orders.server.ts";

/** Takes in what is told of orders and queues what follows from it, in the caller's transaction. */
export async function recordReports(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  reports: readonly OrderReport[],
): Promise<void> {
  if (reports.length === 0) return;
  const context = { now: deps.now(), newId: deps.newId };
  const { guardChanged, freedCampaigns, pausedCampaigns } = await recordOrders(
    client,
    shop,
    reports,
    context,
  );
  const shopId = shop.id;
  if (guardChanged) await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
  for (const campaignId of new Set([...pausedCampaigns, ...freedCampaigns])) {
    await deps.jobs.send("sync-campaign", { shopId, campaignId }, { transaction: client });
  }
}
