import { seededRandom } from "../random.ts";

/** Chance from a seed. */
export type Pick = {
  readonly chance: (share: number) => boolean;
  /** A whole number from 0 up to but without the limit. */
  readonly below: (limit: number) => number;
  readonly of: <One>(list: readonly One[]) => One;
};

export function pickFrom(seed: number): Pick {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    chance: (share) => random() < share,
    of(list) {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error("Nothing to pick from");
      return one;
    },
  };
}
