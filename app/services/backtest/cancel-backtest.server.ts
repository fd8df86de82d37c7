import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Stops a backtest that is under way. */
export async function cancelBacktest(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma } = deps.database;
  const row = isId(id)
    ? await prisma.backtest.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (!row) return refuse({ kind: "not_found", message: "That backtest does not exist any more." });
  await prisma.backtest.updateMany({
    where: { shopId, id, state: "running" },
    data: { state: "cancelled", finishedAt: deps.now() },
  });
  return done({ id });
}
