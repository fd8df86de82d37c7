import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  partition,
  type Apart,
  type Edge,
  type Node,
} from "#app/domain/identity/cluster/partition.ts";

const nodes: Node[] = Array.from({ length: 8 }, (_, i) => ({
  orderId: `o${i}`,
  account: `a${i % 6}`,
}));
const edge = fc.record({
  a: fc.constantFrom(...nodes.map((n) => n.orderId)),
  b: fc.constantFrom(...nodes.map((n) => n.orderId)),
  bits: fc.integer({ min: 1, max: 20 }),
});
const pair: fc.Arbitrary<Apart> = fc
  .tuple(
    fc.constantFrom("a0", "a1", "a2", "a3", "a4", "a5"),
    fc.constantFrom("a0", "a1", "a2", "a3", "a4", "a5"),
  )
  .filter(([a, b]) => a !== b);

describe("a component cut anew", () => {
  it("splits along its weakest link", () => {
    const edges: Edge[] = [
      { a: "o0", b: "o1", bits: 9 },
      { a: "o1", b: "o2", bits: 2 },
      { a: "o2", b: "o3", bits: 8 },
    ];
    const whole = partition(nodes.slice(0, 4), edges, []);
    expect(new Set(whole.values()).size).toBe(1);
    const cut = partition(nodes.slice(0, 4), edges, [["a0", "a3"]]);
    expect(cut.get("o0")).toBe(cut.get("o1"));
    expect(cut.get("o2")).toBe(cut.get("o3"));
    expect(cut.get("o0")).not.toBe(cut.get("o3"));
  });

  it("never brings together who was put apart, whatever the links", () => {
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 30 }),
        fc.array(pair, { maxLength: 4 }),
        (edges, apart) => {
          const clusters = partition(nodes, edges, apart);
          for (const [x, y] of apart)
            for (const one of nodes.filter(({ account }) => account === x))
              for (const other of nodes.filter(({ account }) => account === y))
                expect(clusters.get(one.orderId)).not.toBe(clusters.get(other.orderId));
        },
      ),
    );
  });

  it("does not depend on the order in which links became known", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(edge, { maxLength: 20, selector: ({ a, b }) => [a, b].sort().join() }),
        fc.array(pair, { maxLength: 3 }),
        (edges, apart) => {
          expect(partition(nodes, [...edges].reverse(), apart)).toEqual(
            partition(nodes, edges, apart),
          );
        },
      ),
    );
  });
});
