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
import { readVerdicts } from "./read-verdicts.server.ts";
import { scoredVerdicts } from "./refit-scale.server.ts";
import { scaleInForce } from "./scale-in-force.server.ts";
import { scaleVersions } from "./scale-versions.server.ts";
import { unseenUses } from "./unseen-uses.server.ts";

/** Listed one by one. */
const SHOWN = 20;

/** How often flags were right, by the scores staff saw, and what they missed. */
export async function readCalibration(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<CalibrationSummary>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  return inTransaction(deps.database.pool, async (client) => {
    const { knots, flagFrom, verdicts } = await scaleInForce(client, shopId);
    const cases = await readVerdicts(client, shopId);
    const chosen = (list: "missed" | "mistaken") =>
      shownOf(cases.filter((each) => isChosen(each, { list })));
    const scored = scoredVerdicts(cases);
    return done({
      scale: { knots, flagFrom, verdicts, ...(await scaleVersions(client, shopId)) },
      verdicts: scored.length,
      fitted: fitScale(scored),
      all: precisionOf(cases),
      bands: precisionByBand(cases),
      signals: precisionBySignal(cases),
      missed: chosen("missed"),
      mistaken: chosen("mistaken"),
      unseen: await unseenUses(client, shopId, { knots, flagFrom, most: SHOWN }),
    });
  });
}

function shownOf(cases: readonly DecidedRow[]): Shown<DecidedRow> {
  const rows = cases.slice(0, SHOWN).map(({ id, number, score, decision, orders }) => ({
    ...{ id, number, score, decision, orders },
  }));
  return { rows, of: cases.length };
}
