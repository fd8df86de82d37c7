export const API_KEY = "bonafide-bench-key";
export const API_SECRET = "bonafide-bench-secret";

/** What the bench says to the stand-in. `speed`: of its time; `loses`: the share of answers that get lost. */
export type Asked =
  | { ask: "begin"; speed: number; available: number; loses: number }
  | { ask: "codes"; title: string }
  | { ask: "end" };

export type Told =
  | { tell: "ready"; url: string; domain: string; token: string }
  | { tell: "begun" }
  | { tell: "codes"; codes: string[]; calls: { all: number; throttled: number } };
