import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { connectionFields } from "#app/infra/db/connection-fields.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";

/** Shops worked on at once in one process; each shop by one process at a time. */
const CONCURRENCY = 4;
/** A shop's batches begin at least so far apart: what comes meanwhile goes into one. The first of a pause does not wait. */
const APART_MS = 500;
/** What a lost notice costs at most. */
const SWEEP_MS = 1_000;

/**
 * Works off inboxes and standings as they fill: woken by the database's notices, and by a look around every second in
 * case one was missed. Ends when the shop it is at is done.
 */
export async function startDrain(deps: Deps): Promise<{ stop(): Promise<void> }> {
  const waiting = new Set<number>();
  const busy = new Set<number>();
  /** Shops that had their turn less than `APART_MS` ago. */
  const resting = new Set<number>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();

  const drain = async (shopId: number) => {
    try {
      await processInbox(deps, shopId);
      await writeStandings(deps, shopId);
    } catch (error) {
      if (!stopping.signal.aborted)
        deps.log.error({ err: error, shopId }, "a shop's inbox could not be worked off");
      // It is found again by the sweep; not at once, so that a fault does not spin.
    } finally {
      busy.delete(shopId);
      next();
    }
  };
  const rest = (shopId: number) => {
    resting.add(shopId);
    setTimeout(() => {
      resting.delete(shopId);
      next();
    }, APART_MS).unref();
  };
  const next = () => {
    if (stopping.signal.aborted) return;
    for (const shopId of waiting) {
      if (busy.size >= CONCURRENCY) return;
      if (busy.has(shopId) || resting.has(shopId)) continue;
      waiting.delete(shopId);
      rest(shopId);
      busy.add(shopId);
      const work = drain(shopId).finally(() => running.delete(work));
      running.add(work);
    }
  };
  const wake = (shopId: number) => {
    waiting.add(shopId);
    next();
  };

  const listener = await listen(deps, wake, stopping.signal);
  const sweep = (async () => {
    while (!stopping.signal.aborted) {
      await lookAround(deps, wake).catch((error: unknown) => {
        if (!stopping.signal.aborted) deps.log.error({ err: error }, "the look around failed");
      });
      await sleep(SWEEP_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await listener.close();
      await sweep;
      await Promise.allSettled(running);
    },
  };
}

async function lookAround(deps: Deps, wake: (shopId: number) => void): Promise<void> {
  const { rows } = await deps.database.pool.query<{ shopId: number }>(WITH_WORK);
  for (const { shopId } of rows) wake(shopId);
}

/** Goes through the index of new messages from shop to shop, however many a shop has. */
const WITH_WORK = `
  WITH RECURSIVE filled AS (
    (SELECT shop_id FROM inbox_message WHERE state = 'new' ORDER BY shop_id LIMIT 1)
    UNION ALL
    SELECT (SELECT m.shop_id FROM inbox_message m WHERE m.state = 'new' AND m.shop_id > f.shop_id ORDER BY m.shop_id LIMIT 1)
    FROM filled f WHERE f.shop_id IS NOT NULL
  )
  SELECT shop_id AS "shopId" FROM filled WHERE shop_id IS NOT NULL
  UNION SELECT s.shop_id FROM standing s JOIN shop ON shop.id = s.shop_id
  WHERE s.dirty_since IS NOT NULL AND s.error IS NULL AND shop.installed_at IS NOT NULL AND shop.uninstalled_at IS NULL`;

/** Hears the notices of new webhooks; a lost connection is opened again, the sweep covering the gap. */
async function listen(
  deps: Deps,
  wake: (shopId: number) => void,
  signal: AbortSignal,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined;
  const open = async () => {
    client = new pg.Client({
      ...connectionFields(deps.database.url),
      application_name: "bonafide-listen",
    });
    client.on("notification", ({ payload }) => wake(Number(payload)));
    // Whatever went wrong, its end is told once, also of one that never began.
    client.on("error", () => undefined);
    client.once("end", () => setTimeout(again, SWEEP_MS));
    await client.connect();
    await client.query("LISTEN bonafide_inbox");
  };
  const again = () => {
    if (!signal.aborted) open().catch(() => undefined);
  };
  await open();
  return { close: async () => client?.end().catch(() => undefined) };
}
