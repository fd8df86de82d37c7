import { fadedHeat, type KnownOrder } from "./identity-index.ts";

/** Orders kept for a value, newest first: more are never asked for. */
export const NEWEST_MOST = 40;

/** A value's row: what was counted at `heatAt` (ms), and the newest orders that have it, newest first. */
export type ValueRow = {
  clusters: number;
  heat: number;
  heatAt: number;
  newest: readonly string[];
};

/** A row without its orders. */
export type ValueCount = Omit<ValueRow, "newest">;

/**
 * `orders`: those of `newest` that there are, once all are loaded. `newest` is null then, unless some of it are no more:
 * those still take up its places. `isStored`: whether it has a row. `posted`: the orders, oldest first, that came since it
 * was last taken to be written; null: nothing of it was changed since.
 */
export type Value = ValueCount & {
  isStored: boolean;
  posted: string[] | null;
  newest: readonly string[] | null;
  orders: readonly KnownOrder[] | null;
};

export const NO_ROW: ValueRow = { clusters: 0, heat: 0, heatAt: 0, newest: [] };

export function valueOf({ clusters, heat, heatAt, newest }: ValueRow, isStored: boolean): Value {
  const isEmpty = newest.length === 0;
  return {
    ...{ isStored, clusters, heat, heatAt, posted: null },
    ...(isEmpty ? { newest: null, orders: NONE } : { newest, orders: null }),
  };
}

const NONE: readonly KnownOrder[] = [];

/** Counts a cluster more, or one less, with the value. */
export function countCluster(value: ValueCount, at: number, by: 1 | -1): void {
  value.clusters = Math.max(0, value.clusters + by);
  const { heat, heatAt } = heatAfter(value, at, by);
  value.heat = heat;
  value.heatAt = heatAt;
}

export function heatAfter(row: { heat: number; heatAt: number }, at: number, by: 1 | -1) {
  const heat = Math.max(0, fadedHeat(row.heat, row.heatAt, at) + by);
  return { heat, heatAt: Math.max(at, row.heatAt) };
}

/** All of a value's orders that there are. */
export function loadOrders(value: Value, orders: readonly KnownOrder[]): void {
  value.orders = orders;
  if (orders.length === value.newest?.length) value.newest = null;
}

/** Puts the newest order first. Lists are handed out: they are made anew, never changed. */
export function postOrder(value: Value, known: KnownOrder): void {
  const { newest, orders } = value;
  if (newest) value.newest = [known.order.id, ...newest.slice(0, NEWEST_MOST - 1)];
  if (!orders) return;
  const isLastOut = newest
    ? orders.at(-1)?.order.id === newest[NEWEST_MOST - 1]
    : orders.length === NEWEST_MOST;
  value.orders = [known, ...(isLastOut ? orders.slice(0, -1) : orders)];
}
