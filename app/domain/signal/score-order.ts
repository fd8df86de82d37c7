import {
  asUseOf,
  KEY,
  usesAmong,
  usesIn,
  type EncodedOrder,
} from "../identity/encode/encoded-order.ts";
import {
  membersAmong,
  type ClusterId,
  type IdentityView,
  type Place,
} from "../identity/index/identity-index.ts";
import { linkClusters, type Link } from "../identity/link/link-clusters.ts";
import { comparedOrders, shareOf } from "../identity/compared-orders.ts";
import { sharesFor } from "../identity/link/shares.ts";
import { placeOrder, type Placement } from "../identity/place-order.ts";
import { WEIGHTS } from "../identity/weights.ts";
import { chance } from "./chance.ts";
import type { JudgedOrder, OwnerMatch, PriorUse, SignalFacts } from "./signal.ts";
import { EXACT_BITS, exactBits } from "./signals/overshoot.ts";
import { findSignals, verdictOf, type FoundSignal, type Verdict } from "./weigh-signals.ts";

/** What is known of an order from elsewhere: its campaign's promises, lists, the guard, what became of it. */
export type OrderContext = Pick<
  SignalFacts,
  "limit" | "inAudience" | "isPrivate" | "isLeaking" | "overshoot" | "refunds" | "chargebackAt"
> & {
  /** Whose the code is (an affiliate), or who may use it (staff). */
  owners: ListedPeople | null;
  staff: ListedPeople | null;
};

/** People of a list: an index of those alone, and the keys of their accounts (`KEY.email`) whose own orders count, too. */
export type ListedPeople = { people: IdentityView; accounts: readonly number[] };

/** The context of a code that nothing is known of. */
export const NO_CONTEXT: OrderContext = {
  limit: null,
  inAudience: null,
  isPrivate: false,
  isLeaking: false,
  overshoot: null,
  refunds: [],
  chargebackAt: null,
  owners: null,
  staff: null,
};

/**
 * `signals`: all that was found, also when nothing of it stands alone. `exactBits`: what it says, should the exact count
 * find later that it was beyond its limit.
 */
export type ScoredUse = {
  placement: Placement;
  signals: FoundSignal[];
  verdict: Verdict;
  exactBits: number;
};

/** `further`: of each further use; `place`: where the order belongs, whatever use of it says so. */
export type ScoredOrder = ScoredUse & { further: ScoredUse[]; place: Place };

/** Newest orders of one network or card, and members of a cluster, that are looked at. */
const RECENT = 40;
const MEMBERS = 100;

/**
 * Judges one order against all known before it: who it may be from, what looks wrong, how sure that is. Orders come by
 * `placedAt`; the caller then adds the order to the index where `place` says. A test order is placed and not judged. Each
 * use of something limited is judged for itself. @param further the context of each of `encoded.further`.
 */
export function scoreOrder(
  order: JudgedOrder,
  encoded: EncodedOrder,
  view: IdentityView,
  context: OrderContext,
  further: readonly OrderContext[] = [],
): ScoredOrder {
  const first = scoreUse(order, encoded, view, { ...context, alsoHere: 0 });
  const others = encoded.further.map(({ campaign }, place) => {
    const before = encoded.further.slice(0, place).filter((use) => use.campaign === campaign);
    const alsoHere = before.length + (encoded.campaign === campaign ? 1 : 0);
    const use = asUseOf(encoded, campaign)!;
    return scoreUse(order, use, view, { ...(further[place] ?? NO_CONTEXT), alsoHere });
  });
  return { ...first, further: others, place: placeOf(encoded.id, first, others) };
}

function scoreUse(
  order: JudgedOrder,
  encoded: EncodedOrder,
  view: IdentityView,
  context: UseContext,
): ScoredUse {
  const placement = placeOrder(encoded, view);
  if (order.isTest) return { placement, signals: [], verdict: null, exactBits: EXACT_BITS };
  const facts = factsOf(order, encoded, placement, view, context);
  const signals = findSignals(facts);
  return { placement, signals, verdict: verdictOf(signals), exactBits: exactBits(facts) };
}

type UseContext = OrderContext & Pick<SignalFacts, "alsoHere">;

/** With whom the first use that knows somebody puts it. */
function placeOf(id: string, first: ScoredUse, others: readonly ScoredUse[]): Place {
  if (others.length === 0) return first.placement;
  const uses = [first, ...others].map(({ placement }) => placement);
  const { cluster, absorbed } = uses.find((use) => use.cluster !== id) ?? first.placement;
  const [isRing, ...furtherRings] = uses.map((use) => use.isRing);
  return { cluster, absorbed, isRing: isRing!, furtherRings };
}

function factsOf(
  order: JudgedOrder,
  encoded: EncodedOrder,
  placement: Placement,
  view: IdentityView,
  context: UseContext,
): SignalFacts {
  const mine = membersAmong(view, [placement.cluster, ...placement.absorbed], MEMBERS);
  const { campaign } = encoded;
  const isUse = (known: EncodedOrder) => campaign !== null && usesIn(known, campaign) > 0;
  const { owners, staff, ...rest } = context;
  return {
    ...rest,
    order,
    encoded,
    placement,
    samePerson: mine.filter(isUse).flatMap((known) => eachUse(known, campaign!)),
    household: context.limit?.perHousehold ? householdUses(encoded, placement, view) : [],
    earlierOrders: mine,
    decided: new Set(mine.filter((known) => isDecided(known, encoded, view)).map(({ id }) => id)),
    samePhone: [KEY.phone, KEY.otherPhone]
      .flatMap((key) => newest(encoded, key, view))
      .filter(isUse),
    sameAccount: [KEY.email, KEY.customer]
      .flatMap((key) => newest(encoded, key, view))
      .filter(isUse),
    sameNetwork: newest(encoded, KEY.ip, view),
    sameRange: newest(encoded, KEY.rangeProduct, view),
    sameCard: newest(encoded, KEY.card, view),
    owner: owners && matchOf(encoded, owners, view),
    staff: staff && matchOf(encoded, staff, view),
  };
}

/** Whether the order is of another account, and one that staff have said is one of several of a person. */
export function isDecided(known: EncodedOrder, order: EncodedOrder, view: IdentityView): boolean {
  return view.accountsOf(known).length > 0 && known.keys[KEY.email] !== order.keys[KEY.email];
}

/** One for each use of the campaign by an order. */
function eachUse(order: EncodedOrder, campaign: string): EncodedOrder[] {
  return Array.from({ length: usesIn(order, campaign) }, () => order);
}

function newest(encoded: EncodedOrder, place: number, view: IdentityView): EncodedOrder[] {
  const key = encoded.keys[place]!;
  return key === 0 ? [] : view.newest(key, RECENT).map((known) => known.order);
}

/** By whoever is more likely the shopper or of their household than not, as links between orders say. */
function householdUses(
  encoded: EncodedOrder,
  placement: Placement,
  view: IdentityView,
): PriorUse[] {
  const { id, campaign } = encoded;
  const { cluster: own, absorbed, links, relatives, group } = placement;
  type Found = Pick<PriorUse, "householdBits" | "shares"> & { orderId: string | null };
  const found = new Map<ClusterId, Found>();
  const note = (cluster: ClusterId, use: Found) => {
    const known = found.get(cluster)?.householdBits ?? 0;
    if (use.householdBits > known) found.set(cluster, use);
  };
  for (const link of [...links, ...relatives]) {
    const reasons = link.bits > link.householdBits ? link.reasons : link.householdReasons;
    const shares = reasons.map(shareOf);
    note(link.cluster, { householdBits: eitherBits(link), shares, orderId: link.orderId });
  }
  if (group && own === group.cluster)
    note(own, { householdBits: group.bits, shares: [], orderId: null });
  for (const cluster of [own, ...absorbed])
    if (cluster !== id && !found.has(cluster))
      note(cluster, { householdBits: WEIGHTS.joins, shares: [], orderId: null });
  const compared = new Map(
    comparedOrders(encoded, placement).map(({ orderId, shares }) => [orderId, shares]),
  );
  return [...found].flatMap(([cluster, { householdBits, shares, orderId }]) =>
    usesAmong(view.membersOf(cluster, MEMBERS), campaign!).flatMap((order) => {
      // What was found of one order of theirs need not be true of the others.
      const told = order.id === orderId ? shares : (compared.get(order.id) ?? []);
      return eachUse(order, campaign!).map(() => ({ order, householdBits, shares: told }));
    }),
  );
}

/** Log odds, base 2, that it is either of the two. */
function eitherBits({ bits, householdBits }: Pick<Link, "bits" | "householdBits">): number {
  const either = Math.min(chance(bits) + chance(householdBits), 1 - 1e-6);
  return Math.log2(either / (1 - either));
}

/** How the order compares with the nearest of a list of people. Far from all of them when there is nothing to compare. */
function matchOf(
  encoded: EncodedOrder,
  { people, accounts }: ListedPeople,
  view: IdentityView,
): OwnerMatch {
  const listed = MATCHED_BY.flatMap((place) => {
    const key = encoded.keys[place]!;
    return key === 0 ? [] : people.newest(key, RECENT);
  });
  // What they ordered as themselves says where they live, and what they are called.
  const own = accounts.flatMap((account) => view.newest(account, RECENT));
  const prior = {
    people: 50,
    same: WEIGHTS.ownCode * 50,
    hiding: WEIGHTS.ownCode * 25,
    household: WEIGHTS.ownCode * 25,
  };
  const [best] = [
    ...linkClusters(encoded, listed, prior, sharesFor(people, encoded)).slice(0, 1),
    ...linkClusters(encoded, own, prior, sharesFor(view, encoded)).slice(0, 1),
  ].sort((a, b) => b.bits - a.bits);
  if (!best) return { orderId: null, bits: -6, shares: [] };
  const isOrder = own.some(({ order }) => order.id === best.orderId);
  return {
    ...{ orderId: isOrder ? best.orderId : null, bits: best.bits },
    shares: best.reasons.map(shareOf),
  };
}

const MATCHED_BY = [
  ...[KEY.email, KEY.phone, KEY.otherPhone, KEY.person],
  ...[KEY.personHere, KEY.house, KEY.billHouse],
];
