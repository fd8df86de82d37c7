import type pg from "pg";

import { componentsOf } from "#app/domain/case/components.ts";
import { isOnePerson } from "#app/domain/case/graph.ts";
import { linkedPeople, linksAmong } from "../case/linked-people.server.ts";

/**
 * Everybody who could be flagged: with an order whose shipped score is `from` or more, or that the exact rule flagged.
 * Those whom links hold together stand together; each list holds roots, and only those who could be flagged.
 */
export async function pastRings(
  client: pg.PoolClient,
  shopId: number,
  from: number,
): Promise<string[][]> {
  const { rows } = await client.query<{ root: string }>(PEOPLE, [shopId, from]);
  const people = rows.map(({ root }) => root);
  const rings = await ringKeys(client, shopId, people);
  return [...Map.groupBy(people, (root) => rings.get(root) ?? root).values()];
}

/** These people and all whom links hold together with them, by their roots; those of one ring have one key. */
export async function ringKeys(
  client: pg.PoolClient,
  shopId: number,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const reached = await linkedPeople(client, shopId, people);
  const links = (await linksAmong(client, shopId, reached)).filter(isOnePerson);
  return componentsOf(
    reached,
    links.map(({ low, high }) => [low, high] as const),
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  );
}

/** In the order in which they came. */
const PEOPLE = `
  WITH found AS (
    SELECT order_id FROM identity_order WHERE shop_id = $1 AND score >= $2
    UNION
    SELECT order_id FROM flag WHERE shop_id = $1 AND kind = 'overshoot' AND state <> 'withdrawn'
  )
  SELECT COALESCE(p.root_id, p.id)::text AS root
  FROM found f
  JOIN shop_order o ON o.shop_id = $1 AND o.id = f.order_id
  JOIN person p ON p.shop_id = $1 AND p.id = o.person_id
  WHERE NOT o.test
  GROUP BY 1 ORDER BY min(o.placed_at), 1`;
