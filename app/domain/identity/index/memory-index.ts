import { NOBODY_DECIDED } from "../cluster/people-words.ts";
import { BLOCKS, furtherKeys, type EncodedOrder } from "../encode/encoded-order.ts";
import { decidedPeople, membersWithDecided } from "./decided-people.ts";
import {
  fadedHeat,
  ringsIn,
  type ClusterId,
  type Count,
  type IdentityIndex,
  type KnownOrder,
  type RingCount,
} from "./identity-index.ts";
import { insertByTime, joinCluster, MEMBERS_MOST, type ClusterStore } from "./join-cluster.ts";
import { numberTable } from "./number-table.ts";
import { HeldOrder, rootOf } from "./held-order.ts";

type Cluster = { readonly id: ClusterId; members: EncodedOrder[]; partOf: Cluster | null };

/** The index in memory: for backtests and benches. A shop's own lies in PostgreSQL and answers the same (`PartialIndex`). */
export function memoryIndex(): IdentityIndex {
  const orders: HeldOrder[] = [];
  const clusters = new Map<ClusterId, Cluster>();
  const counts = countTable();
  const postings = postingLists();
  let people = decidedPeople(NOBODY_DECIDED);
  const rings = new Map<string, RingCount>();
  let clusterCount = 0;

  const clusterById = (id: ClusterId) => {
    const known = clusters.get(id);
    return known ? rootOf(known) : null;
  };
  const store: ClusterStore = {
    members: (id) => clusterById(id)?.members.slice(-MEMBERS_MOST) ?? null,
    open(id, at) {
      clusters.set(id, { id, members: [], partOf: null });
      clusterCount++;
      counts.change(TOTAL, at, 1);
    },
    append(id, order) {
      const cluster = clusterById(id)!;
      insertByTime(cluster.members, order);
      const index = orders.push(new HeldOrder(order, cluster)) - 1;
      for (let place = 0; place < BLOCKS; place++) {
        const key = order.keys[place]!;
        if (key !== 0) postings.add(key, index);
      }
      for (const key of furtherKeys(order, BLOCKS)) postings.add(key, index);
    },
    merge(into, from) {
      const [one, other] = [clusterById(into)!, clusterById(from)!];
      for (const member of other.members) insertByTime(one.members, member);
      other.members = [];
      other.partOf = one;
      clusterCount--;
    },
    change: counts.change,
    isApart: (order, members) => people.areApart(order, members),
  };
  const newest = (key: number, most: number) =>
    postings.newest(key, most).map((index): KnownOrder => orders[index]!);
  const membersOf = (id: ClusterId) => clusterById(id)?.members ?? [];

  return {
    total: (at) => ({ ...counts.of(TOTAL, at), clusters: clusterCount }),
    countOf: (key, at) => counts.of(key, at),
    clustersOf: (key) => counts.clustersOf(key),
    newest,
    membersOf: (id, most) => membersWithDecided(id, most, people, { membersOf, newest }),
    areApart: (order, id) =>
      people.hasApart(order) && store.isApart(order, store.members(id) ?? []),
    accountsOf: (order) => people.accountsOf(order),
    setPeople: (decided) => void (people = decidedPeople(decided)),
    ringsOf: (campaign) => rings.get(campaign) ?? { uses: 0, rings: 0 },
    add(order, place) {
      for (const [campaign, isRing] of ringsIn(order, place)) {
        const so = rings.get(campaign) ?? { uses: 0, rings: 0 };
        rings.set(campaign, { uses: so.uses + 1, rings: so.rings + (isRing ? 1 : 0) });
      }
      joinCluster(store, order, place);
    },
  };
}

/** Counts all clusters together; keys start at 1. */
const TOTAL = 0.5;

function countTable() {
  const table = numberTable();
  let clusters = new Int32Array(1 << 12);
  let heat = new Float64Array(1 << 12);
  let heatAt = new Float64Array(1 << 12);
  const faded = (slot: number, at: number) => fadedHeat(heat[slot]!, heatAt[slot]!, at);
  return {
    of(key: number, at: number): Count {
      const slot = table.slotOf(key);
      return slot < 0
        ? { clusters: 0, heat: 0 }
        : { clusters: clusters[slot]!, heat: faded(slot, at) };
    },
    clustersOf(key: number): number {
      const slot = table.slotOf(key);
      return slot < 0 ? 0 : clusters[slot]!;
    },
    change(key: number, at: number, by: 1 | -1): void {
      const slot = table.ensure(key);
      if (slot >= clusters.length) {
        clusters = longer(clusters, new Int32Array(clusters.length * 2));
        heat = longer(heat, new Float64Array(heat.length * 2));
        heatAt = longer(heatAt, new Float64Array(heatAt.length * 2));
      }
      clusters[slot] = Math.max(0, clusters[slot]! + by);
      heat[slot] = Math.max(0, faded(slot, at) + by);
      heatAt[slot] = Math.max(at, heatAt[slot]!);
    },
  };
}

/** Of each key the orders that have it, as chains from the newest back. */
function postingLists() {
  const table = numberTable();
  let heads = new Int32Array(1 << 12);
  let order = new Int32Array(1 << 12);
  let older = new Int32Array(1 << 12);
  let size = 0;
  return {
    add(key: number, index: number): void {
      const slot = table.ensure(key);
      if (slot >= heads.length) heads = longer(heads, new Int32Array(heads.length * 2));
      if (size === order.length) {
        order = longer(order, new Int32Array(size * 2));
        older = longer(older, new Int32Array(size * 2));
      }
      order[size] = index;
      older[size] = heads[slot]! - 1;
      heads[slot] = ++size;
    },
    newest(key: number, most: number): number[] {
      const found: number[] = [];
      const slot = table.slotOf(key);
      let at = slot < 0 ? -1 : heads[slot]! - 1;
      while (at >= 0 && found.length < most) {
        found.push(order[at]!);
        at = older[at]!;
      }
      return found;
    },
  };
}

function longer<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
