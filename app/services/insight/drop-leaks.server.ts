import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { weighStrangersAnew } from "../identity/watch-leaks.server.ts";
import { LEAK_CAMPAIGN } from "./leak-id.ts";

/**
 * Drops the leak alarms of a campaign's codes that nobody ended, since whom the campaign is for changes (`watchedSince`):
 * what they rest on was outside of another audience. Strangers that were weighed with one that rang are weighed anew.
 * The caller holds the index's lock, so that nobody carries an alarm on meanwhile, and has not changed the campaign yet.
 */
export async function dropLeaks(
  deps: Deps,
  tx: Transaction,
  shopId: number,
  campaignId: string,
): Promise<void> {
  const dropped = await queryIn<Dropped>(tx, DROP, [shopId, campaignId]);
  const rang = dropped.filter(({ hasRung }) => hasRung);
  if (rang.length === 0) return;
  const since = rang.map((each) => each.since);
  const codes = rang.map(({ codeKey }) => codeKey);
  await weighStrangersAnew(tx, shopId, codes, since);
  await deps.jobs.send("score-orders", { shopId }, { transaction: tx });
}

type Dropped = { codeKey: string; since: number; hasRung: boolean };

/** One that has not rung yet is the campaign's whose code it is, or was last. */
const DROP = `
  DELETE FROM leak_alarm d WHERE d.shop_id = $1::int AND d.ended_at IS NULL AND (
    d.rang_at IS NOT NULL AND EXISTS (
      SELECT FROM leak_alarm a ${LEAK_CAMPAIGN}
      WHERE a.shop_id = d.shop_id AND a.code_key = d.code_key AND a.counts_from = d.counts_from AND c.id = $2::uuid)
    OR d.rang_at IS NULL AND $2::uuid = (
      SELECT k.campaign_id FROM code k WHERE k.shop_id = d.shop_id AND k.code_key = d.code_key
      ORDER BY k.assigned_from DESC, k.id DESC LIMIT 1))
  RETURNING d.code_key AS "codeKey", (extract(epoch FROM d.since) * 1000)::float8 AS since, d.rang_at IS NOT NULL AS "hasRung"`;
