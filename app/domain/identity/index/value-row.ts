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

/** `orders`: those of `newest` that there are, once all are loaded; under their roots after so many `merges`. */
export type Value = ValueRow & { orders: readonly KnownOrder[] | null; merges: number };

export const NO_ROW: ValueRow = { clusters: 0, heat: 0, heatAt: 0, newest: [] };

export function valueOf(row: ValueRow): Value {
  return { ...row, orders: row.newest.length === 0 ? [] : null, merges: 0 };
}

/** Counts a cluster more, or one less, with the value. */
export function countCluster(value: Value, at: number, by: 1 | -1): void {
  value.clusters = Math.max(0, value.clusters + by);
  Object.assign(value, heatAfter(value, at, by));
}

export function heatAfter(row: { heat: number; heatAt: number }, at: number, by: 1 | -1) {
  const heat = Math.max(0, fadedHeat(row.heat, row.heatAt, at) + by);
  return { heat, heatAt: Math.max(at, row.heatAt) };
}

/** Puts the newest order first. Lists are handed out: they are made anew, never changed. */
export function postOrder(value: Value, known: KnownOrder): void {
  const pushedOut = value.newest[NEWEST_MOST - 1];
  value.newest = [known.order.id, ...value.newest.slice(0, NEWEST_MOST - 1)];
  if (!value.orders) return;
  const kept = value.orders.at(-1)?.order.id === pushedOut ? -1 : undefined;
  value.orders = [known, ...value.orders.slice(0, kept)];
}
