import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { PEOPLE_LOCK } from "./recognise-people.server.ts";

/**
 * Keeps others from recognising people of a shop to the end of the transaction. To be taken before the row of any
 * campaign: whoever records orders has this first and then may wait for a campaign.
 */
export async function lockPeople(tx: AnyTransaction, shopId: number): Promise<void> {
  await queryIn(tx, "SELECT 1 FROM pg_advisory_xact_lock($1::int, $2::int)", [PEOPLE_LOCK, shopId]);
}
