import { randomBytes, randomUUID } from "node:crypto";

import type { AdminApi } from "./admin-api/admin-api.server.ts";
import { openDatabase } from "./db/database.server.ts";
import type { Deps } from "./deps.server.ts";
import { readEnv } from "./env.server.ts";
import type { Jobs } from "./jobs/jobs.server.ts";
import { openLog } from "./log.server.ts";
import { createShopifyApp } from "./shopify/shopify-app.server.ts";

/**
 * What services need where there is no Shopify: no keys are asked for, jobs go nowhere because nobody would take them up,
 * and a call to Shopify is a bug. Says nothing: whoever runs it tells people what they should know.
 */
export function openOfflineDeps(databaseUrl: string): Deps & { close(): Promise<void> } {
  const env = readEnv({
    SHOPIFY_API_KEY: "offline",
    SHOPIFY_API_SECRET: "offline",
    SHOPIFY_APP_URL: "https://offline.invalid",
    SCOPES: "read_orders",
    LOG_LEVEL: "silent",
  });
  const log = openLog(env.LOG_LEVEL);
  const database = openDatabase(databaseUrl, { connections: 8 });
  return {
    env,
    log,
    database,
    jobs: NO_JOBS,
    shopify: createShopifyApp(env, database, log),
    adminApi: () => NO_SHOPIFY,
    now: () => new Date(),
    sleep: () => Promise.resolve(),
    newId: () => randomUUID(),
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    close: () => database.close(),
  };
}

const NO_JOBS: Jobs = {
  send: () => Promise.resolve(),
  work: () => Promise.resolve(),
  due: () => Promise.resolve([]),
  stop: () => Promise.resolve(),
};

const NO_SHOPIFY: AdminApi = {
  run: () => Promise.reject(new Error("This runs without Shopify.")),
};
