import type pg from "pg";

type Membership = {
  shopId: number;
  /** A segment or a tag, as `Eligibility` says it. */
  membership: string;
  customerIds: readonly string[];
  member: boolean;
  now: Date;
};

/** Notes that customers are in a segment or have a tag, or not any more, and that their standing must be written. */
export async function setMembership(db: Pick<pg.Pool, "query">, change: Membership): Promise<void> {
  const { shopId, membership, customerIds, member, now } = change;
  if (customerIds.length === 0) return;
  await db.query(member ? JOIN : LEAVE, [shopId, membership, customerIds, now]);
}

/** Who somebody is waits behind what they bought. */
const URGENCY = "urgency = CASE WHEN s.dirty_since IS NULL THEN 1 ELSE LEAST(s.urgency, 1) END";

const JOIN = `
  INSERT INTO standing AS s (shop_id, customer_id, memberships, dirty_since, urgency)
  SELECT $1, customer_id, ARRAY[$2::text], $4, 1 FROM unnest($3::bigint[]) AS customer_id
  ON CONFLICT (shop_id, customer_id) DO UPDATE
  SET memberships = array_append(s.memberships, $2::text), ${URGENCY}, dirty_since = COALESCE(s.dirty_since, $4),
      changes = s.changes + 1, error = NULL
  WHERE NOT s.memberships @> ARRAY[$2::text]`;

const LEAVE = `
  UPDATE standing s
  SET memberships = array_remove(s.memberships, $2::text), ${URGENCY}, dirty_since = COALESCE(s.dirty_since, $4),
      changes = s.changes + 1, error = NULL
  WHERE s.shop_id = $1 AND s.customer_id = ANY ($3::bigint[]) AND s.memberships @> ARRAY[$2::text]`;
