import { fork, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";

import pg from "pg";

import { startEmbeddedPostgres } from "#app/infra/db/embedded-postgres.server.ts";
import { migrate } from "#app/infra/db/migrate.server.ts";
import type { Emit, Progress } from "./bench.ts";
import type { LoadResult } from "./intake/load.ts";
import { HOT_CODE, SECRET, SHOPS, UNIQUE_CODES, uniqueCode } from "./intake/orders.ts";

const here = join(import.meta.dirname, "intake");
/** Shopify's whole platform took near 40,000 orders a minute at its peak on Black Friday 2025: 667 a second. */
const RATE = 740;
const DRAIN_LIMIT_MS = 120_000;

/**
 * Signed order webhooks over HTTP at a fixed rate, with embedded PostgreSQL and the load in a process of its own; until
 * the ledger, the rollups and the queue of standings hold them. `--seconds N` (60), `--rate N` (740).
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const seconds = option(args, "--seconds", 60);
  const rate = option(args, "--rate", RATE);
  const server = await startEmbeddedPostgres({ name: "bench" });
  try {
    progress(`Bonafide: ${rate} webhooks/s for ${seconds} s`);
    const ours = await measure(server.url, "app-server.ts", { rate, seconds }, progress);
    progress("The peer: one Prisma transaction a webhook, in the handler");
    // Its rate is what it reaches by itself: a short overload shows it without waiting for the backlog of a long one.
    const peer = await measure(
      server.url,
      "peer-server.ts",
      { rate, seconds: Math.min(seconds, 10) },
      progress,
    );
    const peerName = "one Prisma transaction per webhook";
    const figure = (
      metric: string,
      value: number,
      unit: string,
      peerValue: number | null,
      higherIsBetter: boolean,
    ) => {
      const ratio =
        peerValue === null || value === 0
          ? null
          : higherIsBetter
            ? value / peerValue
            : peerValue / value;
      emit({
        metric,
        value: round(value),
        unit,
        peer: peerValue === null ? null : peerName,
        peerValue: peerValue === null ? null : round(peerValue),
        ratio: ratio === null ? null : round(ratio),
      });
    };
    figure("applied_per_second", ours.appliedPerSecond, "webhooks/s", peer.appliedPerSecond, true);
    figure("ack_p99_ms", ours.p99Ms, "ms", peer.p99Ms, false);
    figure("drain_seconds", ours.drainSeconds, "s", null, false);
    figure("lost", ours.lost, "webhooks", null, false);
    figure("doubled", ours.doubled, "uses", null, false);
  } finally {
    await server.stop();
  }
}

type Measured = {
  appliedPerSecond: number;
  p99Ms: number;
  drainSeconds: number;
  lost: number;
  doubled: number;
};

async function measure(
  serverUrl: string,
  entry: string,
  { rate, seconds }: { rate: number; seconds: number },
  progress: Progress,
): Promise<Measured> {
  const name = `bench_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = serverUrl.replace(/\/bonafide$/, `/${name}`);
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await prepareShops(client);
  const child = await startServer(entry, url);
  try {
    const started = performance.now();
    const result = await startLoad(`http://127.0.0.1:${child.port}/webhooks`, rate, seconds);
    const acknowledged = performance.now();
    await drained(client);
    const drainSeconds = (performance.now() - acknowledged) / 1_000;
    progress(`${result.sent} sent, all acknowledged, drained ${drainSeconds.toFixed(1)} s after`);
    const appliedPerSecond = result.sent / ((performance.now() - started) / 1_000);
    return {
      appliedPerSecond,
      p99Ms: result.p99Ms,
      drainSeconds,
      ...(await compare(client, result)),
    };
  } finally {
    child.process.kill("SIGTERM");
    await new Promise((resolve) => child.process.once("exit", resolve));
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

/** Shops that take webhooks but are never spoken to, each with one public code and a batch of unique ones. */
async function prepareShops(client: pg.Client): Promise<void> {
  for (const domain of SHOPS) {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO shop (domain, name, time_zone, currency, identity_key, guest_key, code_key, created_at)
       VALUES ($1, $1, 'Europe/Berlin', 'EUR', $2, $3, $3, now()) RETURNING id`,
      [domain, randomBytes(32), randomBytes(16)],
    );
    const shopId = rows[0]?.id;
    const unique = Array.from({ length: UNIQUE_CODES }, (_, index) => uniqueCode(index));
    for (const [number, { campaign, codes }] of [
      { campaign: HOT_CODE, codes: [HOT_CODE] },
      { campaign: "WINTER26_20OFF", codes: unique },
    ].entries()) {
      await client.query(CAMPAIGN, [shopId, number + 1, campaign, codes]);
    }
  }
}

const CAMPAIGN = `
  WITH c AS (
    INSERT INTO campaign (shop_id, id, number, name, convention_id, convention_version, dimensions, offer_kind, currency,
      starts_at, per_customer, limit_window, guest_rule, code_kind, code_count, wanted, revision, sync_state, created_at,
      updated_at, created_by)
    VALUES ($1, gen_random_uuid(), $2, $3, gen_random_uuid(), 1, '{}', 'free_shipping', 'EUR', '2026-01-01', 1, 'month',
      'match', 'public', 1, 'on', 1, 'synced', now(), now(), 'bench')
    RETURNING shop_id, id
  )
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, assigned_from, created_at)
  SELECT c.shop_id, c.id, code, code, 'live', '2026-01-01', now() FROM c, unnest($4::text[]) AS code`;

function startServer(entry: string, url: string): Promise<{ process: ChildProcess; port: number }> {
  const child = fork(join(here, entry), {
    execArgv: [],
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

function startLoad(url: string, rate: number, seconds: number): Promise<LoadResult> {
  const child = spawn(process.execPath, [
    join(here, "load.ts"),
    url,
    String(rate),
    String(seconds),
  ]);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0 ? resolve(JSON.parse(output) as LoadResult) : reject(new Error(errors)),
    );
  });
}

async function drained(client: pg.Client): Promise<void> {
  for (let waited = 0; waited < DRAIN_LIMIT_MS; waited += 50) {
    const { rowCount } = await client.query(
      "SELECT 1 FROM inbox_message WHERE state = 'new' LIMIT 1",
    );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The inbox was not worked off in time.");
}

/** What the ledger holds against what was sent. The peer keeps no ledger: of it only the speed is of interest. */
async function compare(
  client: pg.Client,
  result: LoadResult,
): Promise<{ lost: number; doubled: number }> {
  const { rows } = await client.query<{
    orders: number;
    uses: number;
    doubled: number;
    dead: number;
  }>(`
    SELECT (SELECT count(*)::int FROM shop_order) AS orders,
      (SELECT COALESCE(sum(uses), 0)::int FROM ledger_entry WHERE campaign_id IS NOT NULL) AS uses,
      (SELECT count(*)::int FROM (SELECT FROM ledger_entry WHERE campaign_id IS NOT NULL
        GROUP BY shop_id, order_id, code_key HAVING sum(uses) > 1) d) AS doubled,
      (SELECT count(*)::int FROM inbox_message WHERE state = 'dead') AS dead`);
  const found = rows[0] ?? { orders: 0, uses: 0, doubled: 0, dead: 0 };
  const missing = Math.max(0, result.orders - found.orders) + Math.max(0, result.uses - found.uses);
  return {
    lost: missing + found.dead,
    doubled: found.doubled + Math.max(0, found.uses - result.uses),
  };
}

function option(args: readonly string[], name: string, usual: number): number {
  const at = args.indexOf(name);
  const value = at < 0 ? usual : Number(args[at + 1]);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} takes a number above 0.`);
  return value;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
