import type { EncodedOrder } from "../encode/encoded-order.ts";
import type { ClusterId, KnownOrder } from "./identity-index.ts";

/** A cluster as it came to be, and what it has become part of. */
export type ClusterNode = { readonly id: ClusterId; partOf: ClusterNode | null };

/** What a cluster has become part of, however many steps led there; itself when of nothing. */
export function rootOf<Node extends ClusterNode & { partOf: Node | null }>(node: Node): Node {
  let root = node;
  while (root.partOf) root = root.partOf;
  return root;
}

/** An order of an index: its cluster is what the one it was placed in has become part of by the time one asks. */
export class HeldOrder implements KnownOrder {
  readonly order: EncodedOrder;
  #node: ClusterNode;

  constructor(order: EncodedOrder, node: ClusterNode) {
    this.order = order;
    this.#node = node;
  }

  get cluster(): ClusterId {
    if (this.#node.partOf) this.#node = rootOf(this.#node);
    return this.#node.id;
  }
}
