import { groupIdOf } from "#app/domain/campaign/limit.ts";
import type { ExceptionKind } from "#app/domain/guard/exception.ts";
import type { PutTogether } from "#app/domain/identity/cluster/put-together.ts";
import type { Scoped } from "#app/domain/policy/standing.ts";
import type { Deps } from "#app/infra/deps.server.ts";

export type ScopedPerson = Scoped & { personId: string };

type Asked = {
  shopId: number;
  together: PutTogether;
  today: string;
  personIds?: readonly string[];
  at?: Date | null;
};

/**
 * Who is disqualified, asked to sign in or allowed on a local date, and what, as standings and the guests' list say it: one row
 * for each person (their root) and scope, the one that holds longest, those of whom staff put together with them included.
 * Everyone without `personIds`. `at`: by what was decided and not yet lifted then.
 */
export async function scopedPeople(
  deps: Deps,
  kind: ExceptionKind,
  { shopId, together, today, personIds, at }: Asked,
): Promise<ScopedPerson[]> {
  type Row = {
    personId: string;
    number: number | null;
    group: number | null;
    until: string | null;
  };
  const { rows } = await deps.database.pool.query<Row>(SCOPED(HELD_IN[kind]), [
    shopId,
    today,
    personIds ? together.withOthers(personIds) : null,
    at ?? null,
  ]);
  const scoped = rows.map(({ personId, number, group, until }) => ({
    personId,
    scope: group !== null ? groupIdOf(group) : number === null ? "*" : number.toString(36),
    until,
  }));
  const shared = together.shared(Map.groupBy(scoped, ({ personId }) => personId));
  return [...shared].flatMap(([personId, theirs]) =>
    longest(theirs).map((each) => ({ ...each, personId })),
  );
}

/** Of each scope the one that holds longest. */
function longest(scoped: readonly Scoped[]): Scoped[] {
  const byScope = new Map<string, Scoped>();
  for (const { scope, until } of scoped) {
    const other = byScope.get(scope);
    const isLonger = !other || until === null || (other.until !== null && until > other.until);
    if (isLonger) byScope.set(scope, { scope, until });
  }
  return [...byScope.values()];
}

const HELD_IN: Record<ExceptionKind, string> = {
  disqualified: "(SELECT * FROM disqualification WHERE step = 'disqualify')",
  sign_in: "(SELECT * FROM disqualification WHERE step = 'sign_in')",
  allowed: "allowance",
};

const SCOPED = (table: string) => `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", c.number, d.group_number AS "group",
         CASE WHEN bool_or(d.until IS NULL) THEN NULL ELSE to_char(max(d.until), 'YYYY-MM-DD') END AS until
  FROM ${table} d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  LEFT JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.campaign_id
  WHERE d.shop_id = $1 AND (d.lifted_at IS NULL OR d.lifted_at > $4::timestamptz) AND ($4 IS NULL OR d.created_at <= $4)
    AND (d.until IS NULL OR d.until >= $2::date)
    AND ($3::bigint[] IS NULL OR COALESCE(p.root_id, p.id) = ANY ($3))
    AND (d.campaign_id IS NULL OR c.wanted <> 'ended' OR $4 IS NOT NULL)
  GROUP BY 1, c.number, d.group_number
  ORDER BY 1, c.number, d.group_number`;
