import type pg from "pg";

import { mergeFacts, precedes } from "#app/domain/redemption/merge-facts.ts";
import type { OrderFacts, OrderIdentities } from "#app/domain/redemption/order-facts.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { holdBudgets } from "../campaign/hold-budgets.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { findOvershootFlags } from "../flag/find-overshoot-flags.server.ts";
import { issuedPeople } from "../issuance/issued-campaigns.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { saidTogether } from "../person/put-together.server.ts";
import { recognisePeople, type PersonAccount } from "../person/recognise-people.server.ts";
import { keepAccounts } from "../standing/keep-accounts.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { bookEntries, type BookedEntry } from "./book-entries.server.ts";
import { countedUses } from "./counted-uses.server.ts";
import { joinCodes } from "./join-codes.server.ts";
import { readOrders, writeOrders, type KnownOrder } from "./order-rows.server.ts";

/** What one webhook told of an order. */
export type OrderReport = { facts: OrderFacts; identities: OrderIdentities };

export type Recorded = {
  /** The checkout must be told: a standing or a guest's limit may have changed. */
  guardChanged: boolean;
  /** Campaigns of which a use was freed: Shopify's own cap is raised by it, because Shopify gives none back. */
  freedCampaigns: string[];
  /** Campaigns that these orders brought to a cap, and that are paused now. */
  pausedCampaigns: string[];
};

/**
 * Takes in what webhooks told of a shop's orders, all in the caller's transaction: merges it with what is known, books
 * the difference in the ledger and the rollups, flags uses beyond a limit, brings the flags into cases and marks the
 * standings to be written. The caller holds the shop's intake lock.
 */
export async function recordOrders(
  client: pg.PoolClient,
  shop: Shop,
  reports: readonly OrderReport[],
  context: { now: Date; newId: () => string },
): Promise<Recorded> {
  const { now } = context;
  const known = await readOrders(client, shop.id, [
    ...new Set(reports.map(({ facts }) => facts.id)),
  ]);
  const orders = await mergeReports(client, shop, reports, known, now);
  await writeOrders(client, shop.id, orders.list);
  const codes = await joinCodes(client, shop.id, orders.list);
  const entries = await bookEntries(client, shop, orders.list, codes, now);
  const capped = await customerCapped(client, shop.id, entries);
  const counted = new Set(
    entries
      .filter(({ uses, campaignId: id }) => id !== null && (uses !== 0 || capped.has(id)))
      .map(({ orderId }) => orderId),
  );
  const freedCampaigns = await raiseCaps(client, shop.id, entries);
  const pausedCampaigns = await holdBudgets(client, shop.id, costing(entries), now);
  const people = await concerned(client, shop.id, known, orders, counted);
  if (people.length === 0) return { guardChanged: false, freedCampaigns, pausedCampaigns };
  await findOvershootFlags(client, shop.id, people, context);
  await foldCases(client, shop.id, people, context);
  await markStandings(client, shop.id, people, now);
  return { guardChanged: true, freedCampaigns, pausedCampaigns };
}

/** The campaigns that cost more, or were used more, than before. */
function costing(entries: readonly BookedEntry[]): string[] {
  const more = entries.filter(({ uses, discountMinor }) => uses > 0 || discountMinor > 0);
  const ids = new Set(more.map(({ campaignId }) => campaignId).filter((id) => id !== null));
  return [...ids];
}

/** Of the campaigns of which orders cost more or less than before while their uses stay, those with a cap per customer. */
async function customerCapped(
  client: pg.PoolClient,
  shopId: number,
  entries: readonly BookedEntry[],
): Promise<Set<string>> {
  // What was refunded is a share of the total, so a total that changes does, too.
  const dearer = entries.filter(
    ({ uses, discountMinor, refundMinor, revenueMinor }) =>
      uses === 0 && (discountMinor !== 0 || refundMinor !== 0 || revenueMinor !== 0),
  );
  const ids = new Set(dearer.map(({ campaignId }) => campaignId).filter((id) => id !== null));
  if (ids.size === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(CUSTOMER_CAPPED, [shopId, [...ids]]);
  return new Set(rows.map(({ id }) => id));
}

const CUSTOMER_CAPPED = `
  SELECT id FROM campaign WHERE shop_id = $1 AND id = ANY ($2::uuid[]) AND customer_cap_minor IS NOT NULL`;

/** Lets a campaign with a cap be synced anew when the number of its freed uses has changed. */
async function raiseCaps(
  client: pg.PoolClient,
  shopId: number,
  entries: readonly BookedEntry[],
): Promise<string[]> {
  const ids = new Set(
    entries.filter(({ reversals }) => reversals !== 0).map(({ campaignId }) => campaignId),
  );
  const { rows } = await client.query<{ id: string }>(RAISE_CAPS, [
    shopId,
    [...ids].filter((id) => id !== null),
  ]);
  return rows.map(({ id }) => id);
}

const RAISE_CAPS = `
  UPDATE campaign SET revision = revision + 1, sync_asked_by = 'orders',
    sync_state = CASE sync_state WHEN 'failed' THEN 'failed' ELSE 'waiting' END
  WHERE shop_id = $1 AND id = ANY ($2::uuid[]) AND total_cap IS NOT NULL
    AND code_kind = 'public' AND wanted <> 'ended'
  RETURNING id`;

type Merged = {
  list: KnownOrder[];
  replaced: ReadonlyMap<string, string>;
  /** Accounts that never ordered, and are of somebody in these orders. */
  accounts: readonly PersonAccount[];
};

async function mergeReports(
  client: pg.PoolClient,
  shop: Shop,
  reports: readonly OrderReport[],
  known: ReadonlyMap<string, KnownOrder>,
  now: Date,
): Promise<Merged> {
  const hashes = reports.map(({ identities }) => identityHashes(shop, identities));
  const recognised = await recognisePeople(client, shop.id, hashes, now);
  const { personIds, replaced } = recognised;
  const orders = new Map<string, KnownOrder>();
  reports.forEach(({ facts }, index) => {
    const before = orders.get(facts.id) ?? known.get(facts.id);
    const wasPerson = before?.personId ? (replaced.get(before.personId) ?? before.personId) : null;
    const isPerson = personIds[index] ?? null;
    // Whoever the newest account names, so that it does not matter which came first.
    const personId =
      before && precedes(facts, before) ? (wasPerson ?? isPerson) : (isPerson ?? wasPerson);
    orders.set(facts.id, { ...(before ? mergeFacts(before, facts) : facts), personId });
  });
  const ordered = new Set(reports.map(({ identities }) => identities.customerId));
  const accounts = recognised.accounts.filter(({ customerId }) => !ordered.has(customerId));
  await keepAccounts(client, shop.id, accounts);
  return { list: [...orders.values()], replaced, accounts };
}

/** The people whose uses, or whose accounts, are not what they were before these orders. */
async function concerned(
  client: pg.PoolClient,
  shopId: number,
  known: ReadonlyMap<string, KnownOrder>,
  { list, replaced, accounts }: Merged,
  counted: ReadonlySet<string>,
): Promise<string[]> {
  const people = new Set([...replaced.values(), ...accounts.map(({ personId }) => personId)]);
  const met = new Set<string>();
  for (const order of list) {
    const before = known.get(order.id);
    const was = before?.personId ? (replaced.get(before.personId) ?? before.personId) : null;
    const moved = was !== order.personId;
    for (const id of moved ? [was, order.personId] : [order.personId]) {
      if (id && (counted.has(order.id) || (moved && order.codes.length > 0))) people.add(id);
      else if (id && order.customerId && before?.customerId !== order.customerId) met.add(id);
    }
  }
  // An account seen for the first time, of someone who has used codes before, as a guest say, or to whom one was issued.
  const unmarked = [...met].filter((id) => !people.has(id));
  if (unmarked.length === 0) return [...people];
  const strangers = (await saidTogether(client, shopId)).withOthers(unmarked);
  const uses = await countedUses(client, { shopId, personIds: strangers });
  const issued = await issuedPeople(client, shopId, strangers);
  return [...new Set([...people, ...uses.map(({ personId }) => personId), ...issued])];
}
