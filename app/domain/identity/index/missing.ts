import type { ClusterId } from "./identity-index.ts";

/** What has been asked of an index and is not loaded yet. `clusters` need their newest members. */
export type Missing = {
  keys: Set<number>;
  orders: Set<string>;
  clusters: Set<ClusterId>;
  scopes: Set<string>;
};

export function nothing(): Missing {
  return { keys: new Set(), orders: new Set(), clusters: new Set(), scopes: new Set() };
}

export function isNothing({ keys, orders, clusters, scopes }: Missing): boolean {
  return keys.size + orders.size + clusters.size + scopes.size === 0;
}
