import type { Deps } from "#app/infra/deps.server.ts";

/** Codes, and how many there are of which these were taken; null when nobody has counted them. */
export type CodesRead = { codes: string[]; of: number | null };

/**
 * Public codes and those of lists, the ones somebody thought of, newest first: at most so many, evenly taken from all
 * that there are.
 */
export async function readSavedCodes(deps: Deps, shopId: number, most: number): Promise<CodesRead> {
  const { rows } = await deps.database.pool.query<{ code: string; total: number }>(SAVED, [
    shopId,
    most,
  ]);
  return { codes: rows.map(({ code }) => code), of: rows[0]?.total ?? 0 };
}

/** One where the count of those taken goes up by one: exactly so many, in even steps. */
const SAVED = `
  WITH saved AS (
    SELECT k.code, row_number() OVER (ORDER BY k.id DESC) AS at, count(*) OVER () AS total
    FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
    WHERE k.shop_id = $1 AND c.code_kind IN ('public', 'list')
  )
  SELECT code, total::int FROM saved
  WHERE total <= $2::bigint OR at * $2::bigint / total > (at - 1) * $2::bigint / total
  ORDER BY at`;
