import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type {
  AccessKind,
  DataRequest,
  PersonalAccess,
  PrivacySummary,
} from "#app/domain/insight/privacy.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type { PersonalAccess as AccessRow } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { newestById, pageOf, readCursor } from "../page.server.ts";

const MOST_REQUESTS = 100;

/** The requests of customers that wait to be passed on, and a page of who saw personal data, newest first. */
export async function readPrivacy(
  deps: Deps,
  actor: Actor,
  cursorText: string | null = null,
): Promise<Outcome<PrivacySummary>> {
  const { shopId } = actor;
  if (!can(actor, "staff.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("staff.manage") });
  const { prisma, pool } = deps.database;
  const cursor = readCursor(cursorText);
  const asked = newestById(cursor);
  const [requests, accesses, total] = await Promise.all([
    pool.query<DataRequest>(REQUESTS, [shopId, MOST_REQUESTS]),
    prisma.personalAccess.findMany({ ...asked, where: { shopId, ...asked.where } }),
    prisma.personalAccess.count({ where: { shopId } }),
  ]);
  const keyed = accesses.map((row) => ({ ...row, sortValue: "", sortId: String(row.id) }));
  return done({ requests: requests.rows, accesses: pageOf(keyed, cursor, total, accessOf) });
}

function accessOf({ id, at, actorName, what, people }: AccessRow): PersonalAccess {
  // Only `recordAccess` writes rows, and it takes nothing else.
  return { id: String(id), at: at.toISOString(), who: actorName, what: what as AccessKind, people };
}

const REQUESTS = `
  SELECT id, customer_id::text AS "customerId", ${instantSql("created_at")} AS at, messages IS NOT NULL AS "isWhole"
  FROM data_export WHERE shop_id = $1 ORDER BY created_at DESC, id LIMIT $2`;
