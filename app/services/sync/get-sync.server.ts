import type { Actor } from "#app/domain/access/actor.ts";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { findCampaign } from "../campaign/find-campaign.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { listDrift } from "./list-drift.server.ts";
import { listSyncRuns } from "./list-sync-runs.server.ts";
import { nameValues } from "./name-values.server.ts";
import { queueEntries } from "./queue-entries.server.ts";

/** How a campaign stands to Shopify: what is on its way and why not yet, what came apart, and what was done before. */
export async function getSync(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<CampaignSync>> {
  const found = await findCampaign(deps, actor, id, "campaign.view");
  if (!found.ok) return found;
  const { value: row } = found;
  const runs = await listSyncRuns(deps, actor, id);
  if (!runs.ok) return runs;
  const drift = await listDrift(deps, actor, { campaignId: id });
  if (!drift.ok) return drift;
  const fields = drift.value.flatMap((each) => each.fields);
  return done({
    underWay: row.syncState === "synced" ? null : await entryOf(deps, actor.shopId, row),
    runs: runs.value,
    drift: drift.value,
    names: await nameValues(deps, actor, fields),
    before:
      row.usesBefore === null
        ? null
        : { uses: row.usesBefore, adoptedAt: row.createdAt.toISOString() },
  });
}

async function entryOf(
  deps: Deps,
  shopId: number,
  row: Parameters<typeof queueEntries>[2][number],
) {
  const rate = await readRate(deps, (await shopOf(deps, shopId)).domain);
  const [entry] = await queueEntries(deps, shopId, [row], rate);
  return entry ?? null;
}
