import { loadavg } from "node:os";

import type { Bench, Emit } from "./bench.ts";
import { openBenchShop } from "./bench-deps.ts";
import { fillShop } from "./metrics/fill.ts";
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
 * What the pages of numbers ask the database, in shops with a year of 10,000, 100,000 and a million redemptions: of each
 * size the slowest page's 95th percentile, with the slowest of the same questions asked of the ledger itself beside it.
 * `--sizes N` for the first N sizes only.
 */
export const run: Bench = async (emit, progress, args) => {
  const most = args.includes("--sizes") ? Number(args[args.indexOf("--sizes") + 1]) : SIZES.length;
  const ours: number[] = [];
  for (const { redemptions, name } of SIZES.slice(0, most)) {
    const bench = await openBenchShop();
    try {
      progress(`filling in ${redemptions} redemptions; the load is ${loadavg()[0]?.toFixed(2)}`);
      await fillShop(bench, redemptions);
      const slowest = await slowestOf(PAGES, bench, TIMES, progress);
      const peer = await slowestOf(PEERS, bench, PEER_TIMES, progress);
      report(emit, `p95_ms_${name}`, slowest, peer);
      ours.push(slowest);
    } finally {
      await bench.close();
    }
  }
  const growth = (ours.at(-1) ?? 0) / (ours[0] ?? 1);
  emit({
    ...{ metric: "growth", value: round(growth), unit: "times", peer: null },
    ...{ peerValue: null, ratio: null },
  });
};

type Bench1 = Awaited<ReturnType<typeof openBenchShop>>;

async function slowestOf(
  pages: readonly Page[],
  bench: Bench1,
  times: number,
  progress: (text: string) => void,
): Promise<number> {
  let slowest = 0;
  for (const { name, ask } of pages) {
    // The first times fill caches and plans, as they are in a server that runs.
    for (let n = 0; n < 3; n += 1) await ask(bench);
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const from = performance.now();
      await ask(bench);
      taken.push(performance.now() - from);
    }
    const p95 = taken.sort((a, b) => a - b)[Math.ceil(times * 0.95) - 1] ?? 0;
    progress(
      `${name}: median ${round(taken[Math.floor(times / 2)] ?? 0)} ms, p95 ${round(p95)} ms`,
    );
    slowest = Math.max(slowest, p95);
  }
  return slowest;
}

function report(emit: Emit, metric: string, value: number, peerValue: number): void {
  const ratio = round(peerValue / value);
  emit({
    metric,
    value: round(value),
    unit: "ms",
    peer: PEER,
    peerValue: round(peerValue),
    ratio,
  });
}

const round = (value: number): number => Number(value.toFixed(2));
