import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { connectionFields } from "#app/infra/db/connection-fields.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";

/** Shops worked on at once in one process; each shop by one process at a time. */
const CONCURRENCY = 4;
/** What a lost notice costs at most. */
const SWEEP_MS = 1_000;

/**
 * Works off inboxes and standings as they fill: woken by the database's notices, and by a look around every second in
 * case one was missed. Ends when the shop it is at is done.
 */
export async function startDrain(deps: Deps): Promise<{ stop(): Promise<void> }> {
  const waiting = new Set<number>();
  const busy = new Set<number>();
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
  const next = () => {
    if (stopping.signal.aborted) return;
    for (const shopId of waiting) {
      if (busy.size >= CONCURRENCY) return;
      if (busy.has(shopId)) continue;
      waiting.delete(shopId);
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
  const { rows } = await deps.database.pool.query<{ shopId: number }>(
    `SELECT shop_id AS "shopId" FROM inbox_message WHERE state = 'new'
     UNION SELECT shop_id FROM standing WHERE dirty_since IS NOT NULL AND error IS NULL`,
  );
  for (const { shopId } of rows) wake(shopId);
}

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
    client.on("error", () => {
      if (!signal.aborted) setTimeout(() => void open().catch(() => undefined), SWEEP_MS);
    });
    await client.connect();
    await client.query("LISTEN bonafide_inbox");
  };
  await open();
  return { close: async () => client?.end().catch(() => undefined) };
}
