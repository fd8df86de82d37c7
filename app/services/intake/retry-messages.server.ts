import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Puts webhooks that were set aside back in line: one, or ("all") every one whose whole body is still there. */
export async function retryMessages(
  deps: Deps,
  actor: Actor,
  which: string,
): Promise<Outcome<{ count: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const id = which === "all" ? null : /^\d{1,18}$/.test(which) ? BigInt(which) : undefined;
  const gone = "That webhook is not set aside any more, or its whole body is not kept.";
  if (id === undefined) return refuse({ kind: "not_found", message: gone });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    // The beginning of a body that was too large is no body: it would only be set aside again.
    const count = await tx.$executeRaw`
      UPDATE inbox_message SET state = 'new', attempts = 0, error = NULL
      WHERE shop_id = ${shopId} AND state = 'dead' AND body <> '' AND NOT is_cut AND (${id}::bigint IS NULL OR id = ${id})`;
    if (count === 0) return refuse({ kind: "not_found", message: gone });
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    const subject = { kind: "shop", id: String(shopId), name: shop.name } as const;
    await recordAudit(tx, actor, now, "webhooks.retried", subject, { after: { count } });
    await tx.$executeRaw`SELECT pg_notify('bonafide_inbox', ${String(shopId)})`;
    return done({ count });
  });
}
