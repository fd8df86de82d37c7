import type { Actor } from "#app/domain/access/actor.ts";
import type { AccessKind } from "#app/domain/insight/privacy.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Who looks at a case again within so long, as a page does that follows what goes on, has looked at it once. */
const ONCE_MS = 10 * 60 * 1_000;

/**
 * Writes down that somebody was shown personal data, before it is shown. Nobody shown, nothing written.
 * @param caseId of the case that showed it: once in ten minutes, and again when it shows more people.
 */
export async function recordAccess(
  deps: Deps,
  actor: Actor,
  what: AccessKind,
  people: number,
  caseId: string | null = null,
): Promise<void> {
  if (people === 0) return;
  const now = deps.now();
  const since = new Date(now.getTime() - ONCE_MS);
  await deps.database.pool.query(RECORD, [
    ...[actor.shopId, now, actor.id, actor.name, what, people, caseId, since],
  ]);
}

const RECORD = `
  INSERT INTO personal_access (shop_id, at, actor_id, actor_name, what, people, case_id)
  SELECT $1, $2, $3, $4, $5, $6, $7
  WHERE NOT EXISTS (
    SELECT FROM personal_access
    WHERE shop_id = $1 AND actor_id = $3 AND what = $5 AND case_id = $7::uuid AND people >= $6 AND at > $8)`;
