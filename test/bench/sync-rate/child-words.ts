/** What the bench says to the stand-in. `loses`: the share of answers that get lost. */
export type Asked =
  { ask: "begin"; available: number; loses: number } | { ask: "codes"; title: string };

export type Told =
  { tell: "begun" } | { tell: "codes"; codes: string[]; calls: { all: number; throttled: number } };
