import { loadavg } from "node:os";

import type pg from "pg";

import { startEmbeddedPostgres } from "#app/infra/db/embedded-postgres.server.ts";
import type { Emit, Progress } from "./bench.ts";
import { compare, type Compared } from "./intake/compare.ts";
import { openStage } from "./intake/stage.ts";

/**
 * Shopify's whole platform took near 40,000 orders a minute at its peak on Black Friday 2025: 667 a second. To be held
 * are 740; a little more is sent, because what is applied is counted until the last webhook is worked off.
 */
const RATE = 780;
const DRAIN_LIMIT_MS = 300_000;
/** The peer's rate is what it reaches by itself: a short overload shows it without waiting for a long backlog. */
const PEER_SECONDS = 10;
const PEER = "one Prisma transaction per webhook";

/**
 * Signed order webhooks over HTTP at a fixed rate, with embedded PostgreSQL and the load in a process of its own; until
 * the ledger, the rollups and the queue of standings hold them. `--seconds N` (60), `--rate N` (780).
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const seconds = option(args, "--seconds", 60);
  const rate = option(args, "--rate", RATE);
  progress(loadNow());
  const server = await startEmbeddedPostgres({ name: "bench" });
  try {
    progress(`Bonafide: ${rate} webhooks/s for ${seconds} s`);
    const ours = await measure(server.url, "app-server.ts", { rate, seconds }, progress);
    if (args.includes("--no-peer")) return report(emit, ours);
    progress("The peer: one Prisma transaction a webhook, in the handler");
    const short = { rate, seconds: Math.min(seconds, PEER_SECONDS) };
    report(emit, ours, await measure(server.url, "peer-server.ts", short, progress));
  } finally {
    await server.stop();
  }
}

type Measured = Compared & { appliedPerSecond: number; p99Ms: number; drainSeconds: number };

async function measure(
  serverUrl: string,
  entry: string,
  { rate, seconds }: { rate: number; seconds: number },
  progress: Progress,
): Promise<Measured> {
  const stage = await openStage(serverUrl, entry);
  try {
    const sent = await stage.load(rate, seconds);
    await drained(stage.client);
    const ended = Date.now();
    const { startedAt, endedAt } = sent;
    const drainSeconds = (ended - endedAt) / 1_000;
    const size = Math.round(sent.bytes / sent.sent);
    progress(
      `${sent.sent} sent (${size} bytes each), acknowledged in ${((endedAt - startedAt) / 1_000).toFixed(1)} s, ` +
        `drained ${drainSeconds.toFixed(1)} s after; the load took ${(sent.cpuShare * 100).toFixed(0)} % of a core`,
    );
    progress(loadNow());
    return {
      appliedPerSecond: sent.sent / ((ended - startedAt) / 1_000),
      p99Ms: sent.p99Ms,
      drainSeconds,
      ...(await compare(stage.client, sent)),
    };
  } finally {
    await stage.close();
  }
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

/** The peer keeps no ledger: of it only the speed is of interest. */
function report(emit: Emit, ours: Measured, peer?: Measured): void {
  const figure = (metric: string, value: number, unit: string, peerValue?: number) =>
    emit({
      metric,
      value: round(value),
      unit,
      peer: peerValue === undefined ? null : PEER,
      peerValue: peerValue === undefined ? null : round(peerValue),
      ratio: peerValue === undefined ? null : ratioOf(metric, value, peerValue),
    });
  figure("applied_per_second", ours.appliedPerSecond, "webhooks/s", peer?.appliedPerSecond);
  figure("ack_p99_ms", ours.p99Ms, "ms", peer?.p99Ms);
  figure("drain_seconds", ours.drainSeconds, "s");
  figure("lost", ours.lost, "webhooks");
  figure("doubled", ours.doubled, "uses");
}

function ratioOf(metric: string, value: number, peerValue: number): number {
  return round(metric.endsWith("_ms") ? peerValue / value : value / peerValue);
}

/** Other programs at work on the machine make every figure worse. */
function loadNow(): string {
  return `the machine's load is ${loadavg()[0]?.toFixed(2)}`;
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
