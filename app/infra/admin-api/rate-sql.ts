import { LOST_AFTER_MS } from "#app/domain/rate/bucket.ts";
import { BATCH_LEAVES } from "#app/domain/rate/lane.ts";
import { CLAIM_MS } from "#app/domain/rate/reserve.ts";
import { LOOK_AGAIN_MS, PROBE_MS, ROUNDING } from "#app/domain/rate/wait-for.ts";

/*
 * app/domain/rate in SQL, so that reading, deciding and writing are one statement under the row's lock; a test holds the
 * two to each other. Parameter 1 is the shop's domain; parameter 2 the instant, or null for the database's own clock.
 * Losing the last of it in a crash is harmless (answers correct it), so nobody waits for the disk.
 */
const now = `GREATEST(held.at, COALESCE($2::timestamptz, clock_timestamp()))`;
const ms = (points: number) => `interval '${points} milliseconds'`;
const secondsOf = (interval: string) => `extract(epoch FROM ${interval})::float8`;

/** The row, locked, at the instant. The clock is read after the lock was got: whoever waited for it has a later one. */
const held = `
  WITH held AS MATERIALIZED (
    SELECT bucket.*, set_config('synchronous_commit', 'off', true)
    FROM rate_bucket AS bucket JOIN shop ON shop.id = bucket.shop_id
    WHERE shop.domain = $1 FOR UPDATE OF bucket
  ), dated AS MATERIALIZED (
    SELECT held.*, ${now} AS now FROM held
  ), levelled AS (
    SELECT *, LEAST(maximum, available + restore_rate * ${secondsOf("now - at")}) AS level,
      CASE WHEN now - reserved_at > ${ms(LOST_AFTER_MS)} THEN reserved ELSE settled END AS ended
    FROM dated
  )`;

/** 3: points, 4: whether interactive, 5: the process, 6: how many more of its calls wait. */
export const RESERVE = `${held}, needing AS (
    SELECT *, LEAST($3::float8, maximum) AS points,
      CASE WHEN awaited_until > now THEN awaited ELSE 0 END AS claimed
    FROM levelled
  ), weighed AS (
    SELECT *, points + CASE WHEN $4::boolean THEN 0
      ELSE GREATEST(LEAST(${BATCH_LEAVES} * maximum, maximum - points), claimed) END AS needed
    FROM needing
  ), asked AS MATERIALIZED (
    SELECT *, GREATEST(0, ceil(GREATEST(
        (needed - level - ${ROUNDING}) / restore_rate * 1000,
        ${secondsOf("paused_until - now")} * 1000,
        CASE WHEN learned_at IS NULL AND reserved > ended AND now - reserved_at < ${ms(PROBE_MS)}
          THEN ${LOOK_AGAIN_MS} ELSE 0 END
      ))) AS wait_ms
    FROM weighed
  )
  UPDATE rate_bucket AS bucket SET
    available = level - CASE WHEN wait_ms = 0 THEN points ELSE 0 END,
    at = now,
    reserved = asked.reserved + CASE WHEN wait_ms = 0 THEN points ELSE 0 END,
    settled = ended,
    reserved_at = CASE WHEN wait_ms = 0 THEN now ELSE asked.reserved_at END,
    awaited = CASE
      WHEN NOT $4 THEN asked.awaited
      WHEN wait_ms = 0 THEN CASE WHEN $3 >= asked.awaited THEN 0 ELSE asked.awaited END
      ELSE GREATEST($3, claimed) END,
    awaited_until = CASE WHEN $4 AND wait_ms > 0
      THEN now + LEAST(wait_ms, ${LOOK_AGAIN_MS}) * ${ms(1)} + ${ms(CLAIM_MS)}
      ELSE asked.awaited_until END,
    waiting = CASE WHEN wait_ms = 0 AND $6::int = 0 THEN asked.waiting - $5::text
      ELSE (SELECT COALESCE(jsonb_object_agg(key, value), '{}')
            FROM jsonb_each(asked.waiting) WHERE (value->>'until')::float8 > extract(epoch FROM now))
        || jsonb_build_object($5::text, jsonb_build_object(
          'calls', $6::int + CASE WHEN wait_ms = 0 THEN 0 ELSE 1 END,
          'until', ${secondsOf("now")} + ${(LOOK_AGAIN_MS + CLAIM_MS) / 1_000})) END
  FROM asked WHERE bucket.shop_id = asked.shop_id
  RETURNING wait_ms AS "waitMs", points, ended AS mark`;

/** 3: points reserved, 4: mark, 5: points spent, 6–8: Shopify's available, maximum and rate, 9: throttled, 10: pause in ms. */
export const SETTLE = `${held}, counted AS MATERIALIZED (
    SELECT *, level + $3::float8 - $5::float8 AS own,
      GREATEST(0, reserved - $4::float8 - $3) AS under_way
    FROM levelled
  )
  UPDATE rate_bucket AS bucket SET
    available = LEAST(COALESCE($7::float8, counted.maximum), CASE
      WHEN $9::boolean THEN LEAST(own, COALESCE($6::float8, 0))
      WHEN $6 IS NULL THEN own
      ELSE GREATEST($6 - under_way, LEAST(own, $6)) END),
    maximum = COALESCE($7, counted.maximum),
    restore_rate = COALESCE($8::float8, counted.restore_rate),
    at = now,
    learned_at = CASE WHEN $6 IS NULL THEN counted.learned_at ELSE now END,
    settled = LEAST(counted.reserved, counted.settled + $3),
    paused_until = GREATEST(counted.paused_until, now + $10::float8 * ${ms(1)})
  FROM counted WHERE bucket.shop_id = counted.shop_id`;

/** 3: size, 4: rate, 5: points to begin with. Of two who begin it one does. */
export const BEGIN = `
  INSERT INTO rate_bucket (shop_id, available, maximum, restore_rate, at, reserved, settled, reserved_at, paused_until,
    awaited, awaited_until, waiting)
  SELECT id, $5, $3, $4, start, 0, 0, start, start, 0, start, '{}'
  FROM shop, COALESCE($2::timestamptz, clock_timestamp()) AS start WHERE domain = $1
  ON CONFLICT (shop_id) DO NOTHING`;

/** Reads without a lock. */
export const READ = `
  SELECT LEAST(maximum, available + restore_rate * ${secondsOf("now - at")}) AS available,
    maximum, restore_rate AS "restoreRate",
    GREATEST(0, ${secondsOf("paused_until - now")} * 1000) AS "pausedMs",
    (SELECT COALESCE(sum((value->>'calls')::int), 0) FROM jsonb_each(waiting)
     WHERE (value->>'until')::float8 > extract(epoch FROM now))::int AS waiting
  FROM (SELECT held.*, ${now} AS now
        FROM rate_bucket AS held JOIN shop ON shop.id = held.shop_id WHERE shop.domain = $1) AS dated`;
