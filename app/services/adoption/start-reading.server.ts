import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { storeSubject } from "./store-subject.server.ts";
import { isUnderWay } from "./under-way.server.ts";

/** Begins to read all discounts and codes the store has in Shopify. Nothing there is changed by it. */
export async function startReading(deps: Deps, actor: Actor): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId} FOR UPDATE`;
    const busy = await isUnderWay(tx, shopId);
    if (busy) return refuse({ kind: "conflict", message: busy });
    const now = deps.now();
    const { id } = await tx.adoption.create({
      data: {
        ...{ shopId, id: deps.newId(), state: "reading", phase: "counting" },
        ...{ markedAt: now, createdAt: now, createdBy: actor.name },
      },
    });
    await recordAudit(tx, actor, now, "store.read", await storeSubject(tx, shopId), {});
    await deps.jobs.send("read-store", { shopId, adoptionId: id }, { transaction: tx });
    return done({ id });
  });
}
