import type pg from "pg";

import { limitsSchema } from "#app/domain/campaign/limit.schema.ts";
import type { JudgedCase } from "#app/domain/fair-use/judge-case.ts";
import { periodEnd } from "#app/domain/fair-use/period-end.ts";
import type { Season } from "#app/domain/policy/season.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";

/**
 * An open case as a policy sees it, with whom and what an effect is on. People by their roots. `isWaiting`: the exact rule
 * flagged an order that signals have not looked at yet.
 */
export type PolicyCase = JudgedCase & {
  id: string;
  number: number;
  step: string | null;
  isWaiting: boolean;
  people: string[];
  campaigns: string[];
  groups: number[];
};

/** What a policy looks at, of these cases that are open. */
export async function readPolicyCases(
  client: pg.PoolClient,
  shopId: number,
  caseIds: readonly string[],
  now: Date,
): Promise<PolicyCase[]> {
  const { rows } = await client.query<Row>(CASES, [shopId, caseIds, now]);
  const { rows: seasons } = await client.query<Season>(SEASONS, [shopId]);
  return rows.map(({ promotions, ...row }) => {
    const ends = promotions.map(({ limits, lastDay }) =>
      periodEnd({ limits: limitsSchema.parse(limits), lastDay }, seasons, row.today),
    );
    // Of several promotions, the one that lasts longest.
    const isEndless = ends.length === 0 || ends.includes(null);
    const [latest = null] = ends
      .filter((end) => end !== null)
      .sort()
      .reverse();
    return { ...row, periodEnds: isEndless ? null : latest };
  });
}

type Row = Omit<PolicyCase, "periodEnds" | "kinds"> & {
  kinds: SignalKind[];
  promotions: { limits: unknown; lastDay: string | null }[];
};

const SEASONS = `
  SELECT key, name, to_char(first, 'YYYY-MM-DD') AS first, to_char(last, 'YYYY-MM-DD') AS last, yearly
  FROM season WHERE shop_id = $1`;

const CASES = `
  WITH zone AS (SELECT time_zone FROM shop WHERE id = $1), told AS (
    SELECT f.case_id, ARRAY[f.kind] || ARRAY(SELECT s ->> 'name' FROM jsonb_array_elements(f.signals) AS s) AS kinds,
      f.order_id, f.campaign_id, COALESCE(f.score, 1) AS score, f.score IS NULL AND EXISTS (
        SELECT FROM identity_order i WHERE i.shop_id = $1 AND i.order_id = f.order_id AND i.sequence IS NULL
      ) AS waits,
      COALESCE(p.root_id, p.id) AS root
    FROM flag f LEFT JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
    WHERE f.shop_id = $1 AND f.case_id = ANY ($2::uuid[]) AND f.state = 'open'
  ), summed AS MATERIALIZED (
    SELECT t.case_id, bool_or(t.waits) AS waits, max(t.score) AS score,
      (SELECT array_agg(DISTINCT kind) FROM told o CROSS JOIN unnest(o.kinds) AS kind WHERE o.case_id = t.case_id) AS kinds,
      count(DISTINCT t.order_id)::int AS orders,
      COALESCE(array_agg(DISTINCT t.root::text) FILTER (WHERE t.root IS NOT NULL), '{}') AS people,
      COALESCE(array_agg(DISTINCT t.campaign_id::text) FILTER (WHERE t.campaign_id IS NOT NULL), '{}') AS campaigns
    FROM told t GROUP BY t.case_id
  )
  SELECT c.id, c.number, c.step, s.waits AS "isWaiting", s.kinds, s.score, s.orders, s.people, s.campaigns,
    to_char($3::timestamptz AT TIME ZONE (SELECT time_zone FROM zone), 'YYYY-MM-DD') AS today,
    (SELECT COALESCE(array_agg(DISTINCT g), '{}') FROM campaign k CROSS JOIN unnest(k.groups) AS g
     WHERE k.shop_id = $1 AND k.id = ANY (s.campaigns::uuid[])) AS groups,
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('limits', k.limits, 'lastDay',
       to_char(k.ends_at AT TIME ZONE (SELECT time_zone FROM zone), 'YYYY-MM-DD'))), '[]')
     FROM campaign k WHERE k.shop_id = $1 AND k.id = ANY (s.campaigns::uuid[])) AS promotions,
    (SELECT COALESCE(array_agg(floor(extract(epoch FROM $3::timestamptz - e.decided_at) / 86400)::int), '{}')
     FROM review_case e WHERE e.shop_id = $1 AND e.state = 'decided' AND e.decision = 'abuse' AND EXISTS (
       SELECT FROM flag f JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
       WHERE f.shop_id = $1 AND f.case_id = e.id
         AND COALESCE(p.root_id, p.id) = ANY (s.people::bigint[]))) AS "abuseDaysAgo"
  FROM review_case c JOIN summed s ON s.case_id = c.id
  WHERE c.shop_id = $1 AND c.id = ANY ($2::uuid[]) AND c.state = 'open'`;
