import { fork, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";

import pg from "pg";

import { migrate } from "#app/infra/db/migrate.server.ts";
import type { LoadResult } from "./load.ts";
import { HOT_CODE, SECRET, SHOPS, UNIQUE_CODES, uniqueCode } from "./orders.ts";

export type Stage = {
  client: pg.Client;
  /** Sends the stream to the server and waits until all of it is acknowledged. */
  load(rate: number, seconds: number): Promise<LoadResult>;
  close(): Promise<void>;
};

/** A migrated database with the shops of the stream, and a server (`entry`, beside this file) in a process of its own. */
export async function openStage(serverUrl: string, entry: string): Promise<Stage> {
  const name = `bench_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = serverUrl.replace(/\/bonafide$/, `/${name}`);
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const domain of SHOPS) await prepareShop(client, domain);
  const server = await startServer(entry, url);
  return {
    client,
    load: (rate, seconds) => startLoad(server.port, rate, seconds),
    async close() {
      server.process.kill("SIGTERM");
      await new Promise((resolve) => server.process.once("exit", resolve));
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** A shop that takes webhooks but is never spoken to, with one public code and a batch of unique ones. */
async function prepareShop(client: pg.Client, domain: string): Promise<void> {
  const { rows } = await client.query<{ id: number }>(SHOP, [
    domain,
    randomBytes(32),
    randomBytes(16),
  ]);
  const unique = Array.from({ length: UNIQUE_CODES }, (_, index) => uniqueCode(index));
  const campaigns = [
    { name: HOT_CODE, codes: [HOT_CODE] },
    { name: "WINTER26_20OFF", codes: unique },
  ];
  for (const [index, { name, codes }] of campaigns.entries())
    await client.query(CAMPAIGN, [rows[0]?.id, index + 1, name, codes]);
}

const SHOP = `
  INSERT INTO shop (domain, name, time_zone, currency, identity_key, guest_key, code_key, created_at)
  VALUES ($1, $1, 'Europe/Berlin', 'EUR', $2, $3, $3, now()) RETURNING id`;

const CAMPAIGN = `
  WITH d AS (
    INSERT INTO dimension_set (shop_id, convention_id, convention_version, dimensions)
    VALUES ($1, gen_random_uuid(), 1, '{}') RETURNING shop_id, id
  ), c AS (
    INSERT INTO campaign (shop_id, id, number, name, dimension_set_id, offer_kind, currency, starts_at, limits,
      guest_policy, code_kind, code_count, wanted, revision, sync_state, created_at, updated_at, created_by)
    SELECT d.shop_id, gen_random_uuid(), $2, $3, d.id, 'free_shipping', 'EUR', '2026-01-01',
      '[{"perCustomer": 1, "window": "month", "counter": "campaign"}]', 'match',
      'public', 1, 'on', 1, 'synced', now(), now(), 'bench' FROM d
    RETURNING shop_id, id
  )
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, assigned_from, created_at)
  SELECT c.shop_id, c.id, code, code, 'live', '2026-01-01', now() FROM c, unnest($4::text[]) AS code`;

function startServer(entry: string, url: string): Promise<{ process: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, entry), {
    execArgv: process.env["BENCH_PROFILE"]
      ? ["--cpu-prof", `--cpu-prof-dir=${process.env["BENCH_PROFILE"]}`]
      : [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: url,
      SHOPIFY_API_KEY: "bench",
      SHOPIFY_API_SECRET: SECRET,
      SHOPIFY_APP_URL: "https://bench.example.com",
      SCOPES: "read_orders",
      LOG_LEVEL: "error",
    },
  });
  return new Promise((resolve, reject) => {
    child.once("message", (port) => resolve({ process: child, port: Number(port) }));
    child.once("exit", (code) => reject(new Error(`${entry} ended with ${code}`)));
  });
}

function startLoad(port: number, rate: number, seconds: number): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "load.ts"), String(port), String(rate), String(seconds)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0
        ? resolve(JSON.parse(output) as LoadResult)
        : reject(new Error("The load could not be sent.")),
    );
  });
}
