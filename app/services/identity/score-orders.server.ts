import type { Deps } from "#app/infra/deps.server.ts";
import type { EarlyEncodings } from "./encode-early.server.ts";
import { rejudgeOrders } from "./rejudge-orders.server.ts";
import { scoreBatches } from "./score-batches.server.ts";
import { settleCases } from "./settle-cases.server.ts";

/** While so many webhooks wait to be taken in, these go first: a batch is put off, and no longer than this. */
const BUSY = 500;
const PUT_OFF_MS = 10_000;
const LOOK_EVERY_MS = 250;
/** People whose flags and links changed are brought into cases when they are so many, and at the end. */
const SETTLED_AT_ONCE = 500;

/**
 * Scores a shop's orders that wait for it, those placed first first: who they may be from, what looks wrong. Some batches
 * and everything they change are one transaction: killed anywhere, it is done again and comes to the same.
 * @param most orders at once
 * @param early what is encoded of them
 * @returns how many orders had their turn
 */
export async function scoreOrders(
  deps: Deps,
  { shopId, ...how }: { shopId: number; most?: number; early?: EarlyEncodings },
): Promise<number> {
  let total = 0;
  let people = new Set<string>();
  for (;;) {
    await giveWay(deps, shopId);
    const scored = await scoreBatches(deps, shopId, { ...how, before: null });
    total += scored.taken;
    const again = scored.isLast ? await rejudgeOrders(deps, shopId) : [];
    people = new Set([...people, ...scored.people, ...again]);
    if (scored.isLast || people.size > SETTLED_AT_ONCE) {
      await settleCases(deps, shopId, people);
      people = new Set();
    }
    if (scored.isLast) return total;
  }
}

/**
 * Scores those that were placed before an instant, beside the intake of those that were placed after it: for who takes a
 * past in, in the order it happened. What is to be done once all are known is left to `scoreOrders`: to weigh those anew
 * of which something came since, and to bring flags into cases.
 */
export async function scorePlacedBefore(
  deps: Deps,
  { shopId, ...how }: { shopId: number; before: Date; most: number; early: EarlyEncodings },
): Promise<void> {
  for (;;) {
    const { isLast } = await scoreBatches(deps, shopId, how);
    if (isLast) return;
  }
}

/** Lets intake go first. */
async function giveWay(deps: Deps, shopId: number): Promise<void> {
  for (let waited = 0; waited < PUT_OFF_MS; waited += LOOK_EVERY_MS) {
    const { rowCount } = await deps.database.pool.query(WAITING, [shopId, BUSY]);
    if ((rowCount ?? 0) < BUSY) return;
    await deps.sleep(LOOK_EVERY_MS);
  }
}

const WAITING = "SELECT FROM inbox_message WHERE shop_id = $1 AND state = 'new' LIMIT $2";
