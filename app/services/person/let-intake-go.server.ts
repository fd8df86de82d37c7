import type { Deps } from "#app/infra/deps.server.ts";

/** Between two looks, and how many there are at most: intake that does not get on is not waited for any longer. */
const APART_MS = 50;
const MOST_LOOKS = 100;

/**
 * For work that takes the intake's lock (`lockPeople`) again and again, before each piece of it: waits until the webhooks
 * that are there by now are worked off. Intake only tries for the lock, so it would come to it by chance. What comes
 * meanwhile is not waited for: under a load that does not end, pieces and batches take turns.
 */
export async function letIntakeGo(
  { database: { pool }, sleep }: Deps,
  shopId: number,
  mostLooks = MOST_LOOKS,
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(NEWEST, [shopId]);
  const [newest] = rows;
  if (!newest) return;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await sleep(APART_MS);
    if (!(await pool.query(WAITING, [shopId, newest.id])).rowCount) return;
  }
}

const NEW = "FROM inbox_message WHERE shop_id = $1 AND state = 'new'";
const NEWEST = `SELECT id::text ${NEW} ORDER BY id DESC LIMIT 1`;
const WAITING = `SELECT 1 ${NEW} AND id <= $2 LIMIT 1`;
