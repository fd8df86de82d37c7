export type Edge = readonly [string, string];

/**
 * Which of these belong together, as the edges say: by each name the first, in the order of `compare`, of its component.
 * The order of names and edges does not matter.
 */
export function componentsOf(
  names: Iterable<string>,
  edges: Iterable<Edge>,
  compare: (a: string, b: string) => number,
): Map<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = name; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const [a, b] of edges) {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other) continue;
    const isFirst = compare(one, other) < 0;
    parent.set(isFirst ? other : one, isFirst ? one : other);
  }
  return new Map([...names].map((name) => [name, rootOf(name)]));
}
