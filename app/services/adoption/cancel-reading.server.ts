import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { storeSubject } from "./store-subject.server.ts";

/** Stops the reading. What an earlier one found stays; a job tells Shopify that the file is not wanted any more. */
export async function cancelReading(deps: Deps, actor: Actor): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const [stopped] = await tx.adoption.updateManyAndReturn({
      where: { shopId, state: "reading" },
      data: { state: "cancelled", finishedAt: deps.now(), error: null },
      select: { id: true },
    });
    if (!stopped) {
      const message = "The store is not being read any more.";
      return refuse({ kind: "conflict", message });
    }
    const subject = await storeSubject(tx, shopId);
    await recordAudit(tx, actor, deps.now(), "store.reading_stopped", subject, {});
    const job = { shopId, adoptionId: stopped.id };
    await deps.jobs.send("read-store", job, { transaction: tx });
    return done(stopped);
  });
}
