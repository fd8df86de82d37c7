import { comparedOrders } from "../identity/compared-orders.ts";
import {
  asUseOf,
  AT,
  beyondBits,
  KEY,
  type EncodedOrder,
} from "../identity/encode/encoded-order.ts";
import type { IdentityView } from "../identity/index/identity-index.ts";
import { placeOrder, type Placement } from "../identity/place-order.ts";
import { WEIGHTS } from "../identity/weights.ts";
import type { Evidence, Hit } from "./signal.ts";
import { isDecided } from "./score-order.ts";
import { BY_STAFF, SHOWN } from "./signals/over-limit.ts";
import { FLAG_FROM } from "./weigh-signals.ts";

/** An earlier order whose use seems beyond the limit by what came since, and `over_limit` as it is seen now. */
export type Hindsight = { orderId: string; hit: Hit };

/** Uses at one house or of one cluster that are looked at. */
const AROUND = 20;
/** Members of a cluster that are looked at. */
const MEMBERS = 100;
/** A flag's score as log odds, base 2. */
const FLAGGED = Math.log2(FLAG_FROM / (1 - FLAG_FROM));

/**
 * What a use that turned out to be beyond its limit says of doubtful ones before it: the second account of a ring looks like
 * a neighbour's, and the fifth shows what it was. Each is placed again among all that are known now, itself left out, and
 * seems no surer than what it seemed when it came allows; so a first use, which was none beyond the limit, stays one.
 * Nothing seems less sure than it did.
 *
 * @param use just added to `view` where `placement` says, with what was made of it (`beyondBits`)
 */
export function lookBack(
  use: EncodedOrder,
  placement: Placement,
  view: IdentityView,
  limit: number,
): Hindsight[] {
  const { campaign } = use;
  if (campaign === null || !isFlagged(use)) return [];
  const known = usesAround(use, campaign, placement, view);
  const doubtful = known.filter((each) => isDoubtful(each));
  if (doubtful.length === 0) return [];
  const all = [use, ...known];
  const placed = new Map<string, Placement>();
  const again = (each: EncodedOrder): Placement => {
    const found = placed.get(each.id) ?? placeAgain(each, use.at, all, view);
    placed.set(each.id, found);
    return found;
  };
  const isOfRing = (each: EncodedOrder) =>
    isFlagged(each) || (again(each).bits ?? -Infinity) >= FLAGGED;
  return doubtful.flatMap((each): Hindsight[] => {
    const now = again(each);
    if (now.bits === null || now.bits < FLAGGED + WEIGHTS.lookBack.clearly) return [];
    const near = nearOf(now, view);
    const before = known.filter((other) => other.at < each.at && near.has(other.id));
    // Whoever was flagged need not be judged again.
    const first = [...before.filter(isFlagged), ...before.filter((other) => !isFlagged(other))];
    const sure = first.slice(0, limit + 1).filter(isOfRing);
    const bits = seenAgain(beyondBits(each)!, now.bits, sure.length >= limit);
    if (bits <= beyondBits(each)!) return [];
    const others = near.has(use.id) ? [use, ...sure] : sure;
    const decided = new Set(
      all.filter((other) => isDecided(other, each, view)).map(({ id }) => id),
    );
    const evidence = evidenceOf(each, now, { others, decided, limit });
    return [{ orderId: each.id, hit: { bits, evidence } }];
  });
}

function seenAgain(own: number, now: number, isSure: boolean): number {
  const { sure, alone, clearly } = WEIGHTS.lookBack;
  return Math.min(now - clearly, own + (isSure ? sure : alone));
}

function isFlagged(use: EncodedOrder): boolean {
  return (beyondBits(use) ?? -Infinity) >= FLAGGED;
}

function isDoubtful(use: EncodedOrder): boolean {
  const bits = beyondBits(use);
  return bits !== null && bits > WEIGHTS.lookBack.doubt && bits < FLAGGED;
}

/** Other uses of the campaign: at the house, of the ring, and of whoever the shopper may be or live with. */
function usesAround(
  use: EncodedOrder,
  campaign: string,
  { cluster, absorbed, links, group }: Placement,
  view: IdentityView,
): EncodedOrder[] {
  const found = new Map<string, EncodedOrder>();
  const add = (orders: readonly EncodedOrder[]) => {
    const uses = orders.flatMap((each) => asUseOf(each, campaign) ?? []);
    for (const each of uses.slice(0, AROUND)) if (each.id !== use.id) found.set(each.id, each);
  };
  const house = use.keys[KEY.campaignHouse]!;
  if (house !== 0) add(view.newest(house, AROUND).map(({ order }) => order));
  if (group && group.bits > 0) add(group.uses);
  const linked = links.filter(
    ({ bits, householdBits }) => Math.max(bits, householdBits) > WEIGHTS.lookBack.link,
  );
  const clusters = new Set([cluster, ...absorbed, ...linked.map((link) => link.cluster)]);
  for (const each of clusters) add(view.membersOf(each, MEMBERS));
  return [...found.values()];
}

/** As if it came now, as long after the last of them as it is from the nearest. */
function placeAgain(
  use: EncodedOrder,
  now: number,
  all: readonly EncodedOrder[],
  view: IdentityView,
): Placement {
  const gaps = all.filter(({ id }) => id !== use.id).map(({ at }) => Math.abs(at - use.at));
  return placeOrder({ ...use, at: now + Math.min(...gaps) }, without(view, use));
}

/** The orders that one belongs with, as it is placed now. */
function nearOf({ cluster, absorbed, group }: Placement, view: IdentityView): Set<string> {
  const members = [cluster, ...absorbed].flatMap((each) => view.membersOf(each, MEMBERS));
  return new Set([...members, ...(group?.uses ?? [])].map(({ id }) => id));
}

/** `others`: that it rests on beside those it was compared with; `decided`: whom staff's word makes the shopper's. */
type Known = { others: readonly EncodedOrder[]; decided: ReadonlySet<string>; limit: number };

function evidenceOf(
  use: EncodedOrder,
  placement: Placement,
  { others, decided, limit }: Known,
): Evidence {
  const compared = comparedOrders(use, placement);
  const known = new Set(compared.map(({ orderId }) => orderId));
  const rest = others.flatMap(({ id }) => (known.has(id) ? [] : { orderId: id, shares: [] }));
  const orders = [...compared, ...rest].slice(0, limit - 1 + SHOWN);
  const ring = placement.group?.uses[0]?.id;
  return {
    orders: orders.map((each) => ({
      ...each,
      shares: decided.has(each.orderId) ? [BY_STAFF, ...each.shares] : each.shares,
    })),
    numbers: { limit, later: 1 },
    ...(ring === undefined ? {} : { ring }),
  };
}

/**
 * What is known without an order and others of its account: that somebody came back later does not say that they were there
 * before. All are counted among the people who have their values still, as one of many.
 */
function without(view: IdentityView, { id, words }: EncodedOrder): IdentityView {
  const isOther = (order: EncodedOrder) =>
    order.id !== id && ACCOUNT.every((at) => words[at] === 0 || order.words[at] !== words[at]);
  return {
    total: (at) => view.total(at),
    countOf: (key, at) => view.countOf(key, at),
    clustersOf: (key) => view.clustersOf(key),
    newest: (key, most) => view.newest(key, most).filter(({ order }) => isOther(order)),
    membersOf: (cluster, most) => view.membersOf(cluster, most).filter(isOther),
    ringsOf: (campaign) => view.ringsOf(campaign),
    areApart: (order, cluster) => view.areApart(order, cluster),
    accountsOf: (order) => view.accountsOf(order),
  };
}

const ACCOUNT = [AT.email, AT.customer];
