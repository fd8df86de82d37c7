import { setTimeout as sleep } from "node:timers/promises";

import { expect, test, vi } from "vitest";

import { openLog } from "#app/infra/log.server.ts";
import { runWorker } from "#app/server/run-worker.ts";
import { openTestDatabase } from "#test/support/database.ts";

const url = await openTestDatabase();
vi.stubEnv("SHOPIFY_API_KEY", "test-key");
vi.stubEnv("SHOPIFY_API_SECRET", "test-secret");
vi.stubEnv("SHOPIFY_APP_URL", "http://localhost:1");
vi.stubEnv("SCOPES", "read_orders");
vi.stubEnv("LOG_LEVEL", "silent");

/** A worker that is left behind keeps its connections: the database could not be dropped when the file is done. */
test.each([0, 200, 1_000])("a worker told to end after %i ms of starting ends", async (ms) => {
  const worker = runWorker(url, openLog("silent"));
  await sleep(ms);
  await expect(worker.stop()).resolves.toBeUndefined();
});
