import type { ScaleSummary, ScaleVersion } from "#app/domain/calibration/summary.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/** Which versions fitted the scale and set the threshold that are in force. */
export async function scaleVersions(
  tx: AnyTransaction,
  shopId: number,
): Promise<Pick<ScaleSummary, "fitted" | "thresholdSet">> {
  type Row = Omit<ScaleVersion, "at"> & { at: Date; isThreshold: boolean };
  const rows = await queryIn<Row>(tx, VERSIONS, [shopId, FLAG_FROM]);
  const newest = (wanted: boolean): ScaleVersion | null => {
    const row = rows.find(({ isThreshold }) => isThreshold === wanted);
    return row ? { version: row.version, at: row.at.toISOString(), by: row.by } : null;
  };
  return { fitted: newest(false), thresholdSet: newest(true) };
}

/** The newest of each kind. A version that sets a threshold has another than the one before, and one that is fitted the same. */
const VERSIONS = `
  SELECT DISTINCT ON (v."isThreshold") v.* FROM (
    SELECT version, created_at AS at, created_by AS by,
      flag_from <> lag(flag_from, 1, $2::float8) OVER (ORDER BY version) AS "isThreshold"
    FROM score_scale WHERE shop_id = $1::int
  ) v
  ORDER BY v."isThreshold", v.version DESC`;
