import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";

/** Tables keyed by shop, in any order: nothing refers across them. */
const TABLES = [
  "staff_member",
  "api_key",
  "audit_event",
  "convention",
  "naming_field",
  "lint_setting",
  "dimension_value",
  "dimension_set",
  "campaign",
  "code",
  "discount",
  "redeem_code",
  "code_submission",
  "drift",
  "sync_run",
  "code_batch",
  "code_import",
  "code_import_row",
  "saved_view",
  "inbox_message",
  "shop_order",
  "order_reading",
  "book_check",
  "person",
  "person_identity",
  "told_account",
  "gone_account",
  "erased_order",
  "ledger_entry",
  "checkout",
  "checkout_day",
  "rollup",
  "rollup_hour",
  "rollup_people",
  "person_tally",
  "claim_clock",
  "claim_watch",
  "claim_alarm",
  "leak_alarm",
  "standing",
  "disqualification",
  "listed_person",
  "allowance",
  "issuance",
  "campaign_group",
  "season",
  "segment",
  "refusal_text",
  "flag",
  "review_case",
  "case_effect",
  "freed_use",
  "fair_use_policy",
  "person_link",
  "identity_order",
  "identity_value",
  "identity_scope",
  "identity_index",
  "data_export",
  "personal_access",
  "rate_bucket",
  "scheduled_change",
  "adoption",
  "discount_mapping",
  "history_replay",
  "history_replay_use",
  "score_scale",
  "backtest",
  "backtest_order",
  "label_fold",
  "told_topic",
  // Triggers of others fill them.
  "score_due",
  "person_due",
  "unmatched_code",
];

/**
 * Answers shop/redact: erases everything of a shop that left. One that has come back meanwhile keeps its numbers.
 * @returns whether the shop was erased.
 */
export async function redactShop(client: pg.PoolClient, shop: Shop): Promise<boolean> {
  // Asked anew: the uninstall may stand in the same batch.
  const { rowCount } = await client.query(GONE, [shop.id]);
  if (rowCount === 0) return false;
  await client.query("SELECT set_config('bonafide.erasing_shop', $1, true)", [String(shop.id)]);
  for (const table of TABLES)
    await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shop.id]);
  await client.query("DELETE FROM session WHERE shop = $1", [shop.domain]);
  await client.query("DELETE FROM shop WHERE id = $1", [shop.id]);
  return true;
}

const GONE =
  "SELECT 1 FROM shop WHERE id = $1 AND (installed_at IS NULL OR uninstalled_at IS NOT NULL) FOR UPDATE";
