import type pg from "pg";

import {
  COMPARED_AMONG,
  COMPARED_WITH_CODES,
  SHOWN_PAIRS,
  type ImportSummary,
} from "#app/domain/code/import.ts";
import { describeLookAlike, lookAlikesAmong, oneEditKeys } from "#app/domain/code/look-alike.ts";
import { closeToNames, type Pair } from "./close-to-names.server.ts";

/** What was noticed about the good codes of an import. */
export type ImportFindings = Pick<ImportSummary, "lookAlikes" | "conventions">;

/** Pairs a shopper could confuse, and which conventions explain how many codes. */
export async function findFindings(
  client: pg.PoolClient,
  shopId: number,
  id: string,
): Promise<ImportFindings> {
  const values = [shopId, id];
  const { rows: conventions } = await client.query<{ name: string; codes: number }>(
    CONVENTIONS,
    values,
  );
  const { rows: same } = await client.query<Pair>(SAME_LOOKS, [...values, SHOWN_PAIRS]);
  const { rows: few } = await client.query<{ code: string }>(GOOD, [...values, COMPARED_AMONG + 1]);
  const codes = few.length > COMPARED_AMONG ? [] : few.map(({ code }) => code);
  const close = codes.length > COMPARED_WITH_CODES ? [] : await closeInShop(client, shopId, codes);
  const named = await closeToNames(client, shopId, id);
  const pairs = new Map<string, ImportSummary["lookAlikes"][number]>();
  for (const { code, other } of [...same, ...named, ...close, ...lookAlikesAmong(codes)]) {
    const why = describeLookAlike(code, other);
    if (why !== null) pairs.set([code, other].sort().join(" "), { code, other, why });
  }
  return { lookAlikes: [...pairs.values()].slice(0, SHOWN_PAIRS), conventions };
}

/** Codes of the shop one letter away from a code, found by what they would have to look like. */
async function closeInShop(
  client: pg.PoolClient,
  shopId: number,
  codes: readonly string[],
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const code of codes) {
    const { rows } = await client.query<{ other: string }>(CLOSE, [shopId, oneEditKeys(code)]);
    for (const { other } of rows) pairs.push({ code, other });
    if (pairs.length >= SHOWN_PAIRS) break;
  }
  return pairs;
}

const CONVENTIONS = `
  SELECT v.name, count(*)::int AS codes
  FROM code_import_row r
  JOIN convention v ON v.shop_id = r.shop_id AND v.id = r.convention_id AND v.version = r.convention_version
  WHERE r.shop_id = $1 AND r.import_id = $2 AND r.problem IS NULL
  GROUP BY v.name ORDER BY codes DESC, v.name`;

const GOOD = `
  SELECT code FROM code_import_row WHERE shop_id = $1 AND import_id = $2 AND problem IS NULL ORDER BY ordinal LIMIT $3`;

const SAME_LOOKS = `
  (SELECT min(code) AS code, max(code) AS other FROM code_import_row
   WHERE shop_id = $1 AND import_id = $2 AND problem IS NULL
   GROUP BY look_alike_key HAVING count(*) > 1 LIMIT $3)
  UNION ALL
  (SELECT r.code, k.code AS other FROM code_import_row r
   JOIN code k ON k.shop_id = r.shop_id AND k.look_alike_key = r.look_alike_key AND k.assigned_until IS NULL
   WHERE r.shop_id = $1 AND r.import_id = $2 AND r.problem IS NULL LIMIT $3)
  UNION ALL
  (SELECT r.code, c.name AS other FROM code_import_row r
   JOIN campaign c ON c.shop_id = r.shop_id AND c.look_alike_key = r.look_alike_key
   WHERE r.shop_id = $1 AND r.import_id = $2 AND r.problem IS NULL LIMIT $3)`;

const CLOSE = `
  SELECT code AS other FROM code
  WHERE shop_id = $1 AND look_alike_key = ANY ($2::text[]) AND assigned_until IS NULL LIMIT 5`;
