import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
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
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const row = isId(id)
    ? await deps.database.prisma.campaign.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (!row)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const runs = await listSyncRuns(deps, actor, id);
  if (!runs.ok) return runs;
  const drift = await listDrift(deps, actor, { campaignId: id });
  if (!drift.ok) return drift;
  const fields = drift.value.flatMap((each) => each.fields);
  return done({
    underWay: row.syncState === "synced" ? null : await entryOf(deps, shopId, row),
    runs: runs.value,
    drift: drift.value,
    names: await nameValues(deps, actor, fields),
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
