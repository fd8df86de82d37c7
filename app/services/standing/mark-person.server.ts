import type { Transaction } from "#app/infra/db/database.server.ts";

/** Notes that the standing of every account of a person must be written. The drain finds it within a second. */
export async function markPerson(
  tx: Transaction,
  shopId: number,
  personId: bigint,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, ${now}), changes = s.changes + 1, error = NULL,
      urgency = 0
    FROM person p, person asked
    WHERE s.shop_id = ${shopId} AND p.shop_id = s.shop_id AND p.id = s.person_id
      AND asked.shop_id = s.shop_id AND asked.id = ${personId}
      AND COALESCE(p.root_id, p.id) = COALESCE(asked.root_id, asked.id)`;
}
