import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { fitScale } from "#app/domain/calibration/fit-scale.ts";
import {
  isChosen,
  precisionByBand,
  precisionBySignal,
  precisionOf,
} from "#app/domain/calibration/precision.ts";
import type { CalibrationSummary, DecidedRow, Shown } from "#app/domain/calibration/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { onOwnScale, readVerdicts } from "./read-verdicts.server.ts";
import { scoredVerdicts } from "./refit-scale.server.ts";
import { scaleInForce } from "./scale-in-force.server.ts";
import { unseenUses } from "./unseen-uses.server.ts";

/** Listed one by one. */
const SHOWN = 20;

/** How often flags were right, by their scores on the scale in force, and what they missed. */
export async function readCalibration(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<CalibrationSummary>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  return inTransaction(deps.database.pool, async (client) => {
    const scale = await scaleInForce(client, shopId);
    const found = await readVerdicts(client, shopId);
    const cases = onOwnScale(found, scale.knots);
    const chosen = (list: "missed" | "mistaken") =>
      shownOf(cases.filter((each) => isChosen(each, { list }, scale.flagFrom)));
    const scored = scoredVerdicts(found);
    return done({
      scale: { ...scale, createdAt: scale.createdAt?.toISOString() ?? null },
      verdicts: scored.length,
      fitted: fitScale(scored),
      all: precisionOf(cases),
      bands: precisionByBand(cases),
      signals: precisionBySignal(cases),
      missed: chosen("missed"),
      mistaken: chosen("mistaken"),
      unseen: await unseenUses(client, shopId, { ...scale, most: SHOWN }),
    });
  });
}

function shownOf(cases: readonly DecidedRow[]): Shown<DecidedRow> {
  const rows = cases.slice(0, SHOWN).map(({ id, number, score, decision, orders }) => ({
    ...{ id, number, score, decision, orders },
  }));
  return { rows, of: cases.length };
}
