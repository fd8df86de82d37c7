import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { ALL_SAID_TOGETHER, saidTogether } from "../person/put-together.server.ts";

/**
 * Notes that the standing of every account of these people (given by their roots), and of whom staff put together with
 * them, must be written, because something was issued to them. Who somebody is waits behind what they bought.
 */
export async function markIssuedTo(
  tx: AnyTransaction,
  shopId: number,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const people = (await saidTogether(tx, shopId)).withOthers(personIds);
  await queryIn(tx, ADD(PEOPLE), [shopId, people]);
  await queryIn(tx, MARK(PEOPLE), [shopId, people, now]);
}

/** The same of everybody to whom these campaigns were issued. */
export async function markIssued(
  tx: AnyTransaction,
  shopId: number,
  campaignIds: readonly string[],
  now: Date,
): Promise<void> {
  if (campaignIds.length === 0) return;
  await queryIn(tx, ADD(ISSUED), [shopId, campaignIds]);
  await queryIn(tx, MARK(ISSUED), [shopId, campaignIds, now]);
}

const PEOPLE = "SELECT unnest($2::bigint[]) AS root";
const ISSUED = `
  SELECT DISTINCT COALESCE(p.root_id, p.id) AS root
  FROM issuance i JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1::int AND i.campaign_id = ANY ($2::uuid[])
  UNION ${ALL_SAID_TOGETHER}`;

const MEMBER = (whom: string) => `
  WITH asked AS (${whom}), member AS (
    SELECT root AS id, root FROM asked
    UNION SELECT p.id, p.root_id FROM person p JOIN asked a ON p.shop_id = $1::int AND p.root_id = a.root
  )`;

/** Accounts that ordered without a code have no standing yet. */
const ADD = (whom: string) => `${MEMBER(whom)}
  INSERT INTO standing AS s (shop_id, customer_id, person_id, memberships)
  SELECT DISTINCT ON (o.customer_id) $1::int, o.customer_id, m.root, '{}'::text[]
  FROM member m JOIN shop_order o ON o.shop_id = $1::int AND o.person_id = m.id
  WHERE o.customer_id IS NOT NULL
  ORDER BY o.customer_id, o.placed_at DESC
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET person_id = COALESCE(s.person_id, excluded.person_id)`;

const MARK = (whom: string) => `${MEMBER(whom)}
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3::timestamptz), changes = s.changes + 1, error = NULL,
    urgency = CASE WHEN s.dirty_since IS NULL THEN 1 ELSE LEAST(s.urgency, 1) END
  FROM member m WHERE s.shop_id = $1::int AND s.person_id = m.id`;
