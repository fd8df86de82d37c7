import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AuditAction, AuditEntry, AuditSubject } from "#app/domain/audit/event.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { AuditEvent } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { newestById, pageOf, readCursor } from "../page.server.ts";

export type AuditQuestion = {
  subject?: { kind: AuditSubject["kind"]; id: string };
  cursor: string | null;
};

/**
 * What was done in the shop, or to one thing in it, newest first. That cases were decided on stands there for everybody; what
 * was decided only for who may see cases.
 */
export async function listAudit(
  deps: Deps,
  actor: Actor,
  question: AuditQuestion,
): Promise<Outcome<Page<AuditEntry>>> {
  const { shopId } = actor;
  if (!can(actor, "audit.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("audit.view") });
  const cursor = readCursor(question.cursor);
  const { subject } = question;
  const where = {
    shopId,
    ...(subject ? { subjectKind: subject.kind, subjectId: subject.id } : {}),
  };
  const asked = newestById(cursor);
  const rows = await deps.database.prisma.auditEvent.findMany({
    ...asked,
    where: { ...where, ...asked.where },
  });
  const total = await deps.database.prisma.auditEvent.count({ where });
  const keyed = rows.map((row) => ({ ...row, sortValue: "", sortId: String(row.id) }));
  const maySeeCases = can(actor, "flag.view", { shopId });
  const shown = (row: AuditEvent): AuditEntry => {
    const entry = entryOf(row);
    const isOpen = maySeeCases || !ABOUT_CASES.includes(entry.subject.kind);
    return isOpen ? entry : { ...entry, before: null, after: null };
  };
  return done(pageOf(keyed, cursor, total, shown));
}

const ABOUT_CASES: readonly AuditSubject["kind"][] = ["case", "flag"];

function entryOf(row: AuditEvent): AuditEntry {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind === "staff" ? "staff" : "system", name: row.actorName },
    // Only `recordAudit` writes rows, and it takes nothing else.
    action: row.action as AuditAction,
    subject: {
      kind: row.subjectKind as AuditSubject["kind"],
      id: row.subjectId,
      name: row.subjectName,
    },
    before: row.before as Record<string, unknown> | null,
    after: row.after as Record<string, unknown> | null,
  };
}
