import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { queryIn } from "#app/infra/db/database.server.ts";

/** Gives the actor the case nobody has that is due first. Two who ask at once get two cases. Null: there is none. */
export async function takeNext(deps: Deps, actor: Actor): Promise<Outcome<{ id: string | null }>> {
  const { shopId } = actor;
  if (actor.kind !== "staff" || !can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  return deps.database.prisma.$transaction(async (tx) => {
    const [taken] = await queryIn<{ id: string; number: number }>(tx, TAKE, [shopId, actor.id]);
    if (!taken) return done({ id: null });
    const subject = { kind: "case", id: taken.id, name: `case ${taken.number}` } as const;
    await recordAudit(tx, actor, deps.now(), "case.assigned", subject, {
      after: { assignee: actor.name },
    });
    return done({ id: taken.id });
  });
}

const TAKE = `
  UPDATE review_case c SET assignee_id = $2::text::bigint
  WHERE c.shop_id = $1::int AND c.id = (
    SELECT n.id FROM review_case n
    WHERE n.shop_id = $1::int AND n.state = 'open' AND COALESCE(n.step, 'hold') NOT IN ('watch', 'sign_in') AND n.assignee_id IS NULL
    ORDER BY n.due_at, n.number LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING c.id::text, c.number`;
