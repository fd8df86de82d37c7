import type pg from "pg";

import { mergeFacts } from "#app/domain/redemption/merge-facts.ts";
import type { OrderFacts, OrderIdentities } from "#app/domain/redemption/order-facts.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { recognisePeople } from "../person/recognise-people.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { bookEntries, type BookedEntry } from "./book-entries.server.ts";
import { joinCodes } from "./join-codes.server.ts";
import { readOrders, writeOrders, type KnownOrder } from "./order-rows.server.ts";

/** What one webhook told of an order. */
export type OrderReport = { facts: OrderFacts; identities: OrderIdentities };

export type Recorded = {
  /** The checkout must be told: a standing or a guest's limit may have changed. */
  guardChanged: boolean;
  /** Campaigns of which a use was freed: Shopify's own cap is raised by it, because Shopify gives none back. */
  freedCampaigns: string[];
};

/**
 * Takes in what webhooks told of a shop's orders, all in the caller's transaction: merges it with what is known, books
 * the difference in the ledger and the rollups, flags uses beyond a limit and marks the standings to be written. The
 * caller holds the shop's intake lock.
 */
export async function recordOrders(
  client: pg.PoolClient,
  shop: Shop,
  reports: readonly OrderReport[],
  context: { now: Date; newId: () => string },
): Promise<Recorded> {
  const { now } = context;
  const zone = zoneOf(shop.timeZone);
  const known = await readOrders(client, shop.id, [...new Set(reports.map(({ facts }) => facts.id))]);
  const orders = await mergeReports(client, shop, reports, known, now);
  await writeOrders(client, shop.id, orders.list);
  const codes = await joinCodes(client, shop.id, orders.list);
  const entries = await bookEntries(client, { id: shop.id, zone, now }, orders.list, codes);
  const counted = new Set(entries.filter((entry) => entry.uses !== 0 && entry.campaignId).map((entry) => entry.orderId));
  const people = new Set(orders.merged);
  for (const order of orders.list) {
    const moved = known.get(order.id)?.personId !== order.personId && order.codes.length > 0;
    if (order.personId && (counted.has(order.id) || moved)) people.add(order.personId);
  }
  const freedCampaigns = await raiseCaps(client, shop.id, entries);
  if (people.size === 0) return { guardChanged: false, freedCampaigns };
  await findOvershootFlags(client, shop.id, [...people], context);
  await markStandings(client, shop.id, [...people], orders.list, now);
  return { guardChanged: true, freedCampaigns };
}

/** Lets a campaign with a cap be synced anew when the number of its freed uses has changed. */
async function raiseCaps(client: pg.PoolClient, shopId: number, entries: readonly BookedEntry[]): Promise<string[]> {
  const ids = new Set(entries.filter(({ reversals }) => reversals !== 0).map(({ campaignId }) => campaignId));
  const { rows } = await client.query<{ id: string }>(RAISE_CAPS, [shopId, [...ids].filter((id) => id !== null)]);
  return rows.map(({ id }) => id);
}

const RAISE_CAPS = `
  UPDATE campaign SET revision = revision + 1, sync_state = CASE sync_state WHEN 'failed' THEN 'failed' ELSE 'waiting' END
  WHERE shop_id = $1 AND id = ANY ($2::uuid[]) AND total_cap IS NOT NULL AND wanted <> 'ended'
  RETURNING id`;

async function mergeReports(
  client: pg.PoolClient,
  shop: Shop,
  reports: readonly OrderReport[],
  known: ReadonlyMap<string, KnownOrder>,
  now: Date,
): Promise<{ list: KnownOrder[]; merged: Set<string> }> {
  const hashes = reports.map(({ identities }) => identityHashes(shop, identities));
  const { personIds, merged } = await recognisePeople(client, shop.id, hashes, now);
  const orders = new Map<string, KnownOrder>();
  reports.forEach(({ facts }, index) => {
    const before = orders.get(facts.id) ?? known.get(facts.id);
    const personId = personIds[index] ?? before?.personId ?? null;
    orders.set(facts.id, { ...(before ? mergeFacts(before, facts) : facts), personId });
  });
  return { list: [...orders.values()], merged };
}
