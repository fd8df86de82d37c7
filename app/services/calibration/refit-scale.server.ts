import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { fitScale, type ScoredVerdict } from "#app/domain/calibration/fit-scale.ts";
import { isRight } from "#app/domain/calibration/precision.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockIndex } from "../identity/open-index.server.ts";
import { readVerdicts, type VerdictRow } from "./read-verdicts.server.ts";
import { scaleInForce } from "./scale-in-force.server.ts";
import { writeScale } from "./write-scale.server.ts";

/** Fits the shop's scale to everything staff decided, and puts it in force for orders to come and flags that are open. */
export async function refitScale(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<{ version: number; verdicts: number }>> {
  const { shopId } = actor;
  if (!can(actor, "scale.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("scale.manage") });
  return inTransaction(deps.database.pool, async (client) => {
    await lockIndex(client, shopId);
    const before = await scaleInForce(client, shopId);
    const verdicts = scoredVerdicts(await readVerdicts(client, shopId));
    if (verdicts.length === 0 && before.version === null) return refuse(NONE);
    const wanted = { knots: fitScale(verdicts), flagFrom: before.flagFrom };
    const counted = { ...wanted, verdicts: verdicts.length };
    const version = await writeScale(client, actor, deps.now(), before, counted, "scale.refitted");
    return done({ version, verdicts: verdicts.length });
  });
}

const NONE = {
  kind: "conflict",
  message: "Nobody has decided on a case with a score yet. Decide on some under Review first.",
} as const;

/** What an exact rule alone found has no score to learn from. */
export function scoredVerdicts(rows: readonly VerdictRow[]): ScoredVerdict[] {
  return rows.flatMap((row) =>
    row.shipped === null ? [] : { score: row.shipped, isRight: isRight(row) },
  );
}
