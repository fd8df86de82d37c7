import type pg from "pg";

/** A link that may hold people together. `low`, `high`: the roots of the two it is between. */
export type LinkRow = {
  lowId: string;
  highId: string;
  low: string;
  high: string;
  relation: "same_person" | "household";
  bits: number;
  reasons: unknown;
  decided: "apart" | "together" | null;
  decidedBy: string | null;
  decidedAt: string | null;
};

/** As `isOnePerson` says. */
const HOLDS = "(l.decided = 'together' OR l.relation = 'same_person' AND l.decided IS NULL)";

/**
 * Who the cases $2 are about, in `WITH RECURSIVE`: rows of `case_id` and `id`, the root of who has a flag in it or whom links
 * lead to from there. Of a case that was decided, as links stood then: words said with the decision or since change nothing.
 */
export const PEOPLE_OF_CASES = `
  of_case (case_id, decided_at, id) AS (
    SELECT f.case_id, c.decided_at, COALESCE(p.root_id, p.id)
    FROM flag f JOIN review_case c ON c.shop_id = $1 AND c.id = f.case_id
    JOIN person p ON p.shop_id = $1 AND p.id = f.person_id
    WHERE f.shop_id = $1 AND f.case_id = ANY ($2::uuid[]) AND f.state <> 'withdrawn'
    UNION
    SELECT r.case_id, r.decided_at, COALESCE(o.root_id, o.id)
    FROM of_case r
    CROSS JOIN LATERAL (
      SELECT r.id UNION ALL SELECT p.id FROM person p WHERE p.shop_id = $1 AND p.root_id = r.id
    ) m
    CROSS JOIN LATERAL (
      SELECT l.high_id AS id FROM person_link l WHERE l.shop_id = $1 AND l.low_id = m.id AND ${heldAt("r.decided_at")}
      UNION ALL
      SELECT l.low_id FROM person_link l WHERE l.shop_id = $1 AND l.high_id = m.id AND ${heldAt("r.decided_at")}
    ) n
    JOIN person o ON o.shop_id = $1 AND o.id = n.id
  )`;

function heldAt(moment: string): string {
  return `(l.decided = 'together' AND COALESCE(l.decided_at <= ${moment}, true)
    OR l.relation = 'same_person' AND (l.decided IS NULL OR l.decided_at >= ${moment})
      AND COALESCE(l.created_at <= ${moment}, true))`;
}

/** These people and all whom links lead to from them, by their roots. Null: those who have an open flag. */
export async function linkedPeople(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  personIds: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(REACHED, [shopId, personIds]);
  return rows.map(({ id }) => id);
}

const REACHED = `
  WITH RECURSIVE reached (id) AS (
    SELECT COALESCE(p.root_id, p.id) FROM person p
    WHERE p.shop_id = $1 AND CASE WHEN $2::bigint[] IS NULL
      THEN p.id IN (SELECT person_id FROM flag WHERE shop_id = $1 AND state = 'open')
      ELSE p.id = ANY ($2) END
    UNION
    SELECT COALESCE(o.root_id, o.id)
    FROM reached r
    CROSS JOIN LATERAL (
      SELECT r.id UNION ALL SELECT p.id FROM person p WHERE p.shop_id = $1 AND p.root_id = r.id
    ) m
    CROSS JOIN LATERAL (
      SELECT l.high_id AS id FROM person_link l WHERE l.shop_id = $1 AND l.low_id = m.id AND ${HOLDS}
      UNION ALL
      SELECT l.low_id FROM person_link l WHERE l.shop_id = $1 AND l.high_id = m.id AND ${HOLDS}
    ) n
    JOIN person o ON o.shop_id = $1 AND o.id = n.id
  )
  SELECT id::text FROM reached ORDER BY reached.id`;

/** The accounts of people that are given by their roots in $2: rows of `id` and `root`. */
export const MEMBERS = `
  member AS (
    SELECT id, id AS root FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id, root_id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  )`;

/** All links between these people (given by their roots), those that were decided apart and households included. */
export async function linksAmong(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  roots: readonly string[],
): Promise<LinkRow[]> {
  const { rows } = await db.query<LinkRow>(LINKS, [shopId, roots]);
  return rows;
}

const LINKS = `
  WITH ${MEMBERS}
  SELECT l.low_id::text AS "lowId", l.high_id::text AS "highId", low.root::text AS low, high.root::text AS high,
    l.relation, l.bits, l.reasons, l.decided, l.decided_by AS "decidedBy", l.decided_at::text AS "decidedAt"
  FROM person_link l JOIN member low ON low.id = l.low_id JOIN member high ON high.id = l.high_id
  WHERE l.shop_id = $1 AND low.root <> high.root
  ORDER BY l.bits DESC, l.low_id, l.high_id`;
