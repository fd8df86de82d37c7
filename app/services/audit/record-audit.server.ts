import { createHash } from "node:crypto";

import type { Actor } from "#app/domain/access/actor.ts";
import type { AuditAction, AuditChange, AuditSubject } from "#app/domain/audit/event.ts";
import { chainedText } from "#app/domain/audit/chain.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";

/**
 * Writes down what is being done, in the transaction that does it. Rows of a shop are chained: each hash covers the one
 * before, so a row that was removed or altered shows. The shop's rows are written one at a time.
 */
export async function recordAudit(
  tx: Transaction,
  actor: Actor,
  at: Date,
  action: AuditAction,
  subject: AuditSubject,
  change: AuditChange = {},
): Promise<void> {
  const { shopId } = actor;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7210012, ${shopId}::int)`;
  const last = await tx.auditEvent.findFirst({
    where: { shopId },
    orderBy: { id: "desc" },
    select: { id: true, hash: true },
  });
  const [before, after] = [plain(change.before), plain(change.after)];
  const event = {
    shopId,
    id: (last?.id ?? 0n) + 1n,
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    before: before ?? Prisma.DbNull,
    after: after ?? Prisma.DbNull,
  };
  const text = chainedText(last?.hash ?? "", {
    ...event,
    id: String(event.id),
    before,
    after,
  });
  const hash = createHash("sha256").update(text).digest("hex");
  await tx.auditEvent.create({ data: { ...event, hash } });
}

/** As the database will give it back: dates as text, nothing undefined. */
function plain(value: Record<string, unknown> | undefined): Prisma.JsonObject | null {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Prisma.JsonObject);
}
