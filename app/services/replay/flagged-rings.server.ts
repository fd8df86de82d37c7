import type pg from "pg";

import type { FlaggedRing, FlaggedUse } from "#app/domain/replay/case-load.ts";
import { ringKeys } from "../backtest/past-rings.server.ts";
import { readDecisions } from "../backtest/ring-facts.server.ts";

const RINGS_AT_ONCE = 500;

/** Uses that are flagged in one way or another, by the rings of those they are by, with what staff decided of these. */
export async function flaggedRings(
  client: pg.PoolClient,
  shopId: number,
  uses: readonly FlaggedUse[],
): Promise<FlaggedRing[]> {
  const people = [...new Set(uses.map(({ personId }) => personId))];
  const keys = await ringKeys(client, shopId, people);
  const rootsOf = Map.groupBy(keys.keys(), (root) => keys.get(root) ?? root);
  const rings = [...Map.groupBy(uses, ({ personId }) => keys.get(personId) ?? personId)];
  const found: FlaggedRing[] = [];
  for (let at = 0; at < rings.length; at += RINGS_AT_ONCE) {
    const some = rings.slice(at, at + RINGS_AT_ONCE);
    const roots = some.map(([key]) => rootsOf.get(key) ?? [key]);
    const decisions = await readDecisions(client, shopId, roots);
    for (const [index, [, theirs]] of some.entries())
      found.push({ uses: theirs, decisions: decisions[index] ?? [] });
  }
  return found;
}
