import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";

/**
 * Answers customers/data_request: everything that stands in our tables about a customer, kept for the merchant to pass
 * on. Of the person themselves we hold keyed hashes only, so there is no name or address in it.
 */
export async function exportCustomer(
  client: pg.PoolClient,
  shop: Shop,
  who: { customerId: string; email: string | null; phone: string | null },
  context: { now: Date; newId: () => string },
): Promise<void> {
  const hashes = identityHashes(shop, who).map(({ hash }) => hash);
  await client.query(EXPORT, [shop.id, who.customerId, context.newId(), context.now, hashes]);
}

/** The person with all they were found to be: their orders as a guest are theirs, too. */
const EXPORT = `
  WITH same AS MATERIALIZED (
    SELECT DISTINCT other.id FROM person_identity i
    JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    JOIN person other ON other.shop_id = p.shop_id AND COALESCE(other.root_id, other.id) = COALESCE(p.root_id, p.id)
    WHERE i.shop_id = $1 AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($5::text[]) AS hex)
  ), own AS MATERIALIZED (
    SELECT * FROM shop_order o
    WHERE o.shop_id = $1 AND (o.customer_id = $2::bigint OR o.person_id IN (SELECT id FROM same))
  )
  INSERT INTO data_export (shop_id, id, customer_id, content, created_at)
  SELECT $1, $3, $2::bigint, jsonb_build_object(
    'orders', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'placedAt', o.placed_at, 'codes', o.codes)
      ORDER BY o.placed_at) FROM own o), '[]'),
    'standing', (SELECT jsonb_build_object('memberships', s.memberships, 'written', s.written)
      FROM standing s WHERE s.shop_id = $1 AND s.customer_id = $2::bigint),
    'flags', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'state', f.state, 'decision', f.decision, 'reason', f.reason))
      FROM flag f JOIN own o ON o.id = f.order_id WHERE f.shop_id = $1), '[]'),
    'campaigns', COALESCE((SELECT jsonb_agg(c.name ORDER BY c.number) FROM campaign c
      WHERE c.shop_id = $1 AND $2::bigint = ANY (c.customer_ids)), '[]'),
    'codesGiven', COALESCE((SELECT jsonb_agg(k.code ORDER BY k.id) FROM code k
      WHERE k.shop_id = $1 AND k.holder_id IN (SELECT id FROM same)), '[]'),
    'issued', COALESCE((SELECT jsonb_agg(jsonb_build_object('campaign', c.name, 'channel', s.channel, 'at', s.at) ORDER BY s.id)
      FROM issuance s JOIN campaign c ON c.shop_id = s.shop_id AND c.id = s.campaign_id
      WHERE s.shop_id = $1 AND s.person_id IN (SELECT id FROM same)), '[]'),
    'listedAs', COALESCE((SELECT jsonb_agg(jsonb_build_object('role', l.role, 'campaign', c.name, 'code', l.code_key, 'since', l.created_at)
      ORDER BY l.created_at, l.id) FROM listed_person l LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
      WHERE l.shop_id = $1 AND l.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($5::text[]) AS hex)), '[]'),
    'disqualified', ${exceptions("disqualification", "e.step = 'disqualify'")},
    'askedToSignIn', ${exceptions("disqualification", "e.step = 'sign_in'")},
    'allowed', ${exceptions("allowance")}), $4`;

/** What staff decided about somebody, lifted or not; `of`: a campaign, a group, or everything. */
function exceptions(table: "disqualification" | "allowance", which = "true"): string {
  return `COALESCE((
      SELECT jsonb_agg(jsonb_build_object('of', COALESCE(c.name, g.name, 'everything'), 'reason', e.reason,
        'since', e.created_at, 'until', e.until, 'liftedAt', e.lifted_at) ORDER BY e.created_at, e.id)
      FROM ${table} e
      LEFT JOIN campaign c ON c.shop_id = e.shop_id AND c.id = e.campaign_id
      LEFT JOIN campaign_group g ON g.shop_id = e.shop_id AND g.number = e.group_number
      WHERE e.shop_id = $1 AND ${which} AND (e.person_id IN (SELECT id FROM same) OR e.customer_id = $2::bigint)), '[]')`;
}
