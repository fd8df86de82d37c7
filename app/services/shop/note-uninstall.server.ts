import type pg from "pg";

import { systemActor } from "#app/domain/access/actor.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * The merchant removed the app: nothing is sent to the shop any more, and the tokens are forgotten. Its numbers stay
 * until Shopify asks to erase them (shop/redact, 48 hours later), so that a reinstall finds them.
 */
export async function noteUninstall(
  client: pg.PoolClient,
  shop: Shop,
  now: Date,
): Promise<(deps: Deps) => Promise<void>> {
  await client.query(
    "UPDATE shop SET uninstalled_at = $2, guard_discount_id = NULL, guard_written = '{}' WHERE id = $1",
    [shop.id, now],
  );
  await client.query("DELETE FROM session WHERE shop = $1", [shop.domain]);
  return async (deps) => {
    await deps.database.prisma.$transaction((tx) =>
      recordAudit(tx, systemActor(shop.id, "uninstall"), now, "shop.uninstalled", {
        kind: "shop",
        id: String(shop.id),
        name: shop.name,
      }),
    );
  };
}
