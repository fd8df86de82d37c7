import type pg from "pg";

import type { Finding, PastOrder, Ring, RingSetting } from "#app/domain/backtest/ring.ts";
import { onScale, type Scale } from "#app/domain/calibration/scale.ts";
import { limitsSchema } from "#app/domain/campaign/limit.schema.ts";
import type { CaseDecision } from "#app/domain/case/case.ts";
import type { Season } from "#app/domain/policy/season.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { foundUses } from "../calibration/found-uses.server.ts";
import { MEMBERS } from "../case/linked-people.server.ts";

type DecisionRow = { root: string; at: string; decision: CaseDecision };

/** These rings, given by the roots of their people, with their orders on the scale and what staff decided about them. */
export async function readRings(
  client: pg.PoolClient,
  shopId: number,
  rings: readonly (readonly string[])[],
  scale: Scale,
): Promise<Ring[]> {
  const people = rings.flat();
  const orders = await client.query<Omit<PastOrder, "findings">>(ORDERS, [shopId, people]);
  const ids = orders.rows.map(({ orderId }) => orderId);
  const found = await foundUses(client, shopId, ids);
  const onOwnScale = (score: number | null) => (score === null ? null : onScale(scale, score));
  const findingsOf = (orderId: string): Finding[] =>
    (found.get(orderId) ?? []).map((use) => ({ ...use, score: onOwnScale(use.score) }));
  const decisions = await readDecisions(client, shopId, rings);
  const ordersOf = Map.groupBy(orders.rows, ({ personId }) => personId);
  return rings.map((roots, at) => ({
    orders: roots
      .flatMap((root) => ordersOf.get(root) ?? [])
      .map((order) => ({ ...order, findings: findingsOf(order.orderId) }))
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    decisions: decisions[at] ?? [],
  }));
}

/** What staff decided about each of these rings, given by the roots of their people. */
export async function readDecisions(
  client: pg.PoolClient,
  shopId: number,
  rings: readonly (readonly string[])[],
): Promise<Ring["decisions"][]> {
  const { rows } = await client.query<DecisionRow>(DECISIONS, [shopId, rings.flat()]);
  const decisionsOf = Map.groupBy(rows, ({ root }) => root);
  return rings.map((roots) => distinct(roots.flatMap((root) => decisionsOf.get(root) ?? [])));
}

function placeOf({ placedAt, orderId }: PastOrder): string {
  return `${placedAt} ${orderId.padStart(20, "0")}`;
}

/** One decision on a case of several people is one. */
function distinct(rows: readonly DecisionRow[]): Ring["decisions"] {
  const found = new Map(rows.map(({ at, decision }) => [`${at} ${decision}`, { at, decision }]));
  return [...found.values()];
}

/** What the policies ask about the shop's campaigns. */
export async function readSetting(client: pg.PoolClient, shopId: number): Promise<RingSetting> {
  type Row = { id: string; groups: number[]; limits: unknown; lastDay: string | null };
  const campaigns = await client.query<Row>(CAMPAIGNS, [shopId]);
  const seasons = await client.query<Season>(SEASONS, [shopId]);
  return {
    seasons: seasons.rows,
    campaigns: new Map(
      campaigns.rows.map(({ id, groups, limits, lastDay }) => [
        id,
        { groups, lastDay, limits: limitsSchema.parse(limits) },
      ]),
    ),
  };
}

/** Their orders with a campaign's code, and those with a score. */
const ORDERS = `
  WITH ${MEMBERS}
  SELECT o.id::text AS "orderId", m.root::text AS "personId",
    ${instantSql("o.placed_at")} AS "placedAt",
    to_char(o.placed_at AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS day,
    u.uses
  FROM member m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  LEFT JOIN identity_order i ON i.shop_id = $1 AND i.order_id = o.id
  CROSS JOIN LATERAL (
    SELECT COALESCE(jsonb_agg(jsonb_build_object('codeKey', e.code_key, 'campaignId', e.campaign_id,
        'discountMinor', e.discount) ORDER BY e.code_key), '[]') AS uses
    FROM (
      SELECT l.campaign_id, l.code_key, sum(l.discount_minor)::float8 AS discount
      FROM ledger_entry l WHERE l.shop_id = $1 AND l.order_id = o.id AND l.campaign_id IS NOT NULL
      GROUP BY l.campaign_id, l.code_key HAVING sum(l.redemptions) > 0
    ) e
  ) u
  WHERE NOT o.test AND (i.score IS NOT NULL OR u.uses <> '[]')`;

const DECISIONS = `
  WITH ${MEMBERS}
  SELECT DISTINCT m.root::text AS root, f.decision, ${instantSql("f.decided_at")} AS at
  FROM member m JOIN flag f ON f.shop_id = $1 AND f.person_id = m.id
  WHERE f.state = 'reviewed' AND f.decision IN ('fine', 'same_household', 'abuse') AND f.decided_at IS NOT NULL`;

const CAMPAIGNS = `
  SELECT c.id, c.groups, c.limits,
    to_char(c.ends_at AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS "lastDay"
  FROM campaign c WHERE c.shop_id = $1`;

const SEASONS = `
  SELECT key, name, to_char(first, 'YYYY-MM-DD') AS first, to_char(last, 'YYYY-MM-DD') AS last, yearly
  FROM season WHERE shop_id = $1`;
