import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";

/**
 * Answers customers/data_request: everything that stands in our tables about a customer, kept for the merchant to pass
 * on. Of who they are these hold keyed hashes only; names and addresses are in the stored webhooks, which a job adds
 * (`gatherBodies`): the answer is not whole before. The answer to somebody without an account is kept under the hash of
 * their e-mail or phone, by which their erasure finds it.
 */
export async function exportCustomer(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  who: { customerId: string | null; email: string | null; phone: string | null; messageId: string },
): Promise<void> {
  const { id: shopId } = shop;
  const { customerId, messageId } = who;
  const exportId = deps.newId();
  const hashes = identityHashes(shop, who).map(({ hash }) => hash);
  const known = customerId === null ? (hashes[0] ?? null) : null;
  await client.query(EXPORT, [shopId, customerId, exportId, deps.now(), hashes, known]);
  await deps.jobs.send("gather-bodies", { shopId, exportId, messageId }, { transaction: client });
}

const EXPORT = `
  WITH ${theirOrders("$5")}, raised AS MATERIALIZED (
    SELECT f.*, o.name AS order_name FROM flag f JOIN own o ON o.id = f.order_id WHERE f.shop_id = $1
  )
  INSERT INTO data_export (shop_id, id, customer_id, identity_hash, content, created_at)
  SELECT $1, $3, $2::bigint, decode($6, 'hex'), jsonb_build_object(
    'orders', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'placedAt', o.placed_at,
        'channel', o.channel, 'status', o.financial_status, 'paidAt', o.paid_at, 'cancelledAt', o.cancelled_at,
        'expiredAt', o.expired_at, 'codes', o.codes, 'currency', o.currency, 'totalMinor', o.total_minor,
        'discountMinor', o.discount_minor, 'paidIn', jsonb_build_object('currency', o.presentment_currency,
          'totalMinor', o.presentment_total_minor, 'discountMinor', o.presentment_discount_minor),
        'refunds', o.refunds, 'disputes', o.disputes)
      ORDER BY o.placed_at, o.id) FROM own o), '[]'),
    'usesGivenBack', COALESCE((SELECT jsonb_agg(jsonb_build_object('order', o.name, 'code', u.code_key, 'at', u.freed_at)
      ORDER BY u.freed_at, u.code_key) FROM freed_use u JOIN own o ON o.id = u.order_id WHERE u.shop_id = $1), '[]'),
    'standing', (SELECT jsonb_build_object('memberships', s.memberships, 'written', s.written)
      FROM standing s WHERE s.shop_id = $1 AND s.customer_id = $2::bigint),
    'flags', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'order', f.order_name, 'code', f.code_key,
        'campaign', c.name, 'score', f.score, 'signals', jsonb_path_query_array(f.signals, '$[*].name'), 'state', f.state,
        'decision', f.decision, 'reason', f.reason, 'decidedAt', f.decided_at, 'at', f.created_at)
      ORDER BY f.created_at, f.id)
      FROM raised f LEFT JOIN campaign c ON c.shop_id = f.shop_id AND c.id = f.campaign_id), '[]'),
    'cases', COALESCE((SELECT jsonb_agg(jsonb_build_object('number', r.number, 'state', r.state, 'openedAt', r.opened_at,
        'decision', r.decision, 'reason', r.reason, 'comment', r.comment, 'decidedAt', r.decided_at)
      ORDER BY r.number) FROM review_case r
      WHERE r.shop_id = $1 AND r.id IN (SELECT case_id FROM raised)), '[]'),
    'linkedToOthers', COALESCE((SELECT jsonb_agg(jsonb_build_object('as', l.relation, 'decided', l.decided,
        'decidedAt', l.decided_at, 'by', (
          SELECT COALESCE(jsonb_agg(DISTINCT reason -> 'field'), '[]') FROM jsonb_array_elements(l.reasons) reason))
      ORDER BY l.created_at, l.low_id, l.high_id) FROM person_link l
      WHERE l.shop_id = $1 AND (l.low_id IN (SELECT id FROM same) OR l.high_id IN (SELECT id FROM same))), '[]'),
    'campaigns', COALESCE((SELECT jsonb_agg(c.name ORDER BY c.number) FROM campaign c
      WHERE c.shop_id = $1 AND $2::bigint = ANY (c.customer_ids)), '[]'),
    'codesGiven', COALESCE((SELECT jsonb_agg(k.code ORDER BY k.id) FROM code k
      WHERE k.shop_id = $1 AND k.holder_id IN (SELECT id FROM same)), '[]'),
    'issued', COALESCE((SELECT jsonb_agg(jsonb_build_object('campaign', c.name, 'code', k.code, 'channel', s.channel, 'at', s.at)
      ORDER BY s.id) FROM issuance s JOIN campaign c ON c.shop_id = s.shop_id AND c.id = s.campaign_id
      LEFT JOIN code k ON k.shop_id = s.shop_id AND k.id = s.code_id
      WHERE s.shop_id = $1 AND s.person_id IN (SELECT id FROM same)), '[]'),
    'listedAs', COALESCE((SELECT jsonb_agg(jsonb_build_object('role', l.role, 'campaign', c.name, 'code', l.code_key, 'since', l.created_at)
      ORDER BY l.created_at, l.id) FROM listed_person l LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
      WHERE l.shop_id = $1 AND l.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($5::text[]) AS hex)), '[]'),
    'disqualified', ${exceptions("disqualification", "e.step = 'disqualify'")},
    'askedToSignIn', ${exceptions("disqualification", "e.step = 'sign_in'")},
    'allowed', ${exceptions("allowance")}), $4`;

/**
 * Tables of the person with all they were found to be (`same`) and their orders (`own`), those as a guest, too. Of the
 * shop `$1` and the account `$2`, if they have one; `hashes`: the parameter with all they are known by.
 */
export function theirOrders(hashes: string): string {
  return `same AS MATERIALIZED (
    SELECT DISTINCT other.id FROM person_identity i
    JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
    JOIN person other ON other.shop_id = p.shop_id AND COALESCE(other.root_id, other.id) = COALESCE(p.root_id, p.id)
    WHERE i.shop_id = $1 AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest(${hashes}::text[]) AS hex)
  ), own AS MATERIALIZED (
    SELECT * FROM shop_order o
    WHERE o.shop_id = $1 AND (o.customer_id = $2::bigint OR o.person_id IN (SELECT id FROM same))
  )`;
}

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
