import type pg from "pg";

import { systemActor } from "#app/domain/access/actor.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * The merchant removed the app: nothing is sent to the shop any more, and the tokens are forgotten. Its numbers stay
 * until Shopify asks to erase them (shop/redact, 48 hours later), so that a reinstall finds them.
 */
export async function noteUninstall(client: pg.PoolClient, shop: Shop, now: Date): Promise<void> {
  await client.query(
    "UPDATE shop SET uninstalled_at = $2, guard_discount_id = NULL, guard_written = '{}', subscriptions_at = NULL WHERE id = $1",
    [shop.id, now],
  );
  await client.query("DELETE FROM session WHERE shop = $1", [shop.domain]);
  // Shopify drops what was asked for in the shop.
  await client.query("DELETE FROM told_topic WHERE shop_id = $1", [shop.id]);
  const subject = { kind: "shop", id: String(shop.id), name: shop.name } as const;
  await recordAudit(client, systemActor(shop.id, "uninstall"), now, "shop.uninstalled", subject);
}
