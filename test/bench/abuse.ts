import { parseArgs } from "node:util";
import { claimCounts } from "#test/worlds/claim-counts.ts";
import { HELD_OUT } from "#test/worlds/habits/held-out.ts";
import type { WorldOptions } from "#test/worlds/world.ts";
import type { Emit, Figure, Progress } from "./bench.ts";
import { readCases, type Case, type RawCase } from "./abuse/cases.ts";
import { judgeAlarms, runCounts, type AlarmQuality } from "./abuse/counts.ts";
import { measureEncodings } from "./abuse/encodings.ts";
import { judgeByProduct } from "./abuse/judge.ts";
import { runLab } from "./abuse/lab.ts";
import { measureLeak } from "./abuse/leak.ts";
import { honestHouseholdsFlagged, meanOf, qualityOf, type Quality } from "./abuse/measure.ts";
import { PEERS } from "./abuse/peers.ts";
import { ownStream } from "./abuse/worlds.ts";
import { emitScoring } from "./score/figures.ts";

const LEVELS = ["naive", "medium", "hard", "mixed"] as const;

/**
 * Who is told apart from whom, what is found and what it costs, on streams of our own world (`own_…`), the same with habits
 * nothing was tuned on (`held_out_…`), and, with `--lab PATH`, of another maker's generator, whose figures then have the
 * plain names. `--seeds 21,22` says which; `--large 1000000` the shop that speed is measured in (bench `score`).
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lab: { type: "string", default: process.env["ABUSE_LAB"] ?? "" },
      seeds: { type: "string", default: "21,22" },
      large: { type: "string", default: "1000000" },
    },
  });
  const seeds = values.seeds.split(",").map(Number);
  const makers: [string, Maker][] = [
    ["own_", (seed, level) => ownStream(seed, level)],
    ["held_out_", (seed, level) => ownStream(seed, level, HELD_OUT)],
  ];
  if (values.lab) makers.unshift(["", (seed, level) => runLab(values.lab, seed, level)]);
  else makers[0]![0] = "";
  // First, as in a server's process: judging the streams leaves a large heap behind, and code for other indexes.
  await emitScoring(Number(values.large), emit, progress);
  for (const [prefix, make] of makers)
    for (const level of LEVELS) emitLevel(prefix, level, make, seeds, emit, progress);
  emitAlarms(
    "",
    seeds.map((seed) =>
      values.lab ? judgeAlarms(runCounts(values.lab, seed)) : judgeAlarms(claimCounts(seed)),
    ),
    emit,
  );
  if (values.lab)
    emitAlarms(
      "own_",
      seeds.map((seed) => judgeAlarms(claimCounts(seed))),
      emit,
    );
  const { encoded, plain } = measureEncodings();
  emit(
    figure("encoding_slips_found", encoded.slipsFound, "share", "plain_bigrams", plain.slipsFound),
  );
  emit(
    figure(
      "encoding_false_matches",
      encoded.strangersTaken,
      "share",
      "plain_bigrams",
      plain.strangersTaken,
    ),
  );
  const leak = measureLeak(500);
  emit(figure("leak_orders_to_alarm", leak.ordersToAlarm, "orders", "limit", 10));
  emit(figure("leak_false_alarms", leak.falseAlarms, "of sound codes in 300 uses", null, null));
}

type Maker = (
  seed: number,
  level: WorldOptions["level"],
) => { raw: RawCase[]; once: ReadonlySet<string> };

function emitLevel(
  prefix: string,
  level: (typeof LEVELS)[number],
  make: Maker,
  seeds: readonly number[],
  emit: Emit,
  progress: Progress,
): void {
  const ours: Quality[] = [];
  const peers = PEERS.map(() => [] as Quality[]);
  const biggest: number[] = [];
  const households: number[] = [];
  for (const seed of seeds) {
    progress(`${prefix}${level}, seed ${seed}`);
    const { raw, once } = make(seed, level);
    const cases: Case[] = readCases(raw, once);
    const judged = judgeByProduct(cases);
    ours.push(qualityOf(cases, judged.flags));
    biggest.push(judged.biggestCluster);
    households.push(honestHouseholdsFlagged(cases, judged.flags));
    PEERS.forEach((peer, i) => peers[i]!.push(qualityOf(cases, peer.judge(cases))));
  }
  const mean = meanOf(ours);
  const byPeer = PEERS.map(({ name }, i) => ({ name, ...meanOf(peers[i]!) }));
  const best = byPeer.reduce((a, b) => (b.f1 > a.f1 ? b : a));
  for (const { name, precision, recall, f1 } of byPeer)
    progress(
      `${prefix}${level} ${name}: P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}`,
    );
  for (const measure of ["precision", "recall", "f1"] as const)
    emit(figure(`${prefix}${level}_${measure}`, mean[measure], "share", best.name, best[measure]));
  if (level !== "mixed") return;
  emit(
    figure(
      `${prefix}false_positives_mixed`,
      mean.falsePositives,
      `of ${Math.round(mean.honest)} honest uses`,
      best.name,
      best.falsePositives,
    ),
  );
  emit(figure(`${prefix}biggest_cluster`, Math.max(...biggest), "orders", "limit", 50));
  const share = households.reduce((sum, each) => sum + each, 0) / households.length;
  emit(figure(`${prefix}honest_households_flagged`, share, "share", "limit", 0.001));
  const worst = Math.max(...households);
  emit(figure(`${prefix}honest_households_flagged_worst_seed`, worst, "share", "limit", 0.001));
}

function emitAlarms(prefix: string, runs: readonly AlarmQuality[], emit: Emit): void {
  const mean = (of: (run: AlarmQuality) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  emit(
    figure(
      `${prefix}anomaly_recall`,
      mean(({ recall }) => recall),
      "share",
      "limit",
      0.98,
    ),
  );
  emit(
    figure(
      `${prefix}anomaly_false_per_code_week`,
      mean((run) => run.falsePerCodeWeek),
      "alarms",
      "limit",
      0.05,
    ),
  );
  emit(
    figure(
      `${prefix}anomaly_delay_hours`,
      mean(({ delayHours }) => delayHours),
      "hours, median",
      "limit",
      1.5,
    ),
  );
}

/** Where less is better, the ratio is turned round: above 1 is better, always. */
const LESS_IS_BETTER = /false|biggest|households|delay|leak_orders/;

function figure(
  metric: string,
  value: number,
  unit: string,
  peer: string | null,
  peerValue: number | null,
): Figure {
  const round = (n: number) => Number(n.toFixed(4));
  const ratio =
    peerValue === null ? null : LESS_IS_BETTER.test(metric) ? peerValue / value : value / peerValue;
  return {
    metric,
    value: round(value),
    unit,
    peer,
    peerValue: peerValue === null ? null : round(peerValue),
    ratio: ratio !== null && Number.isFinite(ratio) ? round(ratio) : null,
  };
}
