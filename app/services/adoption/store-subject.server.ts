import type { AuditSubject } from "#app/domain/audit/event.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";

/** The store as the activity log names it. */
export async function storeSubject(tx: Transaction, shopId: number): Promise<AuditSubject> {
  const { name } = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true },
  });
  return { kind: "shop", id: String(shopId), name };
}
