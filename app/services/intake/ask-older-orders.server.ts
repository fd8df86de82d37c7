import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { seesAllOrders } from "../redemption/sees-all-orders.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { notAsked } from "../sync/not-asked.server.ts";

/**
 * Has the store's orders of more than sixty days ago read, which Shopify shows once the merchant has allowed it: all orders are
 * compared anew. What is known already is not counted again.
 */
export async function askOlderOrders(deps: Deps, actor: Actor): Promise<Outcome<{ asked: true }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const { domain, name } = await shopOf(deps, shopId);
  const seesAll = await seesAllOrders(deps.adminApi(domain)).catch(notAsked);
  if (typeof seesAll === "string") return refuse({ kind: "conflict", message: seesAll });
  if (!seesAll) return refuse({ kind: "conflict", message: NOT_SHOWN });
  return deps.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.orderReading.updateMany({
      where: { shopId, finishedAt: { not: null } },
      data: { comparedUntil: null },
    });
    if (count === 0) return refuse({ kind: "conflict", message: UNDER_WAY });
    const subject = { kind: "shop", id: String(shopId), name } as const;
    await recordAudit(tx, actor, deps.now(), "orders.older_asked", subject);
    await deps.jobs.send("compare-orders", { shopId }, { transaction: tx });
    return done({ asked: true });
  });
}

const NOT_SHOWN =
  "Shopify does not show Bonafide all orders yet. Allow it in Shopify’s question, then try again.";
const UNDER_WAY = "Orders are being read right now. Try again when that is over.";
