import { setImmediate } from "node:timers/promises";

import type pg from "pg";

import {
  ACCOUNT,
  PERSONAL,
  usesIn,
  withBeyond,
  type EncodedOrder,
} from "#app/domain/identity/encode/encoded-order.ts";
import { candidateLists } from "#app/domain/identity/place-order.ts";
import type { ClusterId, KnownOrder } from "#app/domain/identity/index/identity-index.ts";
import type { PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import type { Link } from "#app/domain/identity/link/link-clusters.ts";
import { WEIGHTS } from "#app/domain/identity/weights.ts";
import {
  scoreOrder,
  type OrderContext,
  type ScoredOrder,
  type ScoredUse,
} from "#app/domain/signal/score-order.ts";
import { lookBack, type Hindsight } from "#app/domain/signal/look-back.ts";
import { loadMissing } from "./load-missing.server.ts";
import type { WaitingOrder } from "./read-waiting.server.ts";

/** `furtherContexts`: of each further use. */
export type Case = WaitingOrder & { context: OrderContext; furtherContexts: OrderContext[] };
/** `hindsight`: earlier orders that are seen in another light by this one. */
export type ScoredCase = Case & ScoredOrder & { hindsight: Hindsight[] };

/** Orders after which whoever else has something to do goes first. */
const AT_A_STRETCH = 10;

/**
 * Scores a batch, order by order, and adds each to the index. What nearly all of them need is loaded ahead; what one order
 * lacks beyond that is found by trying.
 */
export async function scoreCases(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  cases: readonly Case[],
): Promise<ScoredCase[]> {
  const scored: ScoredCase[] = [];
  for (const each of cases) {
    if (scored.length % AT_A_STRETCH === 0) await setImmediate();
    for (;;) {
      const found = score(each, index);
      const isWhole = index.canAdd(each.encoded, found.place);
      const missing = index.takeMissing();
      if (missing) {
        await loadMissing(client, shopId, index, missing);
        continue;
      }
      if (!isWhole) throw new Error(`Order ${each.order.id} cannot be placed.`);
      const kept = { ...found, ...settled(found), further: found.further.map(settled) };
      const encoded = withBeyond(each.encoded, isRolling(each) ? null : beyondIn(found));
      index.add(encoded, found.place);
      const hindsight = await lookingBack(client, shopId, index, { ...each, encoded }, found);
      scored.push({ ...each, ...kept, encoded, hindsight });
      break;
    }
  }
  return scored;
}

/** Signals know no windows: in one that rolls, an allowed use may seem to be one beyond the limit. */
function isRolling({ use }: Case): boolean {
  const window = use?.limit.window;
  return typeof window === "object" && window.kind === "rolling";
}

/** What its own use was found to be, beyond the limit or not. */
function beyondIn({ signals }: ScoredOrder): number | null {
  return signals.find(({ kind }) => kind === "over_limit")?.bits ?? null;
}

/** What the order, which was just added, says of earlier ones. */
async function lookingBack(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  { encoded, context }: Case,
  { placement }: ScoredOrder,
): Promise<Hindsight[]> {
  if (context.limit === null) return [];
  for (;;) {
    const found = lookBack(encoded, placement, index, context.limit.perCustomer);
    const missing = index.takeMissing();
    if (!missing) return found;
    await loadMissing(client, shopId, index, missing);
  }
}

function score(each: Case, index: PartialIndex): ScoredOrder {
  return scoreOrder(each.order, each.encoded, index, each.context, each.furtherContexts);
}

/** Reasons are worked out when they are asked for, by the counts of that moment: it is this one. */
function settled({ placement, ...found }: ScoredUse): ScoredUse {
  const [links, relatives] = [placement.links, placement.relatives].map((each) =>
    each.filter((link) => Math.max(link.bits, link.householdBits) > WEIGHTS.joins),
  );
  const read = {
    links: (links ?? []).map(readLink),
    relatives: (relatives ?? []).map(readLink),
  };
  return { placement: { ...placement, ...read }, ...found };
}

function readLink(link: Link): Link {
  const { orderId, cluster, bits, householdBits, reasons, householdReasons } = link;
  return { orderId, cluster, bits, householdBits, reasons, householdReasons };
}

/**
 * Loads what orders say themselves, whom they are compared with, and whose they are, in a few statements for a batch: all
 * that is known without comparing anything.
 */
export async function loadAhead(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  cases: readonly Case[],
): Promise<void> {
  if (index.isWhole) return;
  for (const { encoded } of cases) {
    index.loadCluster(encoded.id, []);
    index.canAdd(encoded, { cluster: encoded.id, absorbed: [], isRing: false });
  }
  await loadAsked(client, shopId, index);
  for (const { encoded } of cases) candidateLists(encoded, index);
  await loadAsked(client, shopId, index);
  for (const { encoded } of cases)
    for (const cluster of likelyClusters(encoded, index)) index.membersOf(cluster, 1);
  await loadAsked(client, shopId, index);
}

/**
 * The clusters whose members an order's judgement mostly asks for: those of its account; for its uses those of whoever may
 * be its household, and of all that used the same.
 */
function likelyClusters(order: EncodedOrder, index: PartialIndex): Set<ClusterId> {
  const clusters = new Set<ClusterId>();
  const add = ({ cluster }: KnownOrder) => void clusters.add(cluster);
  const { campaign } = order;
  if (campaign === null) {
    for (const list of candidateLists(order, index, ACCOUNT)) list.forEach(add);
    return clusters;
  }
  const campaigns = [campaign, ...order.further.map((use) => use.campaign)];
  candidateLists(order, index).forEach((list, place) => {
    for (const known of list)
      if (place < PERSONAL || campaigns.some((each) => usesIn(known.order, each) > 0)) add(known);
  });
  return clusters;
}

async function loadAsked(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
): Promise<void> {
  const missing = index.takeMissing();
  if (missing) await loadMissing(client, shopId, index, missing);
}
