import type { BookCheck, BookDifference, BookTotals } from "#app/domain/redemption/book-check.ts";
import { parseMinor } from "#app/domain/shared/money.ts";
import { pagesOf } from "#app/infra/admin-api/all-nodes.server.ts";
import { readOrderHeads } from "#app/infra/admin-api/documents/orders.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type { ReadOrderHeadsQuery } from "#app/infra/admin-api/generated/operations.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isInstalled, shopOf } from "../shop/shop-of.server.ts";
import { differingRollups } from "./differing-rollups.server.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = 60;
/** What changed so lately may not have been told yet. */
const UNDER_WAY_MS = 2 * 60 * 1_000;
const SHOWN = 20;

type Head = ReadOrderHeadsQuery["orders"]["nodes"][number];
type Booked = { id: string; orders: number; revenue: number; refund: number };

/**
 * Proves that the ledger, the rollups and Shopify say the same: rollups against what the ledger adds up to, in one
 * statement; the ledger against Shopify order by order. Keeps what it found for the admin. Changes nothing else.
 */
export async function checkBooks(deps: Deps, { shopId }: { shopId: number }): Promise<void> {
  const shop = await shopOf(deps, shopId);
  if (!isInstalled(shop)) return;
  const now = deps.now();
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString();
  const until = new Date(now.getTime() - UNDER_WAY_MS).toISOString();
  const { currency } = shop;
  const check: BookCheck = {
    rollupRows: await differingRollups(deps.database.pool, shop),
    ...{ since, currency, shopify: zero(), ledger: zero(), differing: 0, differences: [] },
  };
  const query = `updated_at:>='${since}' updated_at:<='${until}'`;
  const api = deps.adminApi(shop.domain, { lane: "batch" });
  for await (const heads of pagesOf(api, readOrderHeads, { query }, ({ orders }) => orders)) {
    const booked = await ledgerOf(
      deps,
      shopId,
      heads.map(({ id }) => numericId(id)),
    );
    for (const head of heads) compare(check, head, booked.get(numericId(head.id)));
  }
  const result = JSON.parse(JSON.stringify(check)) as object;
  await deps.database.prisma.bookCheck.upsert({
    where: { shopId },
    create: { shopId, checkedAt: now, result },
    update: { checkedAt: now, result },
  });
}

function zero(): BookTotals {
  return { orders: 0, revenueMinor: 0, refundMinor: 0 };
}

function compare(check: BookCheck, head: Head, booked: Booked | undefined): void {
  const shopify = totalsOf(head, check.currency);
  const ledger: BookTotals = {
    orders: booked?.orders ?? 0,
    revenueMinor: booked?.revenue ?? 0,
    refundMinor: booked?.refund ?? 0,
  };
  const found: BookDifference[] = [];
  for (const measure of ["orders", "revenueMinor", "refundMinor"] as const) {
    check.shopify[measure] += shopify[measure];
    check.ledger[measure] += ledger[measure];
    if (shopify[measure] !== ledger[measure])
      found.push({
        ...{ order: head.name, what: measure },
        ...{ shopify: shopify[measure], ledger: ledger[measure] },
      });
  }
  if (found.length > 0) check.differing += 1;
  check.differences.push(...found.slice(0, SHOWN - check.differences.length));
}

/** Money that has come in, whatever happened to it later. */
const PAID = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];

function totalsOf(head: Head, currency: string): BookTotals {
  if (head.test) return zero();
  const minor = (amount: string) => parseMinor(amount, currency) ?? 0;
  const counts = head.cancelledAt === null;
  const isPaid = PAID.includes(head.displayFinancialStatus ?? "");
  return {
    orders: counts ? 1 : 0,
    revenueMinor: counts && isPaid ? minor(String(head.totalPriceSet.shopMoney.amount)) : 0,
    refundMinor: counts ? minor(String(head.totalRefundedSet.shopMoney.amount)) : 0,
  };
}

async function ledgerOf(
  deps: Deps,
  shopId: number,
  ids: readonly string[],
): Promise<Map<string, Booked>> {
  const { rows } = await deps.database.pool.query<Booked>(BOOKED, [shopId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const BOOKED = `
  SELECT order_id::text AS id, sum(uses)::int AS orders, sum(revenue_minor)::float8 AS revenue,
    sum(refund_minor)::float8 AS refund
  FROM ledger_entry WHERE shop_id = $1 AND code_key = '' AND order_id = ANY ($2::bigint[]) GROUP BY order_id`;
