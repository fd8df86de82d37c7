import type { JobData } from "#app/infra/jobs/jobs.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { bodiesWith } from "./bodies-with.server.ts";
import { eraseGathered } from "./erase-gathered.server.ts";
import { readRequest } from "./read-request.server.ts";

/** What is not worked off yet is looked at again, every minute for half an hour: it is tried for far shorter. */
const AGAIN_SECONDS = 60;
const MOST_LOOKS = 30;

/**
 * Erases the stored bodies that name a customer, also in what others are told: found by what stands in them as text, the
 * customer's id, address and number, and their orders' ids. What waits to be worked off is still to be counted, and is
 * looked at again. Stopped anywhere, it is done again from the start.
 * @param messageId the customers/redact message: it says who, and is erased last
 * @param orderIds their orders, which the rest of the erasure has parted from them
 */
export async function eraseBodies(deps: Deps, job: JobData["erase-bodies"]): Promise<void> {
  const { shopId, messageId, orderIds, looks = 1 } = job;
  const { pool } = deps.database;
  const request = await readRequest(pool, shopId, messageId);
  // Erased already: there is nothing left to find.
  if (!request) return;
  const { customerId, email, phone } = request;
  const words = [customerId ?? "", email ?? "", phone ?? "", ...orderIds, ...request.orderIds];
  let waiting = 0;
  for await (const page of bodiesWith(pool, shopId, words)) {
    const others = page.filter(({ id }) => id !== messageId);
    waiting += others.filter(({ isNew }) => isNew).length;
    const ids = others.filter(({ isNew }) => !isNew).map(({ id }) => id);
    if (ids.length > 0) await pool.query(ERASE, [shopId, ids]);
  }
  await eraseGathered(pool, shopId, words);
  if (waiting > 0 && looks < MOST_LOOKS) {
    const again = { shopId, messageId, orderIds, looks: looks + 1 };
    await deps.jobs.send("erase-bodies", again, { afterSeconds: AGAIN_SECONDS });
    return;
  }
  if (waiting > 0)
    deps.log.error({ shopId, messageId, waiting }, "webhooks that name an erased customer remain");
  await pool.query(ERASE, [shopId, [messageId]]);
}

/** One that somebody has tried again meanwhile is left to be worked off. */
const ERASE = `
  UPDATE inbox_message SET body = '' WHERE shop_id = $1 AND id = ANY ($2::bigint[]) AND state <> 'new'`;
