import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Ends a key at once and for good. */
export async function revokeApiKey(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "api_key.manage", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("api_key.manage") });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const [row] = isId(id)
      ? await tx.apiKey.updateManyAndReturn({
          where: { shopId, id, revokedAt: null },
          data: { revokedAt: now },
        })
      : [];
    if (!row) return refuse({ kind: "not_found", message: "That key does not exist any more." });
    const { name, lastFour } = row;
    const subject = { kind: "api_key", id, name } as const;
    await recordAudit(tx, actor, now, "api_key.revoked", subject, { before: { lastFour } });
    return done({ id });
  });
}
