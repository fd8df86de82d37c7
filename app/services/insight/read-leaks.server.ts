import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Leak, LeakDetail, LeakLine, LeakSite } from "#app/domain/insight/leak.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { couponSite, isOutside } from "../identity/watch-leaks.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import { LEAK_CAMPAIGN, LEAK_ID, readLeakId } from "./leak-id.ts";

const PAGE = 50;
/** Counted up to here: the list goes on. */
const MOST_COUNTED = 1_000;

/** Of a campaign's report: so many, and ended ones for so long. */
const IN_REPORT = 10;
const ENDED_SHOWN_MS = 30 * 24 * 60 * 60 * 1_000;

type AskedLeaks = {
  /** All when null. */
  campaignId: string | null;
  /** Only those that ring while their codes can be used, or only those that were ended since `since`; all when absent. */
  which?: "pressing" | "ended";
  since: Date;
  most: number;
};

/** The leak alarms of a shop that rang, newest first; of those that were ended the ones that were since then. */
export async function readLeaks(
  deps: Deps,
  shopId: number,
  { campaignId, which, since, most }: AskedLeaks,
): Promise<Leak[]> {
  const { rows } = await deps.database.pool.query<Leak>(LEAKS, [
    ...[shopId, deps.now(), MOST_COUNTED],
    ...[campaignId, which ?? null, since, most],
  ]);
  return rows;
}

/** Those of a campaign that ring, and those that were ended lately. */
export async function readCampaignLeaks(
  deps: Deps,
  shopId: number,
  campaignId: string,
): Promise<Leak[]> {
  const since = new Date(deps.now().getTime() - ENDED_SHOWN_MS);
  return readLeaks(deps, shopId, { campaignId, since, most: IN_REPORT });
}

/** One alarm with the orders behind its number. `cursor`: as `next` of the page before. */
export async function readLeak(
  deps: Deps,
  actor: Actor,
  { id, cursor }: { id: string; cursor: string | null },
): Promise<Outcome<LeakDetail>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const key = readLeakId(id);
  const { pool } = deps.database;
  const asked = [shopId, deps.now(), MOST_COUNTED];
  const leak = key
    ? (await pool.query<Leak>(LEAK, [...asked, key.codeKey, key.countsFrom])).rows[0]
    : undefined;
  if (!key || !leak)
    return refuse({
      kind: "not_found",
      message: "There is no such alarm any more. Open it from Home or from the campaign’s report.",
    });
  const { ms, id: orderId } = readTimeCursor(cursor);
  const { rows } = await pool.query<LeakLine & { cursor: string }>(LINES, [
    ...[shopId, key.codeKey, key.countsFrom, ms, orderId, PAGE + 1],
  ]);
  const { rows: lines, next } = timePageOf(rows, PAGE);
  const sites = await pool.query<LeakSite>(SITES, [shopId, key.codeKey, key.countsFrom]);
  return done({ leak, sites: sites.rows, lines, next });
}

/** The uses of an alarm `a` of a campaign `c` by people outside its audience. */
const OUTSIDERS = `ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
      AND o.placed_at = l.effective_at
    WHERE l.shop_id = $1 AND l.code_key = a.code_key AND l.redemptions > 0 AND l.effective_at >= a.since
      AND (a.ended_at IS NULL OR l.effective_at < a.ended_at) AND ${isOutside("o.id", "l.code_key")}`;

const IS_ON = "c.wanted = 'on' AND (c.ends_at IS NULL OR c.ends_at > $2)";
/** Of the code itself: what is on its way out is out. */
const IS_IN_USE = "COALESCE(k.state IN ('pending', 'live', 'returned'), false)";

/** $1 shop, $2 now, $3 how many orders are counted. */
const leakSql = (where: string) => `
  SELECT ${LEAK_ID} AS id, a.code_key AS code, ${instantSql("a.since")} AS since, ${instantSql("a.rang_at")} AS "rangAt",
    jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.code_kind, 'isPrivate', c.is_private, 'isOn', ${IS_ON}) AS campaign,
    k.id::text AS "codeId", ${IS_IN_USE} AS "isInUse",
    LEAST(n.count, $3::int) AS orders, n.count > $3::int AS "hasMore",
    CASE WHEN a.ended_at IS NOT NULL
      THEN jsonb_build_object('by', a.ended_by, 'at', ${instantSql("a.ended_at")}) END AS ended
  FROM leak_alarm a ${LEAK_CAMPAIGN}
  LEFT JOIN LATERAL (
    SELECT k.id, k.state FROM code k WHERE k.shop_id = a.shop_id AND k.code_key = a.code_key AND k.campaign_id = c.id
    ORDER BY k.assigned_from DESC, k.id DESC LIMIT 1
  ) k ON true
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count FROM (SELECT FROM ${OUTSIDERS} LIMIT $3::int + 1) s
  ) n
  WHERE a.shop_id = $1 AND a.rang_at IS NOT NULL AND ${where}`;

const LEAKS = `${leakSql(`($4::uuid IS NULL OR c.id = $4)
    AND (a.ended_at IS NULL OR a.ended_at >= $6)
    AND CASE $5::text
      WHEN 'pressing' THEN a.ended_at IS NULL AND ${IS_ON} AND ${IS_IN_USE}
      WHEN 'ended' THEN a.ended_at IS NOT NULL
      ELSE true END`)}
  ORDER BY a.rang_at DESC, a.code_key COLLATE "C", a.counts_from LIMIT $7`;

const LEAK = leakSql("a.code_key = $4 AND a.counts_from = $5");

const LINES = `
  SELECT jsonb_build_object('id', o.id::text, 'name', o.name) AS order, ${instantSql("o.placed_at")} AS at,
    ${couponSite("o.id")} AS "couponSite", o.discount_minor::float8 AS "discountMinor", o.currency,
    floor(extract(epoch FROM o.placed_at) * 1000)::bigint || '-' || o.id AS cursor
  FROM leak_alarm a ${LEAK_CAMPAIGN}
  CROSS JOIN LATERAL (
    SELECT o.id, o.name, o.placed_at, l.discount_minor, l.currency FROM ${OUTSIDERS}
      AND (o.placed_at, o.id) < (to_timestamp($4::bigint / 1000.0)::timestamptz(3), $5::bigint)
    ORDER BY l.effective_at DESC, o.id DESC LIMIT $6
  ) o
  WHERE a.shop_id = $1 AND a.code_key = $2 AND a.counts_from = $3 AND a.rang_at IS NOT NULL
  ORDER BY o.placed_at DESC, o.id DESC`;

const SITES = `
  SELECT s.site, count(*)::int AS orders
  FROM leak_alarm a ${LEAK_CAMPAIGN}
  CROSS JOIN LATERAL (
    SELECT ${couponSite("o.id")} AS site FROM ${OUTSIDERS} LIMIT ${MOST_COUNTED}
  ) s
  WHERE a.shop_id = $1 AND a.code_key = $2 AND a.counts_from = $3 AND a.rang_at IS NOT NULL AND s.site IS NOT NULL
  GROUP BY s.site ORDER BY orders DESC, s.site COLLATE "C" LIMIT 3`;
