import { BLOCKS, KEY, KEYS, type EncodedOrder } from "../encode/encoded-order.ts";
import { DAY_MS } from "../../shared/days.ts";
import {
  HALF_LIFE_DAYS,
  type ClusterId,
  type Count,
  type IdentityIndex,
  type KnownOrder,
  type RingCount,
} from "./identity-index.ts";
import { numberTable } from "./number-table.ts";

/** Members of a cluster that are looked at to tell whether a value is new to it. */
const MEMBERS_COMPARED = 30;

type Cluster = { id: ClusterId; members: EncodedOrder[]; partOf: Cluster | null };

/** The index in memory: for replays, backtests and benches. A shop's own lies in PostgreSQL and answers the same. */
export function memoryIndex(): IdentityIndex {
  const orders: { order: EncodedOrder; cluster: Cluster }[] = [];
  const clusters = new Map<ClusterId, Cluster>();
  const counts = countTable();
  const postings = postingLists();
  const apart = new Map<number, Set<number>>();
  const rings = new Map<string, RingCount>();
  let clusterCount = 0;

  const rootOf = (cluster: Cluster): Cluster => {
    let root = cluster;
    while (root.partOf) root = root.partOf;
    return root;
  };
  const clusterById = (id: ClusterId) => {
    const known = clusters.get(id);
    return known ? rootOf(known) : null;
  };

  const isApart = (order: EncodedOrder, from: Cluster) => {
    const others = apart.get(order.keys[KEY.email]!);
    return (
      others !== undefined && from.members.some((member) => others.has(member.keys[KEY.email]!))
    );
  };

  function absorb(into: Cluster, id: ClusterId): void {
    const other = clusterById(id);
    if (!other || other === into || other.members.some((member) => isApart(member, into))) return;
    for (const member of other.members.slice(-MEMBERS_COMPARED)) {
      forNewKeys(member, other.members, (key) => {
        if (hasKey(into.members, key.value, key.place)) counts.change(key.value, member.at, -1);
      });
    }
    into.members = [...into.members, ...other.members].sort((a, b) => a.at - b.at);
    other.members = [];
    other.partOf = into;
    clusterCount--;
  }

  return {
    total: (at) => ({ ...counts.of(TOTAL, at), clusters: clusterCount }),
    countOf: (key, at) => counts.of(key, at),
    newest: (key, most) =>
      postings.newest(key, most).map((index): KnownOrder => {
        const { order, cluster } = orders[index]!;
        return { order, cluster: rootOf(cluster).id };
      }),
    membersOf: (id, most) => clusterById(id)?.members.slice(-most).reverse() ?? [],
    areApart(order, id) {
      const cluster = clusterById(id);
      return cluster !== null && isApart(order, cluster);
    },
    putApart(account, other) {
      apart.set(account, (apart.get(account) ?? new Set()).add(other));
      apart.set(other, (apart.get(other) ?? new Set()).add(account));
    },
    ringsOf: (campaign) => rings.get(campaign) ?? { uses: 0, rings: 0 },
    add(order, { cluster: id, absorbed, isRing }) {
      if (order.campaign !== null) {
        const so = rings.get(order.campaign) ?? { uses: 0, rings: 0 };
        rings.set(order.campaign, { uses: so.uses + 1, rings: so.rings + (isRing ? 1 : 0) });
      }
      let cluster = clusterById(id);
      if (!cluster) {
        cluster = { id, members: [], partOf: null };
        clusters.set(id, cluster);
        clusterCount++;
        counts.change(TOTAL, order.at, 1);
      }
      for (const other of absorbed) absorb(cluster, other);
      forNewKeys(order, cluster.members, ({ value }) => counts.change(value, order.at, 1));
      cluster.members.push(order);
      const index = orders.push({ order, cluster }) - 1;
      for (let place = 0; place < BLOCKS; place++) {
        const key = order.keys[place]!;
        if (key !== 0) postings.add(key, index);
      }
    },
  };
}

/** Counts all clusters together; keys start at 1. */
const TOTAL = 0.5;

type PlacedKey = { value: number; place: number };

/** Calls for the values of an order that none of the given other orders has. */
function forNewKeys(
  order: EncodedOrder,
  known: readonly EncodedOrder[],
  call: (key: PlacedKey) => void,
): void {
  const compared = known.slice(-MEMBERS_COMPARED).filter((other) => other !== order);
  for (let place = 0; place < KEYS; place++) {
    const value = order.keys[place]!;
    if (value !== 0 && !hasKey(compared, value, place)) call({ value, place });
  }
}

function hasKey(orders: readonly EncodedOrder[], value: number, place: number): boolean {
  return orders.some((order) => order.keys[place] === value);
}

function countTable() {
  const table = numberTable();
  let clusters = new Int32Array(1 << 12);
  let heat = new Float64Array(1 << 12);
  let heatAt = new Float64Array(1 << 12);
  const faded = (slot: number, at: number) => {
    const days = Math.max(0, (at - heatAt[slot]!) / DAY_MS);
    return heat[slot]! * 2 ** (-days / HALF_LIFE_DAYS);
  };
  return {
    of(key: number, at: number): Count {
      const slot = table.slotOf(key);
      return slot < 0
        ? { clusters: 0, heat: 0 }
        : { clusters: clusters[slot]!, heat: faded(slot, at) };
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
