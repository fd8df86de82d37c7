import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import { codeSpaceOf } from "#app/services/code/code-space.server.ts";
import type { BenchShop } from "../bench-deps.ts";
import { addUniqueCampaign } from "../codes-make/unique-campaign.ts";

const SEASONS = ["SPRING", "SUMMER", "AUTUMN", "WINTER", "XMAS", "EASTER"];
const YEARS = ["22", "23", "24", "25", "26"];
const OFFERS = ["FREESHIP", "10OFF", "15OFF", "20OFF"];
const PUBLIC = 400;
const PIECE = 20_000;

/**
 * Fills a shop as years of use do: 120 batches of very different sizes, made one after the other, and 400 public codes,
 * `total` codes in all. @returns the campaigns' dimensions, the largest campaign first.
 */
export async function fillStore(
  bench: BenchShop,
  total: number,
): Promise<Record<string, string>[]> {
  const { deps, shop } = bench;
  const { pool } = deps.database;
  const all = SEASONS.flatMap((season) =>
    YEARS.flatMap((yy) => OFFERS.map((offer) => ({ season, yy, offer }))),
  );
  // The first batch has a tenth, the last a few hundred: sizes fall off as they do in a shop.
  const weights = all.map((_, at) => 1 / (at + 4));
  const sum = weights.reduce((a, b) => a + b, 0);
  const now = deps.now();
  const publicCodes = Array.from({ length: PUBLIC }, (_, at) => `HANDLE${at}X${(at * 7919) % 97}`);
  for (const [at, dimensions] of all.entries()) {
    const { season, yy, offer } = dimensions;
    const name = `${season}${yy}_${offer}`;
    const campaign = await addUniqueCampaign(bench, { number: at + 1, name, dimensions });
    const count = Math.round(((total - PUBLIC) * (weights[at] ?? 0)) / sum);
    const code = uniqueCodes(codeSpaceOf(shop, campaign));
    const known = [shop.id, campaign.id];
    for (let from = 0; from < count; from += PIECE) {
      const serials = Array.from({ length: Math.min(PIECE, count - from) }, (_, i) => from + i);
      const tailFrom = name.length + 2;
      const made = [serials.map(code), campaign.dimensionSetId, now, tailFrom];
      await pool.query(INSERT, [...known, ...made]);
    }
    if (at === 0) await pool.query(INSERT, [...known, publicCodes, null, now, null]);
  }
  await pool.query(USED, [shop.id]);
  await pool.query("VACUUM ANALYZE code");
  return all;
}

/** One in two hundred, as of codes that are mailed. */
const USED = "UPDATE code SET is_used = true WHERE shop_id = $1 AND id % 200 = 0";

const INSERT = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, created_at, tail)
  SELECT $1, $2, c, c, 'live', $4, $5, $5, substr(c, $6::int) FROM unnest($3::text[]) AS c`;
