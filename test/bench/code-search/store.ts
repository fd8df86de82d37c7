import { codeSpaceOf } from "#app/services/code/code-space.server.ts";
import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import { dimensionSetIds } from "#app/services/naming/dimension-sets.server.ts";
import type { BenchShop } from "../bench-deps.ts";

const SEASONS = ["SPRING", "SUMMER", "AUTUMN", "WINTER", "XMAS", "EASTER"];
const YEARS = ["22", "23", "24", "25", "26"];
const OFFERS = ["FREESHIP", "10OFF", "15OFF", "20OFF"];
const PUBLIC = 400;
const PIECE = 20_000;

/**
 * Fills a shop as years of use do: 120 batches of very different sizes, made one after the other, 400 public codes in
 * between, `total` codes in all. @returns what stands in their names.
 */
export async function fillStore(
  { deps, shop }: BenchShop,
  total: number,
): Promise<{ names: string[] }> {
  const { prisma, pool } = deps.database;
  const convention = await prisma.convention.findFirstOrThrow({ where: { shopId: shop.id } });
  const names = SEASONS.flatMap((season) =>
    YEARS.flatMap((yy) => OFFERS.map((offer) => ({ season, yy, offer }))),
  );
  const sets = await dimensionSetIds(
    prisma,
    shop.id,
    names.map((dimensions) => ({
      conventionId: convention.id,
      version: convention.version,
      dimensions,
    })),
  );
  // The first batch has a tenth, the last a few hundred: sizes fall off as they do in a shop.
  const weights = names.map((_, at) => 1 / (at + 4));
  const sum = weights.reduce((a, b) => a + b, 0);
  const now = new Date();
  for (const [at, { season, yy, offer }] of names.entries()) {
    const name = `${season}${yy}_${offer}`;
    const columns = {
      codePrefix: `${name}-`,
      codeLength: 8,
      codeAlphabet: "safe",
      codeCheck: false,
    };
    const campaign = await prisma.campaign.create({
      data: {
        ...{ shopId: shop.id, id: deps.newId(), number: at + 1, name },
        ...{ dimensionSetId: sets[at] ?? 0, offerKind: "free_shipping", currency: "EUR" },
        ...{ startsAt: now, guestRule: "match", codeKind: "unique", codeCount: 0, ...columns },
        ...{ wanted: "on", revision: 1, syncState: "synced", createdAt: now, updatedAt: now },
        createdBy: "bench",
      },
    });
    const count = Math.round(((total - PUBLIC) * (weights[at] ?? 0)) / sum);
    const code = uniqueCodes(codeSpaceOf(shop, campaign));
    for (let from = 0; from < count; from += PIECE) {
      const codes = Array.from({ length: Math.min(PIECE, count - from) }, (_, i) => code(from + i));
      await pool.query(INSERT, [
        ...[shop.id, campaign.id, codes, campaign.dimensionSetId, now],
        `${name}-`.length + 1,
      ]);
    }
  }
  const publicCodes = Array.from({ length: PUBLIC }, (_, at) => `HANDLE${at}X${(at * 7919) % 97}`);
  const first = await prisma.campaign.findFirstOrThrow({ where: { shopId: shop.id } });
  await pool.query(INSERT, [shop.id, first.id, publicCodes, null, now, null]);
  await pool.query("VACUUM ANALYZE code");
  return { names: names.map(({ season, yy, offer }) => `${season}${yy}_${offer}`) };
}

const INSERT = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, created_at, tail)
  SELECT $1, $2, c, c, 'live', $4, $5, $5, substr(c, $6::int) FROM unnest($3::text[]) AS c`;
