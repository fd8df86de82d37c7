import type pg from "pg";

import {
  alarmAfter,
  alarmEnded,
  NO_ALARM,
  type LeakAlarm,
} from "#app/domain/anomaly/leak-alarm.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/**
 * Takes in the uses that these orders make of codes which are only for whom they were issued to, or private, in the order
 * given: each order once, and none placed before it was last changed whom the campaign is for. Where an alarm rings, all who
 * were not issued the code are weighed anew, also those who came before it rang. To be called once it is known who is a
 * stranger, in the transaction that scores them.
 */
export async function watchLeaks(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<void> {
  const { rows: uses } = await client.query<Use>(USES, [shopId, orderIds]);
  if (uses.length === 0) return;
  const codes = [...new Set(uses.map(({ codeKey }) => codeKey))];
  const { rows: known } = await client.query<AlarmRow>(ALARMS, [shopId, codes]);
  const before = new Map(known.map((row) => [row.codeKey, currentOf(row)]));
  const after = new Map<string, LeakAlarm>(before);
  for (const use of uses)
    after.set(use.codeKey, alarmAfter(after.get(use.codeKey) ?? NO_ALARM, use));
  const rows = [...after]
    .filter(([codeKey, alarm]) => alarm !== before.get(codeKey))
    .map(([codeKey, alarm]) => ({ codeKey, ...alarm }));
  await client.query(KEEP, [shopId, JSON.stringify(rows)]);
  const ringing = rows.filter(({ isLeaking }) => isLeaking);
  // What was weighed while it rang already is so.
  const from = ringing.map(({ codeKey, since }) => {
    const own = uses.filter((use) => use.codeKey === codeKey).map(({ at }) => at);
    return before.get(codeKey)?.isLeaking ? Math.max(since, Math.min(...own)) : since;
  });
  const ringingCodes = ringing.map(({ codeKey }) => codeKey);
  if (ringing.length > 0) await weighStrangersAnew(client, shopId, ringingCodes, from);
}

/** Has who used these codes and was not issued them weighed anew, of each code from an instant on, in ms since 1970. */
export async function weighStrangersAnew(
  tx: AnyTransaction,
  shopId: number,
  codeKeys: readonly string[],
  from: readonly number[],
): Promise<void> {
  await queryIn(tx, REJUDGE, [shopId, codeKeys, from]);
}

/** The alarm that goes on: after one that was ended, a new one. */
function currentOf({ codeKey: _, endedAt, ...alarm }: AlarmRow): LeakAlarm {
  return endedAt === null ? { ...alarm, isLeaking: alarm.rangAt !== null } : alarmEnded(endedAt);
}

type Use = { codeKey: string; at: number; isOutside: boolean; isPrivate: boolean };
type AlarmRow = { codeKey: string; endedAt: number | null } & Omit<LeakAlarm, "isLeaking">;

/** Whether a code was not issued to who used it: the exact rule's flag says so. */
export const isStranger = (order: string, code: string) => `EXISTS (
  SELECT FROM flag f WHERE f.shop_id = $1 AND f.kind = 'overshoot' AND f.order_id = ${order} AND f.code_key = ${code}
    AND f.state <> 'withdrawn' AND f.evidence ->> 'limit' = '0')`;

/** The coupon site somebody came from, of a scored order `i`; null: from none. */
export const COUPON_SITE = "i.facts ->> 'couponSite'";

/** A use is outside its audience by who made it or, of a private code, by where they came from. */
const USES = `
  SELECT l.code_key AS "codeKey", (extract(epoch FROM o.placed_at) * 1000)::float8 AS at, c.is_private AS "isPrivate",
    CASE WHEN c.is_private THEN EXISTS (
      SELECT FROM identity_order i WHERE i.shop_id = $1 AND i.order_id = o.id AND ${COUPON_SITE} IS NOT NULL)
    ELSE ${isStranger("o.id", "l.code_key")} END AS "isOutside"
  FROM unnest($2::bigint[]) WITH ORDINALITY AS n (id, place)
  JOIN shop_order o ON o.shop_id = $1 AND o.id = n.id
  JOIN ledger_entry l ON l.shop_id = $1 AND l.order_id = o.id
  JOIN campaign c ON c.shop_id = $1 AND c.id = l.campaign_id AND (c.issued_only OR c.is_private)
    AND (c.watched_since IS NULL OR o.placed_at >= c.watched_since)
  GROUP BY n.place, o.id, o.placed_at, l.code_key, c.is_private HAVING sum(l.redemptions) > 0
  ORDER BY n.place, l.code_key COLLATE "C"`;

/** The last of each code comes last. Nobody ends one, or takes that back, while it is being carried on. */
const ALARMS = `
  SELECT code_key AS "codeKey", cusum, orders, (extract(epoch FROM counts_from) * 1000)::float8 AS "countsFrom",
    (extract(epoch FROM since) * 1000)::float8 AS since, (extract(epoch FROM rang_at) * 1000)::float8 AS "rangAt",
    (extract(epoch FROM ended_at) * 1000)::float8 AS "endedAt"
  FROM leak_alarm WHERE shop_id = $1 AND code_key = ANY ($2::text[])
  ORDER BY code_key, counts_from FOR UPDATE`;

const KEEP = `
  INSERT INTO leak_alarm (shop_id, code_key, counts_from, cusum, orders, since, rang_at)
  SELECT $1, n."codeKey", to_timestamp(n."countsFrom" / 1000), n.cusum, n.orders, to_timestamp(n.since / 1000),
    to_timestamp(n."rangAt" / 1000)
  FROM json_to_recordset($2::json) AS n ("codeKey" text, "countsFrom" float8, cusum float8, orders int, since float8,
    "rangAt" float8)
  ON CONFLICT (shop_id, code_key, counts_from) DO UPDATE SET cusum = excluded.cusum, orders = excluded.orders,
    since = excluded.since, rang_at = excluded.rang_at`;

const REJUDGE = `
  INSERT INTO score_due (shop_id, order_id)
  SELECT DISTINCT $1::int, o.id FROM unnest($2::text[], $3::float8[]) AS n (code_key, since)
  JOIN ledger_entry l ON l.shop_id = $1 AND l.code_key = n.code_key AND l.effective_at >= to_timestamp(n.since / 1000)
  JOIN shop_order o ON o.shop_id = $1 AND o.id = l.order_id AND o.placed_at >= to_timestamp(n.since / 1000)
  WHERE ${isStranger("o.id", "l.code_key")}
  ON CONFLICT DO NOTHING`;
