import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { FlagState, FlagSummary } from "#app/domain/flag/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor } from "../page.server.ts";
import { flagOf, SELECT_FLAGS, type FlagRow } from "./flag-query.server.ts";

export type FlagQuestion = { state: FlagState | "all"; cursor: string | null };

/** Flagged orders, newest first, a page at a time. */
export async function listFlags(
  deps: Deps,
  actor: Actor,
  question: FlagQuestion,
): Promise<Outcome<Page<FlagSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const cursor = readCursor(question.cursor);
  const direction = cursor?.backwards ? "ASC" : "DESC";
  const after = cursor
    ? `AND (to_char(o.placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), f.id::text) ${cursor.backwards ? ">" : "<"} ($3, $4)`
    : "";
  const { rows } = await deps.database.pool.query<FlagRow>(
    `${SELECT_FLAGS} WHERE f.shop_id = $1 AND ($2 = 'all' OR f.state = $2) ${after}
     ORDER BY o.placed_at ${direction}, f.id::text ${direction} LIMIT ${PAGE_SIZE + 1}`,
    [shopId, question.state, ...(cursor ? [cursor.value, cursor.id] : [])],
  );
  const total = await deps.database.prisma.flag.count({
    where: { shopId, ...(question.state === "all" ? {} : { state: question.state }) },
  });
  const keyed = rows.map((row) => ({ ...row, sortValue: row.placedAt, sortId: row.id }));
  return done(pageOf(keyed, cursor, total, flagOf));
}
