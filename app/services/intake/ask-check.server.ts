import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Lets the store's orders be compared with Shopify's and the books be checked, now. Changes nothing that is right. */
export async function askCheck(deps: Deps, actor: Actor): Promise<Outcome<{ asked: true }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const { name } = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    const subject = { kind: "shop", id: String(shopId), name } as const;
    await recordAudit(tx, actor, deps.now(), "books.check_asked", subject);
    await deps.jobs.send("compare-orders", { shopId }, { transaction: tx });
    await deps.jobs.send("check-books", { shopId }, { transaction: tx });
    return done({ asked: true });
  });
}
