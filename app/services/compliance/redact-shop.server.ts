import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";

/** Tables keyed by shop, in any order: nothing refers across them. */
const TABLES = [
  "staff_member",
  "audit_event",
  "convention",
  "campaign",
  "code",
  "inbox_message",
  "shop_order",
  "person",
  "person_identity",
  "ledger_entry",
  "rollup",
  "standing",
  "disqualification",
  "flag",
  "data_export",
];

/** Answers shop/redact: erases everything of a shop that left. One that has come back meanwhile keeps its numbers. */
export async function redactShop(client: pg.PoolClient, shop: Shop): Promise<void> {
  if (!shop.uninstalledAt) return;
  await client.query("SELECT set_config('bonafide.erasing_shop', $1, true)", [String(shop.id)]);
  for (const table of TABLES) await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shop.id]);
  await client.query("DELETE FROM session WHERE shop = $1", [shop.domain]);
  await client.query("DELETE FROM shop WHERE id = $1", [shop.id]);
}
