import { STATES_IN_SHOPIFY } from "#app/domain/code/summary.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { lookAtDiscounts, readChangedDiscounts } from "#app/infra/admin-api/documents/discounts.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { noteChangedDiscounts } from "./note-changed-discounts.server.ts";
import { noteDeletedDiscount } from "./note-deleted-discount.server.ts";

/** Shopify's clock and ours may differ so much, and its search lag behind. What did not change is passed over. */
const OVERLAP_MS = 15 * 60 * 1_000;
/** Own discounts looked at in a sweep, those read the longest ago first. */
const LOOKED_AT = 50;
/** One that was read since needs no look. */
const FRESH_MS = 60 * 60 * 1_000;

/**
 * Finds what webhooks missed: discounts changed since the last sweep, for two points or so while nothing changed; and,
 * in turn, whether ours are still there with as many codes as we know.
 */
export async function sweepDiscounts(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  const shop = await shopOf(deps, shopId);
  if (!isInstalled(shop)) return;
  const api = deps.adminApi(shop.domain, { lane: "batch" });
  const startedAt = deps.now();
  await findChanged(deps, api, shop);
  await lookAtOwn(deps, api, shopId);
  await deps.database.prisma.shop.update({
    where: { id: shopId },
    data: { sweptUntil: startedAt },
  });
}

async function findChanged(deps: Deps, api: AdminApi, shop: Shop): Promise<void> {
  const since = new Date((shop.sweptUntil ?? shop.createdAt).getTime() - OVERLAP_MS);
  const query = `method:code updated_at:>='${since.toISOString()}'`;
  const pages = pagesOf(api, readChangedDiscounts, { query }, (result) => result.discountNodes);
  for await (const nodes of pages) {
    const ids = await ownAmong(deps, shop.id, nodes);
    if (ids.length > 0) await lookAt(deps, api, shop.id, ids);
  }
}

async function ownAmong(
  deps: Deps,
  shopId: number,
  nodes: readonly { id: string }[],
): Promise<bigint[]> {
  const rows = await deps.database.prisma.discount.findMany({
    where: {
      shopId,
      campaignId: { not: null },
      id: { in: nodes.map(({ id }) => BigInt(numericId(id))) },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function lookAtOwn(deps: Deps, api: AdminApi, shopId: number): Promise<void> {
  const rows = await deps.database.prisma.discount.findMany({
    where: {
      shopId,
      campaignId: { not: null },
      readAt: { lt: new Date(deps.now().getTime() - FRESH_MS) },
    },
    orderBy: { readAt: "asc" },
    take: LOOKED_AT,
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await lookAt(deps, api, shopId, ids);
  await deps.database.prisma.discount.updateMany({
    where: { shopId, id: { in: ids } },
    data: { readAt: deps.now() },
  });
}

async function lookAt(deps: Deps, api: AdminApi, shopId: number, ids: bigint[]): Promise<void> {
  const gids = ids.map((id) => gidOf("DiscountCodeNode", id));
  const { nodes } = await api.run(lookAtDiscounts, { ids: gids });
  const changed: { discountId: string; updatedAt: Date }[] = [];
  const counts: { id: string; codes: number }[] = [];
  const gone = gids.filter((_, at) => !nodes[at]);
  for (const node of nodes) {
    if (!node || !("codeDiscount" in node) || !("updatedAt" in node.codeDiscount)) continue;
    const { updatedAt, codesCount } = node.codeDiscount;
    const discountId = numericId(node.id);
    changed.push({ discountId, updatedAt: new Date(updatedAt) });
    if (codesCount) counts.push({ id: discountId, codes: codesCount.count });
  }
  await inTransaction(deps.database.pool, async (client) => {
    await noteChangedDiscounts(deps, client, shopId, changed, "sweep");
    for (const gid of gone) await noteDeletedDiscount(deps, client, shopId, gid);
  });
  await compareCounts(deps, shopId, counts);
}

/** Discounts whose number of codes is not the number we know to be there. */
async function compareCounts(
  deps: Deps,
  shopId: number,
  counts: readonly { id: string; codes: number }[],
): Promise<void> {
  const { rows } = await deps.database.pool.query<{ id: string }>(DIFFERENT, [
    shopId,
    JSON.stringify(counts),
    STATES_IN_SHOPIFY,
  ]);
  for (const { id } of rows) await deps.jobs.send("compare-codes", { shopId, campaignId: id });
}

/** A campaign that is at work is left alone: its own sync counts at its end. */
const DIFFERENT = `
  SELECT c.id FROM json_to_recordset($2::json) AS there (id bigint, codes int)
  JOIN discount d ON d.shop_id = $1 AND d.id = there.id
  JOIN campaign c ON c.shop_id = $1 AND c.id = d.campaign_id AND c.sync_state = 'synced'
  WHERE there.codes <> (SELECT count(*) FROM code k WHERE k.shop_id = $1 AND k.campaign_id = c.id AND k.state = ANY ($3))`;
