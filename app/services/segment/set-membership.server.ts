import type pg from "pg";

type Membership = {
  shopId: number;
  segmentId: string;
  customerIds: readonly string[];
  member: boolean;
  now: Date;
};

/** Notes that customers are in a segment, or not any more, and that their standing must be written. */
export async function setMembership(
  db: Pick<pg.Pool, "query">,
  membership: Membership,
): Promise<void> {
  const { shopId, segmentId, customerIds, member, now } = membership;
  if (customerIds.length === 0) return;
  await db.query(member ? JOIN : LEAVE, [shopId, segmentId, customerIds, now]);
}

const JOIN = `
  INSERT INTO standing AS s (shop_id, customer_id, segments, dirty_since)
  SELECT $1, customer_id, ARRAY[$2::text], $4 FROM unnest($3::bigint[]) AS customer_id
  ON CONFLICT (shop_id, customer_id) DO UPDATE
  SET segments = array_append(s.segments, $2::text), dirty_since = COALESCE(s.dirty_since, $4),
      changes = s.changes + 1, error = NULL
  WHERE NOT s.segments @> ARRAY[$2::text]`;

const LEAVE = `
  UPDATE standing
  SET segments = array_remove(segments, $2::text), dirty_since = COALESCE(dirty_since, $4),
      changes = changes + 1, error = NULL
  WHERE shop_id = $1 AND customer_id = ANY ($3::bigint[]) AND segments @> ARRAY[$2::text]`;
