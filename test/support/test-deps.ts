import { createHash } from "node:crypto";

import { afterAll } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { openDatabase, queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import type { JobData, JobName, Jobs } from "#app/infra/jobs/jobs.server.ts";
import { openLog } from "#app/infra/log.server.ts";
import { createShopifyApp } from "#app/infra/shopify/shopify-app.server.ts";
import { openTestDatabase } from "./database.ts";

export const SECRET = "the app's secret";

export type SentJob = { [N in JobName]: { name: N; data: JobData[N] } }[JobName];

export type TestDeps = Deps & {
  /** The clock; set it to move on. */
  clock: { now: Date };
  /** The jobs that were sent and committed, oldest first; forgets them. */
  takeJobs(): Promise<SentJob[]>;
};

type Options = {
  now?: string;
  adminApi?: (shopDomain: string) => AdminApi;
  connections?: number;
};

/**
 * Dependencies on a database of the test file's own, with a clock that stands, ids and randomness that repeat, and no
 * Shopify: a call to it fails the test unless `adminApi` is given.
 */
export async function testDeps(options: Options = {}): Promise<TestDeps> {
  const env = readEnv({
    NODE_ENV: "test",
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: "https://bonafide.example.com",
    SCOPES: "read_orders",
    LOG_LEVEL: "silent",
  });
  const log = openLog(env.LOG_LEVEL);
  const database = openDatabase(await openTestDatabase(), {
    connections: options.connections ?? 8,
  });
  afterAll(() => database.close());
  await database.pool.query(
    "CREATE TABLE test_sent_job (id serial PRIMARY KEY, name text, data jsonb)",
  );
  const clock = { now: new Date(options.now ?? "2026-06-15T12:00:00Z") };
  let drawn = 0;
  const draw = (purpose: string) =>
    createHash("sha512")
      .update(`${purpose} ${(drawn += 1)}`)
      .digest();
  return {
    env,
    log,
    database,
    shopify: createShopifyApp(env, database, log),
    jobs: recordedJobs(database),
    clock,
    now: () => clock.now,
    sleep: (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
      return Promise.resolve();
    },
    newId: () => uuidOf(draw("id")),
    randomBytes: (length) => new Uint8Array(draw("random").subarray(0, length)),
    adminApi: options.adminApi ?? noShopify,
    async takeJobs() {
      const { rows } = await database.pool.query<SentJob & { id: number }>(
        "DELETE FROM test_sent_job RETURNING id, name, data",
      );
      return rows.sort((a, b) => a.id - b.id).map(({ name, data }) => ({ name, data }) as SentJob);
    },
  };
}

/** Jobs end up in a table, written in the sender's transaction: what is rolled back was never sent. */
function recordedJobs(database: Deps["database"]): Jobs {
  return {
    async send(name, data, { transaction } = {}) {
      const values = [name, JSON.stringify(data)];
      const insert = "INSERT INTO test_sent_job (name, data) VALUES ($1, $2::jsonb)";
      if (transaction) await queryIn(transaction, insert, values);
      else await database.pool.query(insert, values);
    },
    due: () => Promise.resolve([]),
    work: () => Promise.reject(new Error("No test works off recorded jobs.")),
    stop: () => Promise.resolve(),
  };
}

function noShopify(shopDomain: string): AdminApi {
  const said = (document: string) => document.trim().split(/[({]/)[0]?.trim();
  return {
    run: ({ document }) =>
      Promise.reject(new Error(`The test did not expect “${said(document)}” to ${shopDomain}.`)),
  };
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
