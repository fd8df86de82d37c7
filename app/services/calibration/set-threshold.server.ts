import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { readThreshold } from "#app/domain/calibration/read-threshold.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockIndex } from "../identity/open-index.server.ts";
import { scaleInForce } from "./scale-in-force.server.ts";
import { writeScale } from "./write-scale.server.ts";

/** From which score on orders are flagged, from the next order on: a percentage as it was typed. */
export async function setThreshold(
  deps: Deps,
  actor: Actor,
  typed: string,
): Promise<Outcome<{ flagFrom: number }>> {
  const { shopId } = actor;
  if (!can(actor, "scale.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("scale.manage") });
  const read = readThreshold(typed);
  if (!read.ok) return invalid({ field: "flagFrom", message: read.message });
  const { flagFrom } = read;
  return inTransaction(deps.database.pool, async (client) => {
    await lockIndex(client, shopId);
    const before = await scaleInForce(client, shopId);
    if (before.flagFrom === flagFrom) return done({ flagFrom });
    const wanted = { ...before, flagFrom };
    await writeScale(client, actor, deps.now(), before, wanted, "scale.threshold_set");
    return done({ flagFrom });
  });
}
