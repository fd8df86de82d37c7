import type pg from "pg";

/**
 * Which of these campaigns were issued to these people (given by their roots), by person. `at`: by what was recorded until
 * then.
 */
export async function issuedCampaigns(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  personIds: readonly string[],
  campaignIds: readonly string[],
  at: Date | null = null,
): Promise<Map<string, string[]>> {
  if (campaignIds.length === 0 || personIds.length === 0) return new Map();
  const { rows } = await db.query<{ personId: string; campaignIds: string[] }>(ISSUED, [
    ...[shopId, personIds, campaignIds, at],
  ]);
  return new Map(rows.map((row) => [row.personId, row.campaignIds]));
}

const MEMBER = `
  WITH member AS (
    SELECT id, id AS root FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id, root_id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  )`;

const ISSUED = `${MEMBER}
  SELECT m.root::text AS "personId", array_agg(DISTINCT i.campaign_id::text) AS "campaignIds"
  FROM member m JOIN issuance i ON i.shop_id = $1 AND i.person_id = m.id AND i.campaign_id = ANY ($3::uuid[])
  WHERE $4::timestamptz IS NULL OR i.created_at <= $4
  GROUP BY m.root`;

/** Of these people (given by their roots), those to whom some campaign was issued that only those may use. */
export async function issuedPeople(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(ANY_ISSUED, [shopId, personIds]);
  return rows.map(({ personId }) => personId);
}

const ANY_ISSUED = `${MEMBER}
  SELECT DISTINCT m.root::text AS "personId"
  FROM member m
  JOIN issuance i ON i.shop_id = $1 AND i.person_id = m.id
  JOIN campaign c ON c.shop_id = i.shop_id AND c.id = i.campaign_id AND c.issued_only`;
