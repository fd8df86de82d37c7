import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AccessKind, DataRequest, PrivacySummary } from "#app/domain/insight/privacy.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type { Deps } from "#app/infra/deps.server.ts";

const SHOWN = 100;

/** The requests of customers that wait to be passed on, and who saw personal data lately. */
export async function readPrivacy(deps: Deps, actor: Actor): Promise<Outcome<PrivacySummary>> {
  const { shopId } = actor;
  if (!can(actor, "staff.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("staff.manage") });
  const { prisma, pool } = deps.database;
  const [requests, accesses] = await Promise.all([
    pool.query<DataRequest>(REQUESTS, [shopId, SHOWN]),
    prisma.personalAccess.findMany({ where: { shopId }, orderBy: { id: "desc" }, take: SHOWN }),
  ]);
  return done({
    requests: requests.rows,
    accesses: accesses.map(({ id, at, actorName, what, people }) => ({
      ...{ id: String(id), at: at.toISOString(), who: actorName, people },
      what: what as AccessKind,
    })),
  });
}

const REQUESTS = `
  SELECT id, customer_id::text AS "customerId", ${instantSql("created_at")} AS at, messages IS NOT NULL AS "isWhole"
  FROM data_export WHERE shop_id = $1 ORDER BY created_at DESC, id LIMIT $2`;
