import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Figure, Progress } from "../bench.ts";
import type { Made } from "./report.ts";

const PEER = "voucher-code-generator";
/** Each in a fresh process; the best of them, since whatever else runs can only make it worse. */
const RUNS = 3;

/** What a million unique codes take, and how far above an idle process their making gets, beside npm's usual package. */
export async function measureMake(progress: Progress, count = 1_000_000): Promise<Figure[]> {
  progress(`Bonafide: ${count} codes`);
  const ours = await best("ours-child.ts", count);
  progress(`${PEER}: ${count} codes`);
  const peer = await best("peer-child.ts", count);
  return [
    figure("generate_seconds", "s", ours.seconds, peer.seconds),
    figure("generate_peak_mb", "MB", ours.peakMb, peer.peakMb),
  ];
}

async function best(child: string, count: number): Promise<{ seconds: number; peakMb: number }> {
  const seconds: number[] = [];
  const peaks: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const idle = await runChild(child, 0);
    const made = await runChild(child, count);
    seconds.push(made.seconds);
    peaks.push(made.maxRssMb - idle.maxRssMb);
  }
  return { seconds: Math.min(...seconds), peakMb: Math.max(1, Math.min(...peaks)) };
}

async function runChild(child: string, count: number): Promise<Made> {
  const path = join(import.meta.dirname, child);
  const { stdout } = await promisify(execFile)(process.execPath, [path, String(count)]);
  const made = JSON.parse(stdout) as Made;
  if (made.codes !== count) throw new Error(`${child} made ${made.codes} codes of ${count}`);
  return made;
}

function figure(metric: string, unit: string, value: number, peerValue: number): Figure {
  const ratio = Number((peerValue / value).toFixed(2));
  return { metric, value: round(value), unit, peer: PEER, peerValue: round(peerValue), ratio };
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
