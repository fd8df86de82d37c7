/** What a piece of work asked of Shopify; its calls count it up. */
export type Meter = {
  /** Calls that went out, repetitions included. */
  calls: number;
  /** Cost points they took. */
  points: number;
  /** Answers that we call too much. */
  throttled: number;
  /** Time spent waiting for points, and between repetitions. */
  waitedMs: number;
  /** Calls that came to nothing: no answer, or a refusal of the call itself. */
  failed: number;
};

export function newMeter(): Meter {
  return { calls: 0, points: 0, throttled: 0, waitedMs: 0, failed: 0 };
}
