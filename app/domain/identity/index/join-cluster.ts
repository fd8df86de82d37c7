import { CAMPAIGN_KEYS, KEYS, type EncodedOrder } from "../encode/encoded-order.ts";
import type { ClusterId, Place } from "./identity-index.ts";

/** Newest members of a cluster that are looked at, whatever for. */
export const MEMBERS_MOST = 100;
/** Members of a cluster that are looked at to tell whether a value is new to it. */
const MEMBERS_COMPARED = 30;

/** What an index keeps of clusters and counts, wherever it lies. */
export type ClusterStore = {
  /** The newest `MEMBERS_MOST` members, oldest first; null when there is no such cluster. */
  members(cluster: ClusterId): readonly EncodedOrder[] | null;
  open(cluster: ClusterId, at: number): void;
  append(cluster: ClusterId, order: EncodedOrder): void;
  /** Everything of `from` is `into`'s from now on. */
  merge(into: ClusterId, from: ClusterId): void;
  /** Raises or lowers the count of clusters with a value. */
  change(key: number, at: number, by: 1 | -1): void;
  isApart(order: EncodedOrder, members: readonly EncodedOrder[]): boolean;
};

/**
 * Puts an order into its cluster and merges those it shows to be the same, unless somebody has said that two of their
 * accounts are different people. Values are counted once a cluster.
 */
export function joinCluster(store: ClusterStore, order: EncodedOrder, place: Place): void {
  const { cluster } = place;
  if (store.members(cluster) === null) store.open(cluster, order.at);
  for (const other of place.absorbed) absorb(store, cluster, other);
  const known = store.members(cluster) ?? [];
  forNewKeys(order, known, (value) => store.change(value, order.at, 1));
  store.append(cluster, order);
}

function absorb(store: ClusterStore, into: ClusterId, from: ClusterId): void {
  const here = store.members(into) ?? [];
  const there = store.members(from);
  if (!there || into === from || there.some((member) => store.isApart(member, here))) return;
  const isHere = keyAmong(here);
  for (const member of there.slice(-MEMBERS_COMPARED)) {
    forNewKeys(member, there, (value, place) => {
      if (isHere(value, place)) store.change(value, member.at, -1);
    });
  }
  store.merge(into, from);
}

/** Calls for the values of an order that none of the given other orders has. */
function forNewKeys(
  order: EncodedOrder,
  known: readonly EncodedOrder[],
  call: (value: number, place: number) => void,
): void {
  const compared = known.slice(-MEMBERS_COMPARED).filter((other) => other !== order);
  const hasKey = keyAmong(compared);
  for (let place = 0; place < KEYS; place++) {
    const value = order.keys[place]!;
    if (value !== 0 && !hasKey(value, place)) call(value, place);
  }
  for (const { keys } of order.further)
    for (const place of CAMPAIGN_KEYS) {
      const value = keys[place]!;
      if (value !== 0 && !hasKey(value, place)) call(value, place);
    }
}

/** Tells whether one of these orders has a value, of whatever use of it. */
function keyAmong(orders: readonly EncodedOrder[]) {
  const rows = orders.map(({ keys }) => keys);
  for (const { further } of orders) for (const { keys } of further) rows.push(keys);
  return (value: number, place: number) => rows.some((keys) => keys[place] === value);
}

/** Puts an order among others, which are sorted by when they were placed, then by id. */
export function insertByTime(orders: EncodedOrder[], order: EncodedOrder): void {
  let at = orders.length;
  while (at > 0 && isBefore(order, orders[at - 1]!)) at--;
  orders.splice(at, 0, order);
}

/** Ids are numbers, too large for one: the longer is the greater. */
function isBefore(a: EncodedOrder, b: EncodedOrder): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.id.length !== b.id.length) return a.id.length < b.id.length;
  return a.id < b.id;
}
