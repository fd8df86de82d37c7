import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { countOrders, readOrderHeads } from "#app/infra/admin-api/documents/orders.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { OrderReading } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { goesInBulk, readInBulk, type OrderWork } from "./order-bulk.server.ts";
import { recordReports } from "./record-reports.server.ts";
import { reportsOf } from "./shopify-orders.server.ts";
import { seesAllOrders } from "./sees-all-orders.server.ts";
import { staleAmong } from "./stale-orders.server.ts";
import { withoutErased } from "./without-erased.server.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Without read_all_orders Shopify shows the orders of so many days. */
const SHOWN_DAYS = 60;
/** Shopify's search lags behind, and its clock may differ from ours. */
const OVERLAP_MS = 15 * 60 * 1_000;

/**
 * Compares Shopify's orders with what is known of them, oldest change first, and takes in what is missing or older here:
 * the first time all that Shopify shows, then what changed since the last comparison. A long gap is read from one file
 * that Shopify writes, a short one by pages. Killed anywhere, it goes on where it was.
 */
export async function compareOrders(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  await ifUnlocked(deps.database.pool, `orders:${shopId}`, async () => {
    const shop = await shopOf(deps, shopId);
    if (!isInstalled(shop)) return;
    const api = deps.adminApi(shop.domain, { lane: "batch" });
    try {
      const reading = await begin(deps, api, shopId);
      const work = { deps, api, shop, reading };
      const isMany = goesInBulk(reading);
      const later = isMany ? await readInBulk(work) : await readPages(work);
      // Until PostgreSQL has seen so many new rows by itself, a minute later, it looks them up the slow way.
      if (isMany && !later) await deps.database.pool.query(ANALYZE);
      if (later) await deps.jobs.send("compare-orders", { shopId }, later);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await note(deps, shopId, { error: reason });
      throw error;
    }
  });
}

const ANALYZE = "ANALYZE shop_order, ledger_entry, rollup, rollup_hour";

function note(deps: Deps, shopId: number, data: Partial<OrderReading>): Promise<OrderReading> {
  return deps.database.prisma.orderReading.update({ where: { shopId }, data });
}

/** The reading that is under way, or a new one. */
async function begin(deps: Deps, api: AdminApi, shopId: number): Promise<OrderReading> {
  const { prisma } = deps.database;
  const known = await prisma.orderReading.findUnique({ where: { shopId } });
  if (known && !known.finishedAt && known.ordersTotal !== null) return known;
  const now = deps.now();
  const until = known?.comparedUntil;
  const seesAll = until ? known.seesAll : await seesAllOrders(api);
  const since = until
    ? new Date(until.getTime() - OVERLAP_MS)
    : seesAll
      ? null
      : new Date(now.getTime() - SHOWN_DAYS * DAY_MS);
  const fresh = {
    since,
    seesAll,
    cursor: null,
    ordersTotal: null,
    startedAt: now,
    finishedAt: null,
  };
  const bulk = { bulkId: null, bulkByte: 0n, bulkFailures: 0, bulkLooks: 0 };
  const counted = { ordersRead: 0, ordersHealed: 0, error: null, ...bulk };
  await prisma.orderReading.upsert({
    where: { shopId },
    create: { shopId, ...fresh, ...counted },
    update: { ...fresh, ...counted },
  });
  const { ordersCount } = await api.run(countOrders, { query: queryOf(since) });
  return note(deps, shopId, { ordersTotal: ordersCount?.count ?? 0 });
}

function queryOf(since: Date | null): string | null {
  return since && `updated_at:>='${since.toISOString()}'`;
}

async function readPages({ deps, api, shop, reading }: OrderWork): Promise<null> {
  const { since, startedAt, cursor } = reading;
  const shopId = shop.id;
  let after = cursor;
  for (;;) {
    const { orders } = await api.run(readOrderHeads, { query: queryOf(since), after });
    const stale = await staleAmong(deps, shopId, orders.nodes);
    const reports = await reportsOf(api, stale, shop.currency);
    after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null;
    await inTransaction(deps.database.pool, async (client) => {
      await lockPeople(client, shopId);
      const told = await withoutErased(client, shopId, reports);
      await recordReports(deps, client, shop, told);
      await client.query(READ, [shopId, orders.nodes.length, reports.length, after]);
    });
    if (after === null) break;
  }
  await note(deps, shopId, { finishedAt: deps.now(), comparedUntil: startedAt });
  return null;
}

const READ = `
  UPDATE order_reading SET orders_read = orders_read + $2, orders_healed = orders_healed + $3, cursor = $4, error = NULL
  WHERE shop_id = $1`;
