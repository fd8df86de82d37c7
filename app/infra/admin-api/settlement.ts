import type { Settlement } from "#app/domain/rate/settle.ts";
import type { AdminApiError } from "./admin-api-error.server.ts";
import type { AnswerCost } from "./answer-cost.ts";

export function settlementOf(cost: AnswerCost | null, reserved: number): Settlement {
  const points = cost?.actualQueryCost ?? cost?.requestedQueryCost ?? reserved;
  return { points, status: cost?.throttleStatus ?? null, throttled: false, pauseMs: 0 };
}

/** The first pause after being throttled without a reason that our own count could know; then twice as long each time. */
const PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;

/** What a call that failed for the `times`-th time took. */
export function settlementOfFailure(
  { kind, cost, waitMs }: AdminApiError,
  reserved: number,
  times: number,
): Settlement {
  if (kind !== "throttled") {
    // It may have been carried out, and whatever it took is best thought gone.
    const unknown = kind === "unavailable" ? reserved : 0;
    const points = cost ? (cost.actualQueryCost ?? 0) : unknown;
    return { points, status: cost?.throttleStatus ?? null, throttled: false, pauseMs: 0 };
  }
  const status = cost?.throttleStatus ?? null;
  const isEmpty = cost !== null && cost.throttleStatus.currentlyAvailable < cost.requestedQueryCost;
  // The bucket is short of points: it says itself how long to wait. Anything else is a limit that we do not see.
  if (isEmpty) return { points: 0, status, throttled: true, pauseMs: 0 };
  const pauseMs = Math.max(waitMs, Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** (times - 1)));
  return { points: 0, status: null, throttled: true, pauseMs };
}
