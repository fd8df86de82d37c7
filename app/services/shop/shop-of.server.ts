import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The row of a shop that is known to exist. */
export function shopOf(deps: Deps, shopId: number): Promise<Shop> {
  return deps.database.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
}
