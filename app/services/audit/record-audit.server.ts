import { createHash } from "node:crypto";

import type { Actor } from "#app/domain/access/actor.ts";
import type { AuditAction, AuditChange, AuditSubject } from "#app/domain/audit/event.ts";
import { chainedText } from "#app/domain/audit/chain.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/**
 * Writes down what is being done, in the transaction that does it. Rows of a shop are chained: each hash covers the one
 * before, so a row that was removed or altered shows. The shop's rows are written one at a time.
 */
export async function recordAudit(
  tx: AnyTransaction,
  actor: Actor,
  at: Date,
  action: AuditAction,
  subject: AuditSubject,
  change: AuditChange = {},
): Promise<void> {
  const { shopId } = actor;
  await queryIn(tx, LOCK, [shopId]);
  const [last] = await queryIn<{ id: string; hash: string }>(tx, LAST, [shopId]);
  const event = {
    id: String(BigInt(last?.id ?? 0) + 1n),
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    before: plain(change.before),
    after: plain(change.after),
  };
  const hash = createHash("sha256")
    .update(chainedText(last?.hash ?? "", event))
    .digest("hex");
  await queryIn(tx, WRITE, [shopId, JSON.stringify({ ...event, hash })]);
}

/** As the database will give it back: dates as text, nothing undefined. */
function plain(value: Record<string, unknown> | undefined): Record<string, unknown> | null {
  return value === undefined
    ? null
    : (JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
}

const LOCK = "SELECT 1 FROM pg_advisory_xact_lock(7210012, $1::int)";

const LAST =
  "SELECT id::text, hash FROM audit_event WHERE shop_id = $1::int ORDER BY audit_event.id DESC LIMIT 1";

const WRITE = `
  INSERT INTO audit_event (shop_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
    subject_name, before, after, hash)
  SELECT $1::int, e.id, e.at, e."actorKind", e."actorId", e."actorName", e.action, e."subjectKind", e."subjectId",
    e."subjectName", e.before, e.after, e.hash
  FROM jsonb_to_record($2::jsonb) AS e (id bigint, at timestamptz, "actorKind" text, "actorId" text,
    "actorName" text, action text, "subjectKind" text, "subjectId" text, "subjectName" text, before jsonb,
    after jsonb, hash text)`;
