import { parseArgs } from "node:util";

import type { Emit, Progress } from "./bench.ts";
import { measureScoring } from "./score/measure.ts";

const SMALL = 10_000;

/**
 * What scoring an order takes in a shop that knows 10,000 orders and in one that knows a million (`--large N`), its state
 * in PostgreSQL. Beside it what of that is processor time, and what the index in memory alone would take.
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const options = { large: { type: "string", default: "1000000" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await emitScoring(Number(values.large), emit, progress);
}

/** As `run`; also a part of `abuse`. */
export async function emitScoring(large: number, emit: Emit, progress: Progress): Promise<void> {
  const [small, most] = await measureScoring([SMALL, large], progress);
  if (!small || !most) return;
  for (const [name, speed] of [["10k", small] as const, ["1m", most] as const]) {
    emit(figure(`score_ms_${name}`, speed.clock, "limit", 1));
    emit(
      figure(
        `score_cpu_ms_${name}`,
        speed.node + speed.postgres,
        "of it in PostgreSQL",
        speed.postgres,
      ),
    );
    emit(figure(`score_memory_ms_${name}`, speed.memory, null, null));
  }
  const growth = most.clock / small.clock;
  emit({
    ...figure("score_growth", growth, "limit", 3),
    unit: `times, ${SMALL} to ${large} orders`,
  });
}

function figure(metric: string, value: number, peer: string | null, peerValue: number | null) {
  const round = (n: number) => Number(n.toFixed(3));
  return {
    ...{ metric, value: round(value), unit: "ms an order", peer },
    peerValue: peerValue === null ? null : round(peerValue),
    ratio: peer === "limit" ? round((peerValue ?? 0) / value) : null,
  };
}
