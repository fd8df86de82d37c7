import { NOBODY_DECIDED, type SettledPeople } from "../cluster/people-words.ts";
import { BLOCKS, furtherKeys, KEYS, type EncodedOrder } from "../encode/encoded-order.ts";
import { decidedPeople, membersWithDecided } from "./decided-people.ts";
import {
  fadedHeat,
  ringsIn,
  type ClusterId,
  type IdentityView,
  type KnownOrder,
  type Place,
  type RingCount,
} from "./identity-index.ts";
import { insertByTime, joinCluster, MEMBERS_MOST, type ClusterStore } from "./join-cluster.ts";
import { isNothing, nothing, type Missing } from "./missing.ts";
import { heatAfter, loadOrders, type Value, type ValueCount, type ValueRow } from "./value-row.ts";
import { HeldOrder, rootOf, type ClusterNode } from "./held-order.ts";
import { HeldValues, type ChangedValue } from "./held-values.ts";

/** What was changed since `takeChanges` was last called. */
export type Changes = {
  scopes: Set<string>;
  placed: { order: EncodedOrder; cluster: ClusterId }[];
  merged: { into: ClusterId; from: ClusterId }[];
};

/**
 * The index of which only parts are in memory: it answers from these and notes what it would have needed. Who asks then
 * loads what is missing and asks again; the answer is the whole index's as soon as nothing is missing. One that is
 * followed from its beginning (`isWhole`) lacks nothing: what is not in memory is nowhere.
 */
export class PartialIndex implements IdentityView {
  readonly scopes = new Map<string, RingCount>();
  clusterCount = 0;
  all: Omit<ValueCount, "clusters"> = { heat: 0, heatAt: 0 };
  readonly #values = new HeldValues();
  readonly #orders = new Map<string, HeldOrder>();
  readonly #clusters = new Map<ClusterId, EncodedOrder[]>();
  /** Orders that were erased and are named by values still. */
  readonly #gone = new Set<string>();
  /** Of clusters whose orders are in memory, and of those that became part of others. */
  readonly #nodes = new Map<ClusterId, ClusterNode>();
  #people = decidedPeople(NOBODY_DECIDED);
  #missing = nothing();
  #changes = noChanges();
  readonly isWhole: boolean;

  constructor({ isWhole = false } = {}) {
    this.isWhole = isWhole;
  }

  /** How many orders and values are held. */
  get size(): number {
    return this.#orders.size + this.#values.size;
  }

  /** How often something was asked for that is not loaded. */
  #misses = 0;

  takeMissing(): Missing | null {
    const missing = this.#missing;
    if (isNothing(missing)) return null;
    this.#missing = nothing();
    return missing;
  }

  /** `opened`: values that are new. */
  takeChanges(): Changes & { opened: ChangedValue[] } {
    const changes = this.#changes;
    this.#changes = noChanges();
    return { ...changes, opened: this.#values.takeOpened() };
  }

  /** The changed values that are not new, since this was last called. */
  takeRecounted(): ChangedValue[] {
    return this.#values.takeRecounted();
  }

  /** Takes in a value as it is stored; null: it is not. */
  loadValue(key: number, row: ValueRow | null): void {
    this.#values.load(key, row);
  }

  /** Takes in an order as it is stored. */
  load(order: EncodedOrder, cluster: ClusterId): void {
    if (this.#orders.has(order.id)) return;
    this.#orders.set(order.id, new HeldOrder(order, this.#nodeOf(cluster)));
  }

  /** Takes in a cluster's newest members, oldest first; none: there is no such cluster. */
  loadCluster(cluster: ClusterId, members: readonly EncodedOrder[]): void {
    if (!this.#clusters.has(cluster)) this.#clusters.set(cluster, [...members]);
    for (const member of members) this.load(member, cluster);
  }

  /** Takes in a scope's count as it is stored. */
  loadScope(scope: string, count: RingCount): void {
    if (!this.scopes.has(scope)) this.scopes.set(scope, count);
  }

  loadGone(id: string): void {
    this.#gone.add(id);
  }

  hasOrder(id: string): boolean {
    return this.#orders.has(id);
  }

  /** What a cluster has become part of since it was stored; itself when of nothing. */
  rootOf(cluster: ClusterId): ClusterId {
    const node = this.#nodes.get(cluster);
    return node ? rootOf(node).id : cluster;
  }

  /** What staff have decided on accounts from now on. */
  setPeople(people: SettledPeople): void {
    this.#people = decidedPeople(people);
  }

  total(at: number) {
    const { heat, heatAt } = this.all;
    return { clusters: this.clusterCount, heat: fadedHeat(heat, heatAt, at) };
  }

  countOf(key: number, at: number) {
    const row = this.#valueOf(key);
    return row
      ? { clusters: row.clusters, heat: fadedHeat(row.heat, row.heatAt, at) }
      : { clusters: 0, heat: 0 };
  }

  clustersOf(key: number): number {
    return this.#valueOf(key)?.clusters ?? 0;
  }

  newest(key: number, most: number): readonly KnownOrder[] {
    const value = this.#valueOf(key);
    const found = value ? this.#ordersOf(value) : NONE;
    return found.length > most ? found.slice(0, most) : found;
  }

  membersOf(cluster: ClusterId, most: number): EncodedOrder[] {
    return membersWithDecided(cluster, most, this.#people, {
      membersOf: (each) => this.#membersOf(each) ?? [],
      newest: (key, newest) => this.newest(key, newest),
    });
  }

  ringsOf(scope: string): RingCount {
    const known = this.scopes.get(scope);
    if (!known) this.#lack("scopes", scope);
    return known ?? { uses: 0, rings: 0 };
  }

  areApart(order: EncodedOrder, cluster: ClusterId): boolean {
    if (!this.#people.hasApart(order)) return false;
    return this.#people.areApart(order, this.#membersOf(cluster) ?? []);
  }

  accountsOf(order: EncodedOrder): readonly number[] {
    return this.#people.accountsOf(order);
  }

  /** Notes as missing whatever adding the order there would need. @returns whether nothing is. */
  canAdd(order: EncodedOrder, { cluster, absorbed }: Place): boolean {
    const before = this.#misses;
    this.#touch(order);
    this.#membersOf(cluster);
    for (const other of absorbed)
      for (const member of this.#membersOf(other) ?? []) this.#touch(member);
    if (order.campaign !== null) this.ringsOf(order.campaign);
    for (const { campaign } of order.further) this.ringsOf(campaign);
    return this.#misses === before;
  }

  /** Adds an order where it was placed; everything `canAdd` asks for is loaded. */
  add(order: EncodedOrder, place: Place): void {
    for (const [campaign, isRing] of ringsIn(order, place)) {
      const { uses, rings } = this.ringsOf(campaign);
      this.scopes.set(campaign, { uses: uses + 1, rings: rings + (isRing ? 1 : 0) });
      this.#changes.scopes.add(campaign);
    }
    joinCluster(this.#store, order, place);
  }

  readonly #store: ClusterStore = {
    members: (cluster) => {
      const members = this.#membersOf(cluster);
      return members && members.length > 0 ? members : null;
    },
    open: (cluster, at) => {
      this.#clusters.set(cluster, []);
      this.clusterCount++;
      this.all = heatAfter(this.all, at, 1);
    },
    append: (cluster, order) => {
      const root = this.rootOf(cluster);
      insertByTime(this.#clusters.get(root)!, order);
      const known = new HeldOrder(order, this.#nodeOf(root));
      this.#orders.set(order.id, known);
      this.#changes.placed.push({ order, cluster: root });
      for (let place = 0; place < BLOCKS; place++) {
        const key = order.keys[place]!;
        if (key !== 0) this.#values.post(key, known);
      }
      for (const key of furtherKeys(order, BLOCKS)) this.#values.post(key, known);
    },
    merge: (into, from) => {
      const [one, other] = [this.rootOf(into), this.rootOf(from)];
      const members = this.#clusters.get(one)!;
      for (const member of this.#clusters.get(other)!) insertByTime(members, member);
      this.#clusters.delete(other);
      this.#nodeOf(other).partOf = this.#nodeOf(one);
      this.#changes.merged.push({ into: one, from: other });
      this.clusterCount--;
    },
    change: (key, at, by) => this.#values.count(key, at, by),
    isApart: (order, members) => this.#people.areApart(order, members),
  };

  #membersOf(cluster: ClusterId): readonly EncodedOrder[] | null {
    const root = this.rootOf(cluster);
    const members = this.#clusters.get(root);
    if (!members) this.#lack("clusters", root);
    return members && members.length > MEMBERS_MOST
      ? members.slice(-MEMBERS_MOST)
      : (members ?? null);
  }

  #valueOf(key: number): Value | undefined {
    const value = this.#values.get(key);
    if (!value && !this.isWhole) {
      this.#misses++;
      this.#missing.keys.add(key);
    }
    return value;
  }

  /** The orders of a value that there are; those that are not loaded are noted as missing. */
  #ordersOf(value: Value): readonly KnownOrder[] {
    if (value.orders !== null) return value.orders;
    const before = this.#misses;
    const found: KnownOrder[] = [];
    for (const id of value.newest ?? []) {
      const known = this.#orders.get(id);
      if (known) found.push(known);
      else if (!this.#gone.has(id)) this.#lack("orders", id);
    }
    if (this.#misses === before) loadOrders(value, found);
    return found;
  }

  #nodeOf(cluster: ClusterId): ClusterNode {
    const known = this.#nodes.get(cluster);
    if (known) return known;
    const node = { id: cluster, partOf: null };
    this.#nodes.set(cluster, node);
    return node;
  }

  #lack(kind: "orders" | "clusters" | "scopes", id: string): void {
    if (this.isWhole) return;
    this.#misses++;
    this.#missing[kind].add(id);
  }

  #touch(order: EncodedOrder): void {
    for (let place = 0; place < KEYS; place++) {
      const key = order.keys[place]!;
      if (key !== 0) this.#valueOf(key);
    }
    for (const key of furtherKeys(order, KEYS)) this.#valueOf(key);
  }
}

const NONE: readonly KnownOrder[] = [];

function noChanges(): Changes {
  return { scopes: new Set(), placed: [], merged: [] };
}
