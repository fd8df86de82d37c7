import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CaseFilter } from "#app/domain/case/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { caseWhere, SORTS } from "./case-where.server.ts";

export type Neighbours = { previous: string | null; next: string | null };

/** The cases before and after one in a list; for one that is not in it any more, the list's first is next. */
export async function readNeighbours(
  deps: Deps,
  actor: Actor,
  id: string,
  filter: CaseFilter,
): Promise<Outcome<Neighbours>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  if (!isId(id)) return done({ previous: null, next: null });
  const { text, values } = caseWhere(filter, { shopId, me: actor.id, now: deps.now() });
  const { key, direction } = SORTS[filter.sort];
  const own = `$${values.length + 1}::uuid`;
  const { rows } = await deps.database.pool.query<Neighbours>(
    `WITH listed AS (
       SELECT c.id, lag(c.id) OVER w AS previous, lead(c.id) OVER w AS next, row_number() OVER w AS place
       FROM review_case c WHERE ${text} WINDOW w AS (ORDER BY ${key} ${direction}, c.number ${direction})
     )
     SELECT previous, next FROM listed WHERE id = ${own}
     UNION ALL
     SELECT NULL, (SELECT id FROM listed WHERE id <> ${own} ORDER BY place LIMIT 1)
     WHERE NOT EXISTS (SELECT FROM listed WHERE id = ${own})`,
    [...values, id],
  );
  return done(rows[0] ?? { previous: null, next: null });
}
