import { setTimeout as sleep } from "node:timers/promises";

import type { Deps } from "#app/infra/deps.server.ts";
import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";

/** How late a change is at most when its own job was lost, or its campaign was busy. */
const EVERY_MS = 2_000;

/** Looks every few seconds for scheduled changes that are due. */
export function watchSchedule(deps: Deps): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await runDueChanges(deps).catch((error: unknown) => {
        if (!stopping.signal.aborted)
          deps.log.error({ err: error }, "due changes could not be looked for");
      });
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
