import { DAY_MS } from "../../shared/days.ts";
import type { SettledPeople } from "../cluster/people-words.ts";
import type { EncodedOrder } from "../encode/encoded-order.ts";

/** Which orders are taken to be one person's: the id of the oldest of them. */
export type ClusterId = string;

export type KnownOrder = { readonly order: EncodedOrder; readonly cluster: ClusterId };

/**
 * What has been counted of a value: `clusters` that ever had it, and `heat`, the same count fading by half in
 * `HALF_LIFE_DAYS`. Clusters, not orders: a busy ring cannot make its own values look common.
 */
export type Count = { clusters: number; heat: number };

export const HALF_LIFE_DAYS = 7;

/** What is left at `at` of a heat counted at `heatAt`; both in ms. */
export function fadedHeat(heat: number, heatAt: number, at: number): number {
  return heat * 2 ** (-Math.max(0, (at - heatAt) / DAY_MS) / HALF_LIFE_DAYS);
}

export type RingCount = { uses: number; rings: number };

/**
 * The order joins `cluster`, which comes to be when it is the order's own id; `absorbed` ones become part of it. `isRing`,
 * `furtherRings`: whether its use, and each further one, is taken for a ring's.
 */
export type Place = {
  cluster: ClusterId;
  absorbed: readonly ClusterId[];
  isRing: boolean;
  furtherRings?: readonly boolean[];
};

/** What is known before an order: all that judging it may ask. In memory for replays, in PostgreSQL for a shop. */
export type IdentityView = {
  /** Of all orders, whatever they hold. `heat` at the instant `at` (ms). */
  total(at: number): Count;
  countOf(key: number, at: number): Count;
  /** `clusters` of it alone. */
  clustersOf(key: number): number;
  /** The newest orders with a value, at most `most`, newest first. */
  newest(key: number, most: number): readonly KnownOrder[];
  /** Members of a cluster, and of those that staff say are the same person's, newest first, at most `most`. */
  membersOf(cluster: ClusterId, most: number): readonly EncodedOrder[];
  /** Orders with a use of a campaign so far, and how many of them were taken to be a ring's. */
  ringsOf(campaign: string): RingCount;
  /** Whether somebody has decided that the order's account is not of this cluster. */
  areApart(order: EncodedOrder, cluster: ClusterId): boolean;
  /** The accounts (`KEY.email`) that somebody has decided to be one person's with the order's own; none: nobody has. */
  accountsOf(order: EncodedOrder): readonly number[];
};

/** Of each campaign that an order uses, once, whether it is taken for a ring's there. */
export function ringsIn(order: EncodedOrder, place: Place): Map<string, boolean> {
  const rings = new Map<string, boolean>();
  if (order.campaign === null) return rings;
  order.further.forEach(({ campaign }, at) =>
    rings.set(campaign, (rings.get(campaign) ?? false) || (place.furtherRings?.[at] ?? false)),
  );
  return rings.set(order.campaign, place.isRing);
}

export type IdentityIndex = IdentityView & {
  /** Adds an order where it was placed. */
  add(order: EncodedOrder, place: Place): void;
  /** What staff have decided on accounts from now on. */
  setPeople(people: SettledPeople): void;
};

/** The members of several clusters, each once. */
export function membersAmong(
  view: IdentityView,
  clusters: readonly ClusterId[],
  most: number,
): EncodedOrder[] {
  const members = clusters.flatMap((cluster) => view.membersOf(cluster, most));
  return [...new Set(members)];
}
