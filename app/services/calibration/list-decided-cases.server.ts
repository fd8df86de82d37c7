import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  isChosen,
  isRight,
  precisionOf,
  type CaseChoice,
} from "#app/domain/calibration/precision.ts";
import type { DecidedCases } from "#app/domain/calibration/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readVerdicts } from "./read-verdicts.server.ts";

const PAGE = 50;

/** The decided cases behind a number of the calibration page. `cursor`: the key of the last one of the page before. */
export async function listDecidedCases(
  deps: Deps,
  actor: Actor,
  { choice, cursor }: { choice: CaseChoice; cursor: string | null },
): Promise<Outcome<DecidedCases>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  return inTransaction(deps.database.pool, async (client) => {
    const cases = (await readVerdicts(client, shopId)).filter((each) => isChosen(each, choice));
    const from = cases.findIndex(({ key }) => key === cursor) + 1;
    const shown = cases.slice(from, from + PAGE);
    return done({
      ...{ choice, right: precisionOf(cases).right, of: cases.length },
      rows: shown.map(({ id, number, score, decision, orders, decidedAt, kinds }) => ({
        ...{ id, number, score, decision, orders },
        ...{ decidedAt: decidedAt.toISOString(), isRight: isRight({ kinds, decision }) },
      })),
      next: from + PAGE < cases.length ? (shown.at(-1)?.key ?? null) : null,
    });
  });
}
