import { groupIdOf } from "#app/domain/campaign/limit.ts";
import type { RuleTerms } from "#app/domain/policy/rule.ts";
import type { ExceptionEvidence } from "#app/domain/verdict/answer.ts";
import { scopeWords, type Names } from "#app/domain/verdict/words.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";

type Asked = { shopId: number; personId: string; day: string; at: Date | null };

/** Who disqualified, asked to sign in or allowed a person for a campaign, until when and why, as it holds on a local day. */
export async function exceptionsOf(
  deps: Deps,
  { shopId, personId, day, at }: Asked,
  { id, groups }: RuleTerms,
  names: Names,
): Promise<ExceptionEvidence[]> {
  const { rows } = await deps.database.pool.query<Row>(HOLDING, [shopId, personId, day, at]);
  return rows.flatMap(({ number, group, ...row }) => {
    const scope = group !== null ? groupIdOf(group) : number === null ? "*" : number.toString(36);
    const isMeant = scope === "*" || scope === id || groups.some((each) => each === scope);
    return isMeant ? [{ ...row, scope: scopeWords(scope, names) }] : [];
  });
}

type Row = Omit<ExceptionEvidence, "scope"> & { number: number | null; group: number | null };

const HOLDING = `
  WITH listed AS (
    SELECT CASE step WHEN 'sign_in' THEN 'sign_in' ELSE 'disqualified' END AS kind, shop_id, person_id, campaign_id, group_number, until, reason, created_by, created_at,
      lifted_at FROM disqualification WHERE shop_id = $1
    UNION ALL
    SELECT 'allowed', shop_id, person_id, campaign_id, group_number, until, reason, created_by, created_at, lifted_at
    FROM allowance WHERE shop_id = $1
  )
  SELECT l.kind, c.number, l.group_number AS "group", to_char(l.until, 'YYYY-MM-DD') AS until, l.reason,
    l.created_by AS by, ${instantSql("l.created_at")} AS at
  FROM listed l
  JOIN person p ON p.shop_id = l.shop_id AND p.id = l.person_id AND COALESCE(p.root_id, p.id) = $2::bigint
  LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
  WHERE (l.lifted_at IS NULL OR l.lifted_at > $4::timestamptz) AND ($4 IS NULL OR l.created_at <= $4)
    AND (l.until IS NULL OR l.until >= $3::date)
  ORDER BY l.created_at`;
