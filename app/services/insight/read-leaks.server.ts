import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Leak, LeakDetail, LeakLine, LeakSite } from "#app/domain/insight/leak.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { COUPON_SITE, isStranger } from "../identity/watch-leaks.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import { LEAK_CAMPAIGN, LEAK_ID, readLeakId } from "./leak-id.ts";

const PAGE = 50;
/** Counted up to here: the list goes on. */
const MOST_COUNTED = 1_000;

/** So many coupon sites are named. */
const SITES_NAMED = 3;

/** Of a campaign's report: so many, and ended ones for so long. */
const IN_REPORT = 10;
const ENDED_SHOWN_MS = 30 * 24 * 60 * 60 * 1_000;

type AskedLeaks = {
  /** All when null. */
  campaignId: string | null;
  /**
   * Only those that ring while their codes can be used and have orders, or only those that were ended since `since`; all when
   * absent.
   */
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

/**
 * The uses of an alarm `a` by people outside its audience. Of a private code (`a.is_private`) few among very many come by
 * way of coupon sites: these have an index, and the code's uses are not gone through. `columns`: of an order `o`, its entry
 * `l` and the site; `rest`: further conditions, order and limit, the same of both kinds.
 */
const outsiders = (columns: (site: string) => string, rest: string) => `
    (SELECT ${columns(COUPON_SITE)} FROM identity_order i
    JOIN ledger_entry l ON l.shop_id = i.shop_id AND l.order_id = i.order_id AND l.code_key = a.code_key
    JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id AND o.placed_at = l.effective_at
    WHERE a.is_private AND i.shop_id = $1 AND ${COUPON_SITE} IS NOT NULL AND i.placed_at >= a.since AND ${IN_ITS_TIME} ${rest})
    UNION ALL
    (SELECT ${columns("NULL")} FROM ledger_entry l
    JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id AND o.placed_at = l.effective_at
    WHERE NOT a.is_private AND l.shop_id = $1 AND l.code_key = a.code_key AND ${IN_ITS_TIME}
      AND ${isStranger("o.id", "l.code_key")} ${rest})`;

const IN_ITS_TIME = `l.redemptions > 0 AND l.effective_at >= a.since
      AND (a.ended_at IS NULL OR l.effective_at < a.ended_at)`;

const IS_ON = "c.wanted = 'on' AND (c.ends_at IS NULL OR c.ends_at > $2)";

/** A code that is replaced stays in use while its successor is not in Shopify, which may have refused it. */
const IS_LEAVING = `k.state = 'retiring' AND EXISTS (
      SELECT FROM code n WHERE n.shop_id = k.shop_id AND n.id = k.replaced_by_id AND n.assigned_until IS NULL
        AND n.state <> 'live')`;

/** Alarms `a` that rang, each with its campaign and its code; `where`: which, and how many. $1 shop, $2 now. */
const alarms = (where: string) => `
  SELECT * FROM (
    SELECT a.code_key, a.counts_from, a.since, a.rang_at, a.ended_at, a.ended_by, ${LEAK_ID} AS id,
      c.id AS campaign_id, c.name, c.code_kind, c.is_private, ${IS_ON} AS is_on, k.id AS code_id,
      COALESCE(k.state IN ('pending', 'live', 'returned') OR k.is_leaving, false) AS is_in_use,
      COALESCE(k.is_leaving, false) AS is_leaving
    FROM leak_alarm a ${LEAK_CAMPAIGN}
    LEFT JOIN LATERAL (
      SELECT k.id, k.state, ${IS_LEAVING} AS is_leaving FROM code k
      WHERE k.shop_id = a.shop_id AND k.code_key = a.code_key AND k.campaign_id = c.id
      ORDER BY k.assigned_from DESC, k.id DESC LIMIT 1
    ) k ON true
    WHERE a.shop_id = $1 AND a.rang_at IS NOT NULL
  ) a WHERE ${where}`;

/** Only those that are shown have their orders counted. $3: up to so many. */
const leakSql = (where: string) => `
  WITH a AS MATERIALIZED (${alarms(where)})
  SELECT a.id, a.code_key AS code, ${instantSql("a.since")} AS since, ${instantSql("a.rang_at")} AS "rangAt",
    jsonb_build_object('id', a.campaign_id, 'name', a.name, 'kind', a.code_kind, 'isPrivate', a.is_private, 'isOn', a.is_on)
      AS campaign,
    a.code_id::text AS "codeId", a.is_in_use AS "isInUse", a.is_leaving AS "isLeaving",
    LEAST(n.count, $3::int) AS orders, n.count > $3::int AS "hasMore",
    CASE WHEN a.ended_at IS NOT NULL
      THEN jsonb_build_object('by', a.ended_by, 'at', ${instantSql("a.ended_at")}) END AS ended
  FROM a CROSS JOIN LATERAL (
    SELECT count(*)::int AS count FROM (${outsiders(() => "", "LIMIT $3::int + 1")}) s
  ) n
  ORDER BY ${NEWEST_FIRST}`;

const NEWEST_FIRST = 'a.rang_at DESC, a.code_key COLLATE "C", a.counts_from';

const LEAKS = leakSql(`($4::uuid IS NULL OR a.campaign_id = $4)
    AND (a.ended_at IS NULL OR a.ended_at >= $6)
    AND CASE $5::text
      WHEN 'pressing' THEN a.ended_at IS NULL AND a.is_on AND a.is_in_use AND EXISTS (${outsiders(() => "", "LIMIT 1")})
      WHEN 'ended' THEN a.ended_at IS NOT NULL
      ELSE true END
    ORDER BY ${NEWEST_FIRST} LIMIT $7`);

const LEAK = leakSql("a.code_key = $4 AND a.counts_from = $5");

/** One alarm `a`: $1 shop, $2 its code, $3 from when it counts. */
const ONE = `(
    SELECT a.code_key, a.since, a.ended_at, c.is_private FROM leak_alarm a ${LEAK_CAMPAIGN}
    WHERE a.shop_id = $1 AND a.code_key = $2 AND a.counts_from = $3 AND a.rang_at IS NOT NULL
  ) a`;

const LINE = (site: string) =>
  `o.id, o.name, o.placed_at, ${site} AS site, l.discount_minor, l.currency`;

const LINES = `
  SELECT jsonb_build_object('id', o.id::text, 'name', o.name) AS order, ${instantSql("o.placed_at")} AS at,
    o.site AS "couponSite", o.discount_minor::float8 AS "discountMinor", o.currency,
    floor(extract(epoch FROM o.placed_at) * 1000)::bigint || '-' || o.id AS cursor
  FROM ${ONE} CROSS JOIN LATERAL (${outsiders(
    LINE,
    `AND (o.placed_at, o.id) < (to_timestamp($4::bigint / 1000.0)::timestamptz(3), $5::bigint)
      ORDER BY l.effective_at DESC, o.id DESC LIMIT $6`,
  )}) o
  ORDER BY o.placed_at DESC, o.id DESC`;

/** As many as are counted, the newest. */
const SITES = `
  SELECT s.site, count(*)::int AS orders FROM ${ONE} CROSS JOIN LATERAL (${outsiders(
    (site) => `${site} AS site`,
    `ORDER BY l.effective_at DESC, o.id DESC LIMIT ${MOST_COUNTED}`,
  )}) s
  WHERE a.is_private GROUP BY s.site ORDER BY orders DESC, s.site COLLATE "C" LIMIT ${SITES_NAMED}`;
