import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { openAdminApi, type AdminApi, type CallOptions } from "./admin-api/admin-api.server.ts";
import { openDatabase, type Database } from "./db/database.server.ts";
import type { Env } from "./env.server.ts";
import { openJobs, type Jobs } from "./jobs/jobs.server.ts";
import { openLog, type Log } from "./log.server.ts";
import { createShopifyApp, type ShopifyApp } from "./shopify/shopify-app.server.ts";

/** Everything a service may use that is not pure. Tests give their own clock, ids and randomness. */
export type Deps = {
  env: Env;
  log: Log;
  database: Database;
  jobs: Jobs;
  shopify: ShopifyApp;
  adminApi(shopDomain: string, options?: CallOptions): AdminApi;
  now(): Date;
  /** Resolves when so much of `now`'s time has passed. */
  sleep(ms: number): Promise<void>;
  /** Instead of the database's clock for cost points, where time is made to run faster. */
  rateClock?: () => Date;
  newId(): string;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
};

export async function openDeps(
  env: Env,
  databaseUrl: string,
  options: { works: boolean; connections?: number },
): Promise<Deps & { close(): Promise<void> }> {
  const log = openLog(env.LOG_LEVEL);
  const database = openDatabase(databaseUrl, { connections: options.connections ?? 20 });
  const jobs = await openJobs(databaseUrl, { works: options.works, log });
  const shopify = createShopifyApp(env, database, log);
  const clock = { now: () => new Date(), sleep: (ms: number) => sleep(ms) };
  const random = () => randomBytes(4).readUInt32LE() / 2 ** 32;
  const processId = randomUUID();
  return {
    env,
    log,
    database,
    jobs,
    shopify,
    adminApi: openAdminApi({ shopify, database, log, processId, random, ...clock }),
    ...clock,
    newId: () => randomUUID(),
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}

let current: Deps | undefined;

/** Makes these the dependencies of this process's routes. */
export function provideDeps(deps: Deps): void {
  current = deps;
}

export function processDeps(): Deps {
  if (!current)
    throw new Error("The process was not started: provideDeps() comes before the first request.");
  return current;
}
