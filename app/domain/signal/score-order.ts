import { AT, KEY, type EncodedOrder } from "../identity/encode/encoded-order.ts";
import type { ClusterId, IdentityView } from "../identity/index/identity-index.ts";
import { linkClusters } from "../identity/link/link-clusters.ts";
import { sharesFor } from "../identity/link/shares.ts";
import { placeOrder, type Placement } from "../identity/place-order.ts";
import { WEIGHTS } from "../identity/weights.ts";
import type { JudgedOrder, OwnerMatch, PriorUse, SignalFacts, SignalKind } from "./signal.ts";
import { findSignals, verdictOf, type FoundSignal, type Verdict } from "./weigh-signals.ts";

/** What is known of an order from elsewhere: its campaign's promises, lists, the guard, what became of it. */
export type OrderContext = Pick<
  SignalFacts,
  "limit" | "inAudience" | "isLeaking" | "overshoot" | "refunds" | "chargebackAt"
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
  isLeaking: false,
  overshoot: null,
  refunds: [],
  chargebackAt: null,
  owners: null,
  staff: null,
};

/** `signals`: all that was found, also when nothing of it stands alone. */
export type ScoredOrder = { placement: Placement; signals: FoundSignal[]; verdict: Verdict };

/** Newest orders of one network or card, and members of a cluster, that are looked at. */
const RECENT = 40;
const MEMBERS = 100;

/**
 * Judges one order against all known before it: who it may be from, what looks wrong, how sure that is. Orders come by
 * `placedAt`; the caller then adds the order to the index where `placement` says. A test order is placed and not judged.
 */
export function scoreOrder(
  order: JudgedOrder,
  encoded: EncodedOrder,
  view: IdentityView,
  context: OrderContext,
  on?: (kind: SignalKind) => boolean,
): ScoredOrder {
  const placement = placeOrder(encoded, view);
  if (order.isTest) return { placement, signals: [], verdict: null };
  const signals = findSignals(factsOf(order, encoded, placement, view, context), on);
  return { placement, signals, verdict: verdictOf(signals) };
}

function factsOf(
  order: JudgedOrder,
  encoded: EncodedOrder,
  placement: Placement,
  view: IdentityView,
  context: OrderContext,
): SignalFacts {
  const members = (cluster: ClusterId) => view.membersOf(cluster, MEMBERS);
  const mine = [placement.cluster, ...placement.absorbed].flatMap(members);
  const isUse = (known: EncodedOrder) =>
    encoded.campaign !== null && known.campaign === encoded.campaign;
  const { owners, staff, ...rest } = context;
  return {
    ...rest,
    order,
    encoded,
    placement,
    samePerson: mine.filter(isUse).map((known): PriorUse => ({ order: known, householdBits: 0 })),
    household: householdOf(encoded, placement, view).filter((use) => isUse(use.order)),
    earlierOrders: mine,
    samePhone: [KEY.phone, KEY.otherPhone]
      .flatMap((key) => newest(encoded, key, view))
      .filter(isUse),
    sameAccount: [KEY.email, KEY.customer]
      .flatMap((key) => newest(encoded, key, view))
      .filter(isUse),
    sameNetwork: newest(encoded, KEY.ip, view),
    sameCard: newest(encoded, KEY.card, view),
    owner: owners && matchOf(encoded, owners, view),
    staff: staff && matchOf(encoded, staff, view),
  };
}

function newest(encoded: EncodedOrder, place: number, view: IdentityView): EncodedOrder[] {
  const key = encoded.keys[place]!;
  return key === 0 ? [] : view.newest(key, RECENT).map((known) => known.order);
}

/** Orders from the same door; of a house with one door, from the house. The shopper's own count, too. */
function householdOf(encoded: EncodedOrder, placement: Placement, view: IdentityView): PriorUse[] {
  const isCrowd = (placement.house?.crowd ?? 0) > 0.5;
  return newest(encoded, KEY.house, view)
    .filter(({ words }) => words[AT.door] === encoded.words[AT.door])
    .map((order) => ({ order, householdBits: isCrowd ? -4 : 3 }));
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
    shares: best.reasons.map(({ feature, bits }) => ({ what: feature, bits })),
  };
}

const MATCHED_BY = [
  ...[KEY.email, KEY.phone, KEY.otherPhone, KEY.person],
  ...[KEY.personHere, KEY.house, KEY.billHouse],
];
