import type { Actor } from "#app/domain/access/actor.ts";
import type { AccessKind } from "#app/domain/insight/privacy.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Writes down that somebody was shown personal data, before it is shown. Nobody shown, nothing written. */
export async function recordAccess(
  deps: Deps,
  actor: Actor,
  what: AccessKind,
  people: number,
): Promise<void> {
  if (people === 0) return;
  const who = { actorId: actor.id, actorName: actor.name };
  const { shopId } = actor;
  await deps.database.prisma.personalAccess.create({
    data: { shopId, at: deps.now(), ...who, what, people },
  });
}
