import { loadavg } from "node:os";

import type pg from "pg";

import type { Bench, Emit, Progress } from "./bench.ts";
import { openBenchShop, type BenchShop } from "./bench-deps.ts";
import { fillShop, foldAll } from "./metrics/fill.ts";
import { measureFolding, type Folding } from "./metrics/folding.ts";
import { PAGES, PEERS, type Page } from "./metrics/pages.ts";

const SIZES = [
  { redemptions: 10_000, name: "10k" },
  { redemptions: 100_000, name: "100k" },
  { redemptions: 1_000_000, name: "1m" },
];
const TIMES = 40;
const PEER_TIMES = 5;
const PEER = "GROUP BY on the raw rows";

/**
 * What the pages of numbers ask the database, in shops with a year of 10,000, 100,000 and a million redemptions: the 95th
 * percentile of the slowest query of any page, beside the same asked of the ledger itself, and of the slowest page as a
 * whole; then what it takes to fold all of it, and with so much behind it. `--sizes N` for the first N sizes only.
 */
export const run: Bench = async (emit, progress, args) => {
  const most = args.includes("--sizes") ? Number(args[args.indexOf("--sizes") + 1]) : SIZES.length;
  const ours: number[] = [];
  const foldings: Folding[] = [];
  for (const { redemptions, name } of SIZES.slice(0, most)) {
    const bench = await openBenchShop();
    try {
      progress(`filling in ${redemptions} redemptions; ${loadNow()}`);
      await fillShop(bench, redemptions);
      progress(`folding them; ${loadNow()}`);
      const seconds = await foldAll(bench);
      const pages = await slowestOf(PAGES, bench, TIMES, progress);
      const peers = await slowestOf(PEERS, bench, PEER_TIMES, progress);
      progress(loadNow());
      report(emit, `p95_ms_${name}`, pages.query, peers.query);
      report(emit, `least_ms_${name}`, pages.least, peers.least);
      report(emit, `page_p95_ms_${name}`, pages.page, null);
      ours.push(pages.query);
      report(emit, `rebuild_seconds_${name}`, seconds, null, "s");
      foldings.push(await measureFolding(bench, redemptions));
      reportFolding(emit, foldings.at(-1)!, name);
    } finally {
      await bench.close();
    }
  }
  report(emit, "growth", (ours.at(-1) ?? 0) / (ours[0] ?? 1), null, "times");
  const [first, last] = [foldings[0], foldings.at(-1)];
  report(emit, "fold_growth", (last?.entered ?? 0) / (first?.entered ?? 1), null, "times");
};

function reportFolding(emit: Emit, folding: Folding, name: string): void {
  report(emit, `fold_ms_an_order_${name}`, folding.entered, null);
  report(emit, `fold_people_ms_an_order_${name}`, folding.people, null);
  report(emit, `fold_people_wait_ms_${name}`, folding.piece, null);
  report(emit, `sweep_ms_${name}`, folding.sweep, null);
  report(emit, `relabel_ms_${name}`, folding.relabel, null);
  report(emit, `relabel_wait_ms_${name}`, folding.wait, null);
  report(emit, `check_seconds_${name}`, folding.check, null, "s");
}

/**
 * In ms: 95th percentiles of the slowest query of all pages, and of the slowest page. `least`: the query that takes
 * longest when it is quickest; what else the machine does changes that little.
 */
type Slowest = { query: number; page: number; least: number };

async function slowestOf(
  pages: readonly Page[],
  bench: BenchShop,
  times: number,
  progress: Progress,
): Promise<Slowest> {
  const slowest = { query: 0, page: 0, least: 0 };
  for (const { name, ask } of pages) {
    // The first times fill caches and plans, as they are in a server that runs.
    for (let n = 0; n < 3; n += 1) await ask(bench);
    const watch = watchQueries(bench.deps.database.pool);
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const from = performance.now();
      await ask(bench);
      taken.push(performance.now() - from);
    }
    const queries = watch.end();
    const [text, query] = [...queries]
      .map(([each, all]) => [each, p95Of(all)] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a));
    const page = p95Of(taken);
    progress(
      `${name}: p95 ${round(page)} ms with ${queries.size} queries, the slowest ${round(query)} ms: ${text}`,
    );
    slowest.query = Math.max(slowest.query, query);
    slowest.page = Math.max(slowest.page, page);
    const least = [...queries.values()].map((all) => Math.min(...all));
    slowest.least = Math.max(slowest.least, ...least);
  }
  return slowest;
}

/** How long each query of the pool takes, by the beginning of its text. */
function watchQueries(pool: pg.Pool): { end(): Map<string, number[]> } {
  const taken = new Map<string, number[]>();
  const query = pool.query.bind(pool) as (...values: unknown[]) => Promise<unknown>;
  const watched = async (...values: unknown[]) => {
    const [first] = values;
    const text = typeof first === "string" ? first : (first as { text: string }).text;
    const key = text.replace(/\s+/g, " ").trim().slice(0, 90);
    const from = performance.now();
    try {
      return await query(...values);
    } finally {
      taken.set(key, [...(taken.get(key) ?? []), performance.now() - from]);
    }
  };
  Object.assign(pool, { query: watched });
  return {
    end() {
      Object.assign(pool, { query });
      return taken;
    },
  };
}

function p95Of(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? 0;
}

function report(
  emit: Emit,
  metric: string,
  value: number,
  peerValue: number | null,
  unit = "ms",
): void {
  emit({
    ...{ metric, value: round(value), unit, peer: peerValue === null ? null : PEER },
    peerValue: peerValue === null ? null : round(peerValue),
    ratio: peerValue === null ? null : round(peerValue / value),
  });
}

/** Other programs at work on the machine make every figure worse. */
function loadNow(): string {
  return `the machine's load is ${loadavg()[0]?.toFixed(2)}`;
}

const round = (value: number): number => Number(value.toFixed(2));
