import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AccessKind, PrivacySummary } from "#app/domain/insight/privacy.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";

const SHOWN = 100;

/** The requests of customers that wait to be passed on, and who saw personal data lately. */
export async function readPrivacy(deps: Deps, actor: Actor): Promise<Outcome<PrivacySummary>> {
  const { shopId } = actor;
  if (!can(actor, "staff.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("staff.manage") });
  const { prisma } = deps.database;
  const [requests, accesses] = await Promise.all([
    prisma.dataExport.findMany({
      where: { shopId },
      orderBy: { createdAt: "desc" },
      take: SHOWN,
      select: { id: true, customerId: true, createdAt: true },
    }),
    prisma.personalAccess.findMany({ where: { shopId }, orderBy: { id: "desc" }, take: SHOWN }),
  ]);
  return done({
    requests: requests.map(({ id, customerId, createdAt }) => ({
      ...{ id, customerId: String(customerId), at: createdAt.toISOString() },
    })),
    accesses: accesses.map(({ id, at, actorName, what, people }) => ({
      ...{ id: String(id), at: at.toISOString(), who: actorName, people },
      what: what as AccessKind,
    })),
  });
}
