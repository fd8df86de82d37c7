import {
  AT,
  asUseOf,
  BLOCKS,
  FLAG,
  KEY,
  usesAmong,
  usesIn,
  type EncodedOrder,
} from "./encode/encoded-order.ts";
import { judgeHouse, othersAtHouse, type House } from "./group/house-group.ts";
import { joinGroup } from "./group/join-group.ts";
import type { TraitBits } from "./group/traits.ts";
import {
  membersAmong,
  type ClusterId,
  type IdentityView,
  type KnownOrder,
  type RingCount,
} from "./index/identity-index.ts";
import { linkClusters, type Link } from "./link/link-clusters.ts";
import { sharesFor, type ShareOf } from "./link/shares.ts";
import { usedBefore } from "./link/used-before.ts";
import { weighUse, type Circumstances } from "./weigh-opinions.ts";
import { WEIGHTS } from "./weights.ts";

/** Newest orders looked at for one value: what bounds the work, however large the shop. */
const CANDIDATES = 40;
/** A value that so many people had finds nobody any more: a campus, what a campaign's orders mostly have. */
const TOO_COMMON = 500;
/**
 * A line, a full name or a mailbox's letters that more people had than are looked at. It would only find somebody whom all
 * else speaks for, and most of that finds them, too: in a shop of a million orders two of three comparisons were for nothing.
 */
const SOON_COMMON: ReadonlySet<number> = new Set([KEY.ip, KEY.person, KEY.stem]);
/** Earlier uses of a group or at a house that are looked at. */
const GROUP = 20;
/** Members of a cluster that are looked at. */
const MEMBERS = 100;
const LINKS_KEPT = 5;
/** A ring that is taken for one by what it does grows no further: sure links alone make larger clusters. */
const RING_MOST = 40;

export type Group = {
  cluster: ClusterId;
  bits: number;
  reasons: TraitBits[];
  uses: readonly EncodedOrder[];
};

/**
 * Where an order belongs, and what speaks for it.
 *
 * - `cluster`: the one it joins, or its own id; `absorbed`: clusters it shows to be the same.
 * - `isRing`: taken for a ring's, when rings are counted.
 * - `links`: the strongest to other clusters, each with its reasons; `relatives`: those that speak for a household;
 *   `group`: the ring it may be the next of, with its uses, newest first.
 * - `same`: log odds, base 2, that the shopper is known to have used the campaign before; `bits`: that it is one more use by
 *   the same hand, all told; null without a campaign.
 * - `earlierUses`: uses of the campaign by whoever that may be, at most.
 */
export type Placement = {
  cluster: ClusterId;
  absorbed: ClusterId[];
  isRing: boolean;
  links: Link[];
  relatives: Link[];
  group: Group | null;
  house: House | null;
  same: number | null;
  bits: number | null;
  earlierUses: number;
};

/**
 * Places an order among those known before it. Deterministic: the same orders in the same order give the same clusters.
 * Look-ups and comparisons are bounded, whatever the number of known orders.
 */
export function placeOrder(order: EncodedOrder, view: IdentityView): Placement {
  const share = sharesFor(view, order);
  const candidates = candidatesOf(order, view);
  const prior = {
    people: view.total(order.at).clusters,
    same: WEIGHTS.same,
    hiding: WEIGHTS.hiding,
    household: WEIGHTS.household,
  };
  const links = linkClusters(order, candidates, prior, share);
  const same = links.filter(({ bits }) => bits > WEIGHTS.joins).map((link) => link.cluster);
  const uses = remembered((cluster) =>
    usesAmong(view.membersOf(cluster, MEMBERS), order.campaign!).slice(0, GROUP),
  );
  const opinions =
    order.campaign === null ? null : opinionsOn(order, candidates, links, uses, view, share);
  const group = opinions?.group ?? null;
  const sizeOf = (of: ClusterId) => view.membersOf(of, MEMBERS).length;
  const joinsGroup =
    same.length === 0 &&
    group !== null &&
    group.bits > WEIGHTS.joinsGroup &&
    sizeOf(group.cluster) < RING_MOST;
  const cluster = joinsGroup ? group.cluster : (same[0] ?? order.id);
  const others = same.filter((other) => other !== cluster);
  const absorbed = withMeeting(cluster, others, opinions?.meeting ?? [], sizeOf);
  return {
    cluster,
    absorbed,
    isRing: (group?.bits ?? 0) > WEIGHTS.surelyRing && (opinions?.same ?? 0) < WEIGHTS.surelyRing,
    links: links.slice(0, LINKS_KEPT),
    relatives: links
      .filter(({ householdBits }) => householdBits > WEIGHTS.joins)
      .slice(0, LINKS_KEPT),
    group,
    house: opinions?.house ?? null,
    same: opinions?.same ?? null,
    bits:
      opinions &&
      weighUse(
        opinions,
        circumstancesOf(order, view, opinions, links[0]),
        ringBits(view.ringsOf(order.campaign!)),
      ),
    earlierUses:
      order.campaign === null
        ? 0
        : Math.max(
            countOf(
              usesAmong(membersAmong(view, [cluster, ...absorbed], MEMBERS), order.campaign),
              order.campaign,
            ),
            opinions?.uses ?? 0,
          ),
  };
}

/** Asked of each cluster once. */
function remembered<T>(of: (cluster: ClusterId) => T): (cluster: ClusterId) => T {
  const known = new Map<ClusterId, T>();
  return (cluster) => {
    const found = known.get(cluster) ?? of(cluster);
    known.set(cluster, found);
    return found;
  };
}

/** An order with two codes is two uses where both count against one limit. */
function countOf(uses: readonly EncodedOrder[], campaign: string): number {
  return uses.reduce((sum, use) => sum + usesIn(use, campaign), 0);
}

/** The rings that meet in an order become one as long as that one is no larger than a ring is. */
function withMeeting(
  cluster: ClusterId,
  others: readonly ClusterId[],
  meeting: readonly ClusterId[],
  sizeOf: (cluster: ClusterId) => number,
): ClusterId[] {
  const absorbed = [...others];
  const further = meeting.filter((other) => other !== cluster && !others.includes(other));
  if (further.length === 0) return absorbed;
  let size = [cluster, ...others].reduce((sum, of) => sum + sizeOf(of), 1);
  for (const other of further) {
    size += sizeOf(other);
    if (size > RING_MOST) break;
    absorbed.push(other);
  }
  return absorbed;
}

/** The orders it is compared with, each once. */
function candidatesOf(order: EncodedOrder, view: IdentityView): KnownOrder[] {
  const seen = new Set<EncodedOrder>();
  const found: KnownOrder[] = [];
  for (const list of candidateLists(order, view))
    for (const known of list) {
      if (seen.has(known.order)) continue;
      seen.add(known.order);
      if (!view.areApart(order, known.cluster)) found.push(known);
    }
  return found;
}

/** The orders that it has a value in common with, place by place; none where the value finds nobody. */
export function candidateLists(
  order: EncodedOrder,
  view: IdentityView,
  places = BLOCKS,
): (readonly KnownOrder[])[] {
  const lists: (readonly KnownOrder[])[] = [];
  for (let place = 0; place < places; place++) {
    const key = order.keys[place]!;
    const most = SOON_COMMON.has(place) ? CANDIDATES : TOO_COMMON;
    const finds = key !== 0 && view.clustersOf(key) <= most;
    lists.push(finds ? view.newest(key, CANDIDATES) : NOBODY);
  }
  return lists;
}

const NOBODY: readonly KnownOrder[] = [];

/** How much commoner rings are in this campaign than where the weights come from, in bits. */
function ringBits({ uses, rings }: RingCount): number {
  const { usual, orders } = WEIGHTS.ringShare;
  return Math.log2((rings + usual * orders) / (uses + orders) / usual);
}

/** `usesHere`: of the group that had parcels brought to this house, 0 otherwise. */
type Opinions = {
  same: number | null;
  group: Group | null;
  usesHere: number;
  house: House | null;
  meeting: ClusterId[];
  uses: number;
};

function opinionsOn(
  order: EncodedOrder,
  candidates: readonly KnownOrder[],
  links: readonly Link[],
  uses: (cluster: ClusterId) => readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
): Opinions {
  const same = usedBefore(order, links, uses, view, share);
  const known = isFresh(order, candidates) ? 0 : WEIGHTS.knownAccount;
  const house = houseOf(order, view, share, known);
  let group: Group | null = null;
  const meeting: ClusterId[] = [];
  const campaign = order.campaign!;
  const redeeming = candidates.filter((candidate) => usesIn(candidate.order, campaign) > 0);
  let [grouped, usesHere] = [0, 0];
  const seen = new Set<string>();
  for (const cluster of new Set(redeeming.map((candidate) => candidate.cluster))) {
    const earlier = uses(cluster);
    // Clusters that are one person's, as staff said, are one group.
    if (earlier.length === 0 || seen.has(earlier[0]!.id)) continue;
    seen.add(earlier[0]!.id);
    const joined = joinGroup(order, earlier, view, share, house);
    const bits = joined.bits - known;
    if (bits > WEIGHTS.ringsMeet) meeting.push(cluster);
    if (group && bits <= group.bits) continue;
    group = { cluster, bits, reasons: joined.reasons, uses: earlier };
    grouped = countOf(earlier, campaign);
    usesHere = isAtHouseOf(order, earlier) ? earlier.length : 0;
  }
  const counted = [same ? countOf(same.uses, campaign) : 0, grouped, house?.uses ?? 0];
  return { same: same?.bits ?? null, group, usesHere, house, meeting, uses: Math.max(...counted) };
}

function isAtHouseOf(order: EncodedOrder, others: readonly EncodedOrder[]): boolean {
  const house = order.words[AT.house]!;
  return house !== 0 && others.some(({ words }) => words[AT.house] === house);
}

function circumstancesOf(
  order: EncodedOrder,
  view: IdentityView,
  { house, usesHere }: Opinions,
  strongest: Link | undefined,
): Circumstances {
  return {
    household: strongest?.householdBits ?? null,
    crowd: house?.crowd ?? null,
    others: othersAtHouse(order, view),
    usesHere,
    isDisposable: (order.words[AT.flags]! & FLAG.disposable) !== 0,
  };
}

function houseOf(
  order: EncodedOrder,
  view: IdentityView,
  share: ShareOf,
  known: number,
): House | null {
  const key = order.keys[KEY.campaignHouse]!;
  const row =
    key === 0
      ? []
      : view
          .newest(key, GROUP)
          .filter((other) => !view.areApart(order, other.cluster))
          .flatMap(({ order: other, cluster }) => {
            const use = asUseOf(other, order.campaign!);
            return use ? { order: use, cluster } : [];
          });
  if (row.length === 0) return null;
  const house = judgeHouse(order, row, view, share);
  const uses = row.map((each) => each.order);
  return { ...house, bits: house.bits - known, uses: countOf(uses, order.campaign!) };
}

/** Rings make accounts for one use; who ordered before under this mailbox is seldom one of theirs. */
function isFresh(order: EncodedOrder, candidates: readonly KnownOrder[]): boolean {
  const email = order.words[AT.email]!;
  if (email === 0) return true;
  return !candidates.some(({ order: other }) => other.words[AT.email] === email);
}
