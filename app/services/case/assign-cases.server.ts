import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { isRole } from "#app/domain/access/role.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

const GONE = "That case is not open any more. Reload to see how it stands.";

/** Gives open cases to a member of staff ("me": oneself) who may decide on them; "" takes them back from whoever has them. */
export async function assignCases(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  assignee: string,
): Promise<Outcome<{ assigned: number }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const now = deps.now();
  const known = ids.filter(isId);
  return deps.database.prisma.$transaction(async (tx) => {
    const member = assignee === "" ? null : await reviewer(tx, actor, assignee);
    if (member === "nobody")
      return invalid({ field: "assignee", message: "Choose somebody who may decide on cases." });
    const open = await tx.reviewCase.findMany({
      where: { shopId, id: { in: known }, state: "open" },
      select: { id: true, number: true },
      orderBy: { number: "asc" },
    });
    if (open.length === 0) return refuse({ kind: "not_found", message: GONE });
    await tx.reviewCase.updateMany({
      where: { shopId, id: { in: open.map(({ id }) => id) }, state: "open" },
      data: { assigneeId: member?.id ?? null },
    });
    for (const { id, number } of open) {
      const subject = { kind: "case", id, name: `case ${number}` } as const;
      const after = { assignee: member?.name ?? null };
      await recordAudit(tx, actor, now, "case.assigned", subject, { after });
    }
    return done({ assigned: open.length });
  });
}

async function reviewer(
  tx: Transaction,
  actor: Actor,
  assignee: string,
): Promise<{ id: bigint; name: string } | "nobody"> {
  const { shopId } = actor;
  const text = assignee === "me" && actor.kind === "staff" ? actor.id : assignee;
  if (!/^\d{1,18}$/.test(text)) return "nobody";
  const id = BigInt(text);
  const row = await tx.staffMember.findUnique({ where: { shopId_id: { shopId, id } } });
  if (!row || !isRole(row.role)) return "nobody";
  const member = { kind: "staff", shopId, id: text, name: row.name, role: row.role } as const;
  return can(member, "flag.decide", { shopId }) ? { id, name: row.name } : "nobody";
}
