import type {
  FirstOrders,
  Issued,
  NewAndReturning,
  PeopleOrders,
} from "#app/domain/insight/people.ts";
import type { Range } from "#app/domain/insight/range.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Orders by who placed them, by key: "" all, "+" with a code, or a campaign's id. */
export async function readNewAndReturning(
  deps: Deps,
  shopId: number,
  keys: readonly string[],
  { from, to }: Range,
): Promise<Map<string, PeopleOrders>> {
  const { rows } = await deps.database.pool.query<PeopleOrders & { key: string }>(ORDERS, [
    shopId,
    keys,
    from,
    to,
  ]);
  return new Map(rows.map(({ key, ...orders }) => [key, orders]));
}

const ORDERS = `
  SELECT key, COALESCE(sum(people) FILTER (WHERE bucket = 0), 0)::int AS fresh,
    COALESCE(sum(people) FILTER (WHERE bucket = 1), 0)::int AS returning,
    COALESCE(sum(people) FILTER (WHERE bucket = 2), 0)::int AS unknown
  FROM rollup_people
  WHERE shop_id = $1 AND measure = 'order' AND key = ANY ($2) AND channel = '' AND day BETWEEN $3::date AND $4::date
  GROUP BY key`;

/** The same of one key. */
export async function readPeople(
  deps: Deps,
  shopId: number,
  key: string,
  range: Range,
): Promise<NewAndReturning> {
  const orders = (await readNewAndReturning(deps, shopId, [key], range)).get(key);
  const due = await deps.database.prisma.personDue.findFirst({ where: { shopId } });
  return { ...(orders ?? { fresh: 0, returning: 0, unknown: 0 }), isCounting: due !== null };
}

/** First orders of a key in a range of days, by the days to the next order. */
export async function readFirstOrders(
  deps: Deps,
  shopId: number,
  key: string,
  { from, to }: Range,
): Promise<FirstOrders[]> {
  const { rows } = await deps.database.pool.query<FirstOrders>(FIRST, [shopId, key, from, to]);
  return rows;
}

const FIRST = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, NULLIF(bucket, -1) AS "gapDays", people
  FROM rollup_people
  WHERE shop_id = $1 AND measure = 'repeat' AND key = $2 AND channel = '' AND day BETWEEN $3::date AND $4::date`;

/** People a campaign was issued to in a range of days, by way and by the days to their first use. */
export async function readIssued(
  deps: Deps,
  shopId: number,
  campaignId: string,
  { from, to }: Range,
): Promise<Issued[]> {
  const { rows } = await deps.database.pool.query<Issued>(ISSUED, [shopId, campaignId, from, to]);
  return rows;
}

const ISSUED = `
  SELECT channel, NULLIF(bucket, -1) AS "daysToUse", sum(people)::int AS people
  FROM rollup_people
  WHERE shop_id = $1 AND measure = 'issued' AND key = $2 AND day BETWEEN $3::date AND $4::date
  GROUP BY channel, bucket`;

/** Orders by who placed them, and their buckets in `rollup_people`. */
const BUCKETS = { new: 0, returning: 1, unknown: 2 };
export type OrdersOf = keyof typeof BUCKETS;

/** `lines`: orders in these days that are asked for; `orders`: all of the key. */
export type CountedDays = Range & { lines: number; orders: number };

/**
 * The days in which the next lines of a page are: the latest with so many orders of a key that are their person's first
 * of all, those that are not, or those of nobody known. Null: there are none. Of a shop that just moved they are not known.
 */
export async function countedDays(
  deps: Deps,
  shop: Pick<Shop, "id">,
  { key, of, most }: { key: string; of: OrdersOf; most: number },
  days: Range,
): Promise<CountedDays | null> {
  const { rows } = await deps.database.pool.query<CountedDays>(COUNTED, [
    ...[shop.id, key, days.from, days.to, BUCKETS[of], most],
  ]);
  return rows[0] ?? null;
}

const OF_KEY = "shop_id = $1 AND measure = 'order' AND key = $2 AND channel = ''";

/** The last of the days may be read in part already: it is not counted. */
const COUNTED = `
  WITH counted AS (
    SELECT min(day) AS first, max(day) AS last, sum(people)::int AS lines
    FROM (
      SELECT day, people, sum(people) FILTER (WHERE day < $4::date) OVER (ORDER BY day DESC) - people AS later
      FROM rollup_people WHERE ${OF_KEY} AND day BETWEEN $3::date AND $4::date AND bucket = $5
    ) d
    WHERE later IS NULL OR later < $6 HAVING count(*) > 0
  )
  SELECT to_char(first, 'YYYY-MM-DD') AS from, to_char(last, 'YYYY-MM-DD') AS to, lines,
    (SELECT sum(people)::int FROM rollup_people WHERE ${OF_KEY} AND day BETWEEN first AND last) AS orders
  FROM counted`;
