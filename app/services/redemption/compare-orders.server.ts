import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { countOrders, readOrderHeads } from "#app/infra/admin-api/documents/orders.ts";
import { readShop } from "#app/infra/admin-api/documents/shop.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { OrderReading, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { recordReports } from "./record-reports.server.ts";
import { reportsOf } from "./shopify-orders.server.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Without read_all_orders Shopify shows the orders of so many days. */
const SHOWN_DAYS = 60;
/** Shopify's search lags behind, and its clock may differ from ours. */
const OVERLAP_MS = 15 * 60 * 1_000;

/**
 * Compares Shopify's orders with what is known of them, oldest change first, and takes in what is missing or older here:
 * the first time all that Shopify shows, then what changed since the last comparison. Killed anywhere, it goes on at the
 * page it was at.
 */
export async function compareOrders(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  await ifUnlocked(deps.database.pool, `orders:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return;
    const api = deps.adminApi(shop.domain, { lane: "batch" });
    try {
      const reading = await begin(deps, api, shopId);
      await readOn(deps, api, shop, reading);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await note(deps, shopId, { error: reason });
      throw error;
    }
  });
}

function note(deps: Deps, shopId: number, data: Partial<OrderReading>): Promise<OrderReading> {
  return deps.database.prisma.orderReading.update({ where: { shopId }, data });
}

/** The reading that is under way, or a new one. */
async function begin(deps: Deps, api: AdminApi, shopId: number): Promise<OrderReading> {
  const { prisma } = deps.database;
  const known = await prisma.orderReading.findUnique({ where: { shopId } });
  if (known && !known.finishedAt && known.ordersTotal !== null) return known;
  const now = deps.now();
  const since = known?.comparedUntil
    ? new Date(known.comparedUntil.getTime() - OVERLAP_MS)
    : await firstSince(api, now);
  const fresh = { since, cursor: null, ordersTotal: null, startedAt: now, finishedAt: null };
  const counted = { ordersRead: 0, ordersHealed: 0, error: null };
  await prisma.orderReading.upsert({
    where: { shopId },
    create: { shopId, ...fresh, ...counted },
    update: { ...fresh, ...counted },
  });
  const { ordersCount } = await api.run(countOrders, { query: queryOf(since) });
  return note(deps, shopId, { ordersTotal: ordersCount?.count ?? 0 });
}

async function firstSince(api: AdminApi, now: Date): Promise<Date | null> {
  const { currentAppInstallation } = await api.run(readShop, {});
  const seesAll = currentAppInstallation.accessScopes.some(
    ({ handle }) => handle === "read_all_orders",
  );
  return seesAll ? null : new Date(now.getTime() - SHOWN_DAYS * DAY_MS);
}

function queryOf(since: Date | null): string | null {
  return since && `updated_at:>='${since.toISOString()}'`;
}

async function readOn(
  deps: Deps,
  api: AdminApi,
  shop: Shop,
  { since, startedAt, cursor }: OrderReading,
): Promise<void> {
  const shopId = shop.id;
  let after = cursor;
  for (;;) {
    const { orders } = await api.run(readOrderHeads, { query: queryOf(since), after });
    const stale = await staleAmong(deps, shopId, orders.nodes);
    const reports = await reportsOf(api, stale, shop.currency);
    after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null;
    await inTransaction(deps.database.pool, async (client) => {
      await lockPeople(client, shopId);
      await recordReports(deps, client, shop, reports);
      await client.query(READ, [shopId, orders.nodes.length, reports.length, after]);
    });
    if (after === null) break;
  }
  await note(deps, shopId, { finishedAt: deps.now(), comparedUntil: startedAt });
}

const READ = `
  UPDATE order_reading SET orders_read = orders_read + $2, orders_healed = orders_healed + $3, cursor = $4, error = NULL
  WHERE shop_id = $1`;

/** The ids of orders that are not known, or only as they were before. */
async function staleAmong(
  deps: Deps,
  shopId: number,
  nodes: readonly { id: string; updatedAt: string }[],
): Promise<string[]> {
  const heads = nodes.map(({ id, updatedAt }) => ({ id: numericId(id), updatedAt }));
  const { rows } = await deps.database.pool.query<{ id: string }>(STALE, [
    shopId,
    JSON.stringify(heads),
  ]);
  return rows.map(({ id }) => id);
}

const STALE = `
  SELECT h.id::text FROM jsonb_to_recordset($2::jsonb) AS h (id bigint, "updatedAt" timestamptz)
  LEFT JOIN shop_order o ON o.shop_id = $1 AND o.id = h.id
  WHERE o.id IS NULL OR o.version < h."updatedAt" ORDER BY h.id`;
