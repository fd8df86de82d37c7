import type pg from "pg";

import { chanceOf, riskOf, type Chance } from "#app/domain/backtest/tally.ts";
import type { Scale } from "#app/domain/calibration/scale.ts";
import { ringKeys } from "./past-rings.server.ts";
import { readRings } from "./ring-facts.server.ts";

/**
 * How likely each of these people (given by their roots) is a good customer: as staff decided of their ring, else by what
 * speaks most against it. Of whom there is neither, nothing speaks against.
 */
export async function goodChances(
  client: pg.PoolClient,
  shopId: number,
  people: readonly string[],
  scale: Scale,
): Promise<Map<string, Chance>> {
  const keys = await ringKeys(client, shopId, people);
  const rings = Map.groupBy(keys.keys(), (root) => keys.get(root) ?? root);
  const read = await readRings(client, shopId, [...rings.values()], scale);
  const chances = new Map(
    [...rings.keys()].map((key, at) => {
      const ring = read[at] ?? { orders: [], decisions: [] };
      return [key, chanceOf(ring, riskOf(ring))];
    }),
  );
  return new Map(
    people.map((root) => [root, chances.get(keys.get(root) ?? root) ?? chanceOf(NOBODY, 0)]),
  );
}

const NOBODY = { decisions: [] };
