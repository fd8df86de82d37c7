import { systemActor } from "#app/domain/access/actor.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { refitScale } from "./refit-scale.server.ts";

/** So many decisions more, or fewer, than a shop's scale was fitted to, and it is fitted again. */
const REFIT_AFTER = 10;

/** Fits the scales of shops whose staff have decided enough since. */
export async function refitScales(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<{ shopId: number }>(DUE, [REFIT_AFTER]);
  for (const { shopId } of rows) await refitScale(deps, systemActor(shopId, "calibration"));
}

/** Counted as `readVerdicts` does. */
const DUE = `
  SELECT v.shop_id AS "shopId" FROM (
    SELECT shop_id, count(DISTINCT (COALESCE(case_id, id), decision)) AS verdicts FROM flag
    WHERE state = 'reviewed' AND COALESCE(raw_score, score) IS NOT NULL
      AND decision IN ('fine', 'same_household', 'abuse')
    GROUP BY shop_id
  ) v
  LEFT JOIN LATERAL (
    SELECT s.verdicts FROM score_scale s WHERE s.shop_id = v.shop_id ORDER BY s.version DESC LIMIT 1
  ) s ON true
  WHERE abs(v.verdicts - COALESCE(s.verdicts, 0)) >= $1 ORDER BY 1`;
