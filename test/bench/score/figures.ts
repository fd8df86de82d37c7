import type { Emit, Progress } from "../bench.ts";
import { measureScoring } from "./measure.ts";

const SMALL = 10_000;

/**
 * The figures of scoring, for the bench of its own and for `abuse`: beside the time on the clock what of it is processor
 * time, and what placing an order takes by the index in memory alone.
 */
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
