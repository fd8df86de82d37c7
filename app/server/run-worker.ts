import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";

import type { Log } from "#app/infra/log.server.ts";

const FILE = join(import.meta.dirname, "worker.ts");
/** MB of room for what is made and dropped again at a peak: with the usual 16, a fifth of the time goes into clearing up. */
const YOUNG_MB = 64;
/** A worker that ends by itself is started again so much later. */
const PAUSE_MS = 1_000;

/**
 * Runs the work in a process of its own, so that answering webhooks never waits for working them off, and starts it
 * again should it end.
 */
export function runWorker(databaseUrl: string, log: Log): { stop(): Promise<void> } {
  let child: ChildProcess | undefined;
  let stopping = false;
  const start = () => {
    child = fork(FILE, {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      execArgv: [...process.execArgv, `--max-semi-space-size=${YOUNG_MB}`],
    });
    child.once("exit", (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, "the worker ended; it is started again");
      setTimeout(start, PAUSE_MS);
    });
  };
  start();
  return {
    async stop() {
      stopping = true;
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      // Not by a signal: the terminal may have sent it one already, and a second ends it in the middle.
      running.disconnect();
      await ended;
    },
  };
}
