import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The row of a shop that is known to exist. */
export function shopOf(deps: Deps, shopId: number): Promise<Shop> {
  return deps.database.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
}

/** Whether the app may speak to the shop: not before its first visit, and not after it was removed. */
export function isInstalled(shop: Pick<Shop, "installedAt" | "uninstalledAt">): boolean {
  return shop.installedAt !== null && shop.uninstalledAt === null;
}
