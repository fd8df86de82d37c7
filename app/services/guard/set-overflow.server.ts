import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { GUEST_OVERFLOWS } from "#app/domain/guard/held.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { guestOverflowOf } from "./guard-held.server.ts";

/** Sets what becomes of the guests of campaigns there is no more room for. */
export async function setOverflow(
  deps: Deps,
  actor: Actor,
  text: string,
): Promise<Outcome<{ overflow: string }>> {
  const { shopId } = actor;
  if (!can(actor, "guard.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("guard.manage") });
  const overflow = GUEST_OVERFLOWS.find((known) => known === text);
  if (!overflow)
    return invalid({
      field: "overflow",
      message: "Choose to ask guests to sign in, or let them through.",
    });
  return deps.database.prisma.$transaction(async (tx) => {
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
    const before = guestOverflowOf(shop);
    if (before === overflow) return done({ overflow });
    await tx.shop.update({ where: { id: shopId }, data: { guestOverflow: overflow } });
    const subject = { kind: "shop", id: String(shopId), name: shop.name } as const;
    await recordAudit(tx, actor, deps.now(), "guard.guests_set", subject, {
      before: { guests: before },
      after: { guests: overflow },
    });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ overflow });
  });
}
