import type { AttentionItem } from "#app/domain/insight/dashboard.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { actionOf } from "../schedule/change-row.server.ts";
import { togetherSql } from "./together-sql.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const EXPIRING_MS = 7 * DAY_MS;
/** Below this share of use a campaign about to end is worth a reminder. */
const MOSTLY_UNUSED = 0.5;
/** A failed change that nobody minded for so long is no news any more; it still stands in its campaign's schedule. */
const NEWS_MS = 14 * DAY_MS;

type Campaign = { id: string; name: string };
type Rows = {
  failed: (Campaign & { error: string })[];
  capped: (Campaign & { cap: "spend" | "uses"; most: number; currency: string })[];
  undone: {
    id: string;
    campaign: Campaign;
    action: string;
    dueAt: string;
    error: string;
  }[];
  refused: (Campaign & { count: number })[];
  expiring: (Campaign & { endsAt: string; base: number | null; uses: number })[];
};

/**
 * What is to be said of campaigns, at most so many of each: syncs that failed; those that a cap has paused and nobody has
 * raised, resumed or ended since; scheduled changes that could not be done and nobody has set aside; codes that Shopify
 * refused; those about to end mostly unused.
 */
export async function readCampaignNews(
  deps: Deps,
  shopId: number,
  most: number,
): Promise<Record<keyof Rows, AttentionItem[]>> {
  const now = deps.now();
  const { rows } = await deps.database.pool.query<Rows>(NEWS, [
    ...[shopId, now, most, new Date(now.getTime() - NEWS_MS)],
    ...[new Date(now.getTime() + EXPIRING_MS), MOSTLY_UNUSED],
  ]);
  const { failed, capped, undone, refused, expiring } = rows[0]!;
  const instant = (text: string) => new Date(text).toISOString();
  const of = ({ id, name }: Campaign) => ({ campaign: { id, name } });
  return {
    failed: failed.map((row) => ({ kind: "sync_failed", ...of(row), error: row.error })),
    capped: capped.map((row) => {
      const { cap, currency } = row;
      return { kind: "cap_reached", ...of(row), cap, most: row.most, currency };
    }),
    undone: undone.map(({ id, campaign, dueAt, error, ...row }) => {
      const { kind: action } = actionOf({ ...row, parameters: {} });
      return { kind: "change_failed", id, campaign, action, dueAt: instant(dueAt), error };
    }),
    refused: refused.map((row) => ({ kind: "codes_refused", ...of(row), count: row.count })),
    expiring: expiring.map((row) => ({
      ...{ kind: "expiring", ...of(row), endsAt: instant(row.endsAt) },
      unused: row.base === null ? null : row.base - row.uses,
    })),
  };
}

/** $1 shop, $2 now, $3 how many of each, $4 since when changes are news, $5 until when an end is, $6 the share used. */
const NEWS = togetherSql({
  failed: `
    SELECT id, name, COALESCE(sync_error, '') AS error FROM campaign
    WHERE shop_id = $1 AND sync_state = 'failed' ORDER BY updated_at DESC LIMIT $3`,
  capped: `
    SELECT id, name, CASE cap_reached WHEN 'spend' THEN 'spend' ELSE 'uses' END AS cap,
      COALESCE(CASE cap_reached WHEN 'spend' THEN spend_cap_minor ELSE total_cap END, 0) AS most, currency
    FROM campaign
    WHERE shop_id = $1 AND wanted = 'paused' AND cap_reached IS NOT NULL ORDER BY updated_at DESC LIMIT $3`,
  undone: `
    SELECT s.id, jsonb_build_object('id', c.id, 'name', c.name) AS campaign, s.action, s.due_at AS "dueAt",
      COALESCE(s.error, '') AS error
    FROM scheduled_change s JOIN campaign c ON c.shop_id = s.shop_id AND c.id = s.campaign_id
    WHERE s.shop_id = $1 AND s.state = 'failed' AND s.done_at > $4 ORDER BY s.done_at DESC LIMIT $3`,
  // A campaign at a time: the index then leads to the refused ones, however many codes there are.
  refused: `
    SELECT c.id, c.name, k.count FROM campaign c CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM code k
      WHERE k.shop_id = c.shop_id AND k.campaign_id = c.id AND k.state = 'failed') k
    WHERE c.shop_id = $1 AND k.count > 0 ORDER BY k.count DESC LIMIT $3`,
  expiring: `
    SELECT * FROM (
      SELECT c.id, c.name, c.ends_at AS "endsAt",
        CASE WHEN c.code_kind = 'unique' OR c.uses_per_code = 1 THEN c.code_count ELSE c.total_cap END AS base,
        (SELECT COALESCE(sum(redemptions - reversals), 0)::int FROM rollup r
          WHERE r.shop_id = c.shop_id AND r.grain = 'total' AND r.key = c.id::text) AS uses
      FROM campaign c
      WHERE c.shop_id = $1 AND c.wanted = 'on' AND c.starts_at <= $2 AND c.ends_at > $2 AND c.ends_at <= $5
    ) e
    WHERE base IS NULL AND uses = 0 OR uses < base * $6::float8
    ORDER BY "endsAt" LIMIT $3`,
});
