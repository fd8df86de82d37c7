import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { ReplayReport } from "#app/domain/replay/report.ts";
import { runLab, type LabStream } from "./abuse/lab.ts";
import { readCases } from "./abuse/cases.ts";
import { judgeByProduct } from "./abuse/judge.ts";
import { honestHouseholdsFlagged, qualityOf, type Quality } from "./abuse/measure.ts";
import { ownStream } from "./abuse/worlds.ts";
import type { Emit, Progress } from "./bench.ts";

const LEVELS = ["naive", "medium", "hard", "mixed"] as const;

/**
 * The streams of `abuse` through the replay itself: inbox, ledger, index in PostgreSQL, flags, report. Beside each figure
 * that of the same method in memory, without the exact rule. `--lab PATH` for another maker's streams, else our own;
 * `--seeds 21`, `--levels mixed`.
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lab: { type: "string", default: process.env["ABUSE_LAB"] ?? "" },
      seeds: { type: "string", default: "21" },
      levels: { type: "string", default: LEVELS.join(",") },
    },
  });
  for (const level of LEVELS.filter((each) => values.levels.split(",").includes(each)))
    for (const seed of values.seeds.split(",").map(Number)) {
      const stream = values.lab ? runLab(values.lab, seed, level) : ownStream(seed, level);
      const started = performance.now();
      const report = await replay(stream);
      const seconds = (performance.now() - started) / 1_000;
      progress(`${level}, seed ${seed}: ${stream.raw.length} orders in ${seconds.toFixed(0)} s`);
      for (const figure of figuresOf(stream, report))
        emit({ ...figure, metric: `${level}_${figure.metric}` });
    }
}

/** The stream's files, given to the command as anybody would. */
async function replay({ raw, once }: LabStream): Promise<ReplayReport> {
  const folder = mkdtempSync(join(tmpdir(), "abuse-replay-"));
  const path = (name: string) => join(folder, name);
  try {
    const { currency } = raw[0]!.body as { currency: string };
    const campaigns = [...once].map((code) => ({ key: code, codes: [code], once: true }));
    const config = { shop: { timezone: "UTC", currency }, campaigns };
    writeFileSync(path("promotions.yaml"), JSON.stringify(config));
    writeFileSync(path("orders.jsonl"), raw.map(({ body }) => JSON.stringify(body)).join("\n"));
    const files = [
      ...["--config", path("promotions.yaml"), "--orders", path("orders.jsonl")],
      ...["--report", path("report.json")],
    ];
    const entry = join(import.meta.dirname, "../../app/server/replay.ts");
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [entry, ...files], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      child.on("error", reject);
      child.on("exit", (code) =>
        code === 0 ? resolve() : reject(new Error(`The replay ended with ${code}.`)),
      );
    });
    return JSON.parse(readFileSync(path("report.json"), "utf8")) as ReplayReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Part = { metric: string; value: number; peerValue: number; unit: string };

function figuresOf({ raw, once }: LabStream, { flags }: ReplayReport) {
  const cases = readCases(raw, once);
  const flagged = new Set(
    flags.filter(({ kind }) => kind === "over_limit").map(({ orderId }) => String(orderId)),
  );
  const wired = cases.map(({ order }) => flagged.has(order.id));
  const pure = judgeByProduct(cases).flags;
  const [ours, theirs] = [qualityOf(cases, wired), qualityOf(cases, pure)];
  const part = (of: keyof Quality, unit: string, metric: string = of): Part => ({
    ...{ metric, unit, value: ours[of], peerValue: theirs[of] },
  });
  const households: Part = {
    metric: "honest_households_flagged",
    value: honestHouseholdsFlagged(cases, wired),
    peerValue: honestHouseholdsFlagged(cases, pure),
    unit: "share",
  };
  const parts = [
    ...[part("precision", "share"), part("recall", "share"), part("f1", "share")],
    ...[part("falsePositives", "orders", "false_positives"), households],
  ];
  const round = (n: number) => Number(n.toFixed(4));
  return parts.map(({ value, peerValue, ...rest }) => ({
    ...rest,
    ...{ value: round(value), peer: "in_memory", peerValue: round(peerValue), ratio: null },
  }));
}
