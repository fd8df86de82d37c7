import type { ClusterId } from "../index/identity-index.ts";

/** An order of a component, oldest first, with the account it was made under (its mailbox's key, or the order's own id). */
export type Node = { orderId: string; account: string };
export type Edge = { a: string; b: string; bits: number };
/** Two accounts that somebody has said are different people. */
export type Apart = readonly [account: string, other: string];

/**
 * Cuts a component anew: links are taken from the strongest on, and none that would bring together accounts that
 * somebody has put apart. So a decision splits a cluster along its weakest links, and it stays split whatever comes.
 * The same links and decisions give the same clusters, in whatever order they became known.
 *
 * @returns of each order the oldest order of its cluster
 */
export function partition(
  nodes: readonly Node[],
  edges: readonly Edge[],
  apart: readonly Apart[],
): Map<string, ClusterId> {
  const clusters = new Map<string, Set<number>>();
  nodes.forEach(({ orderId }, index) => clusters.set(orderId, new Set([index])));
  const strongest = [...edges].sort(
    (x, y) => y.bits - x.bits || compare(x.a, y.a) || compare(x.b, y.b),
  );
  for (const { a, b } of strongest) {
    const [one, other] = [clusters.get(a), clusters.get(b)];
    if (!one || !other || one === other || areApart(nodes, one, other, apart)) continue;
    for (const index of other) {
      one.add(index);
      clusters.set(nodes[index]!.orderId, one);
    }
  }
  return new Map(
    nodes.map(({ orderId }) => [orderId, nodes[Math.min(...clusters.get(orderId)!)]!.orderId]),
  );
}

function areApart(
  nodes: readonly Node[],
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
  apart: readonly Apart[],
): boolean {
  if (apart.length === 0) return false;
  const accounts = (of: ReadonlySet<number>) =>
    new Set([...of].map((index) => nodes[index]!.account));
  const [here, there] = [accounts(one), accounts(other)];
  return apart.some(([x, y]) => (here.has(x) && there.has(y)) || (here.has(y) && there.has(x)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
