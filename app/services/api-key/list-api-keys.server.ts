import type { Actor } from "#app/domain/access/actor.ts";
import type { ApiKeySummary } from "#app/domain/access/api-key.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The shop's keys in force, the newest first. */
export async function listApiKeys(deps: Deps, actor: Actor): Promise<Outcome<ApiKeySummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "api_key.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("api_key.manage") });
  const rows = await deps.database.prisma.apiKey.findMany({
    where: { shopId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return done(
    rows.map(({ id, name, lastFour, createdBy, createdAt, lastUsedAt }) => ({
      ...{ id, name, lastFour, createdBy },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  );
}
