import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Stops a reading. What an earlier one found stays; a job tells Shopify that the file is not wanted any more. */
export async function cancelReading(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const { count } = isId(id)
      ? await tx.adoption.updateMany({
          where: { shopId, id, state: "reading" },
          data: { state: "cancelled", finishedAt: deps.now(), error: null },
        })
      : { count: 0 };
    if (count === 0) {
      const message = "The store is not being read any more.";
      return refuse({ kind: "conflict", message });
    }
    await deps.jobs.send("read-store", { shopId, adoptionId: id }, { transaction: tx });
    return done({ id });
  });
}
