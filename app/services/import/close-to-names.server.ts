import type pg from "pg";

import { COMPARED_CAMPAIGNS, SHOWN_PAIRS } from "#app/domain/code/import.ts";
import { oneEditKeys } from "#app/domain/code/look-alike.ts";

export type Pair = { code: string; other: string };

/** Names looked up at once: some ten thousand keys. */
const AT_ONCE = 20;
const FOUND_PER_KEY = 3;

/**
 * Codes of an import one letter away from a campaign's name, which is its public code or what its unique codes begin
 * with. A shop has few names and a file may have a million codes: so it is the file that is looked things up in.
 */
export async function closeToNames(
  client: pg.PoolClient,
  shopId: number,
  importId: string,
): Promise<Pair[]> {
  const { rows: campaigns } = await client.query<{ name: string }>(NAMES, [
    shopId,
    COMPARED_CAMPAIGNS,
  ]);
  const pairs: Pair[] = [];
  for (let at = 0; at < campaigns.length && pairs.length < SHOWN_PAIRS; at += AT_ONCE) {
    const looked = campaigns
      .slice(at, at + AT_ONCE)
      .flatMap(({ name }) => oneEditKeys(name).map((key) => ({ key, name })));
    const keys = looked.map(({ key }) => key);
    const names = looked.map(({ name }) => name);
    const found = await client.query<Pair>(CLOSE, [shopId, importId, keys, names, FOUND_PER_KEY]);
    pairs.push(...found.rows);
  }
  return pairs;
}

const NAMES = `SELECT name FROM campaign WHERE shop_id = $1 ORDER BY number DESC LIMIT $2`;

/** Key by key through the index, whatever the planner thinks of a table that was filled a moment ago. */
const CLOSE = `
  SELECT r.code, k.name AS other
  FROM unnest($3::text[], $4::text[]) AS k (key, name)
  CROSS JOIN LATERAL (
    SELECT code FROM code_import_row
    WHERE shop_id = $1 AND import_id = $2 AND look_alike_key = k.key AND problem IS NULL
    LIMIT $5
  ) AS r`;
