import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";

const KEY_BYTES = 16;

/**
 * Gives the shop a new key for what the checkout sees of guests. Their hashes under the old one are useless then and are
 * forgotten: a guest is known again from their next order on, a customer is known all along.
 * @returns how many e-mails and phones were forgotten.
 */
export async function changeGuestKey(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<{ forgotten: number }>> {
  const { shopId } = actor;
  if (!can(actor, "guard.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("guard.manage") });
  return deps.database.prisma.$transaction(async (tx) => {
    // Whoever recognises people has read the old key.
    await lockPeople(tx, shopId);
    const shop = await tx.shop.update({
      where: { id: shopId },
      data: { guestKey: deps.randomBytes(KEY_BYTES) },
    });
    const { count } = await tx.personIdentity.updateMany({
      where: { shopId, guestHash: { not: null } },
      data: { guestHash: null },
    });
    await tx.toldAccount.updateMany({
      where: { shopId, guestHash: { not: null } },
      data: { guestHash: null },
    });
    await tx.$executeRaw`
        UPDATE code_import_row SET holder_guest_hash = NULL
        WHERE shop_id = ${shopId} AND holder_guest_hash IS NOT NULL`;
    const subject = { kind: "shop", id: String(shopId), name: shop.name } as const;
    await recordAudit(tx, actor, deps.now(), "guard.guest_key_changed", subject, {
      after: { forgotten: count },
    });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ forgotten: count });
  });
}
