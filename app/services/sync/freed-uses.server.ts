import type { Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/** Uses of a campaign that were freed again, as the rollups count them. */
export async function freedUses(
  db: Db,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
): Promise<number> {
  const { _sum } = await db.rollup.aggregate({
    where: { shopId, grain: "campaign", key: id },
    _sum: { reversals: true },
  });
  return _sum.reversals ?? 0;
}
