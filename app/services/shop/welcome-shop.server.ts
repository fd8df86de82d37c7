import { systemActor } from "#app/domain/access/actor.ts";
import { readShop } from "#app/infra/admin-api/documents/shop.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { addDefaultConvention } from "../naming/add-default-convention.server.ts";

/**
 * After an install (or a reinstall): reads the shop's time zone and currency, gives it the default naming convention
 * and puts up the checkout guard. Does nothing for a shop that is in.
 */
export async function welcomeShop(deps: Deps, shop: Shop): Promise<Shop> {
  if (shop.installedAt && !shop.uninstalledAt) return shop;
  const { shop: details } = await deps.adminApi(shop.domain).run(readShop, {});
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    // Two first requests at once: one of them welcomes the shop.
    const { count } = await tx.shop.updateMany({
      where: { id: shop.id, OR: [{ installedAt: null }, { uninstalledAt: { not: null } }] },
      data: {
        name: details.name,
        timeZone: details.ianaTimezone,
        currency: details.currencyCode,
        installedAt: now,
        uninstalledAt: null,
        // Nothing of ours can have changed in Shopify before. After a reinstall, it can.
        sweptUntil: shop.sweptUntil ?? now,
      },
    });
    const updated = await tx.shop.findUniqueOrThrow({ where: { id: shop.id } });
    if (count === 0) return updated;
    await addDefaultConvention(deps, tx, shop.id);
    await recordAudit(tx, systemActor(shop.id, "install"), now, "shop.installed", {
      kind: "shop",
      id: String(shop.id),
      name: details.name,
    });
    await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: tx });
    return updated;
  });
}
