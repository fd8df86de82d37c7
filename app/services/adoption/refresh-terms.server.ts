import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readDiscount } from "#app/infra/admin-api/documents/discounts.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readTerms } from "../sync/read-terms.server.ts";

/** Reads a discount's terms again when it was changed since they were read. */
export async function refreshTerms(
  deps: Deps,
  api: AdminApi,
  shop: Shop,
  id: string,
  changedAt: Date,
): Promise<void> {
  const { prisma } = deps.database;
  const where = { shopId: shop.id, id: BigInt(id), campaignId: null };
  const known = await prisma.discount.findFirst({ where, select: { updatedAt: true } });
  if (!known || known.updatedAt >= changedAt) return;
  const { codeDiscountNode: node } = await api.run(readDiscount, {
    id: gidOf("DiscountCodeNode", id),
  });
  const terms = node && readTerms(node.codeDiscount, shop.currency);
  if (!node || !terms) return;
  const { title, updatedAt, startsAt, endsAt, status, tags } = node.codeDiscount;
  await prisma.discount.updateMany({
    where,
    data: {
      ...{ title, updatedAt, startsAt, endsAt, tags, status: status.toLowerCase() },
      terms: terms,
    },
  });
}
