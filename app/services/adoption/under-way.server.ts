import type { Db } from "#app/infra/db/database.server.ts";

/** Why a store can neither be read nor adopted now, in a sentence; null when it can. */
export async function isUnderWay(db: Db, shopId: number): Promise<string | null> {
  const reading = await db.adoption.count({ where: { shopId, state: "reading" } });
  if (reading > 0) return "The store is being read at the moment. Wait until that is done.";
  const adopting = await db.discountMapping.count({
    where: { shopId, chosenAt: { not: null }, refused: null },
  });
  return adopting > 0
    ? "Discounts are being adopted at the moment. Wait until that is done."
    : null;
}
