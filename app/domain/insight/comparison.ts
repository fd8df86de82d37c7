import type { Figures } from "./figures.ts";
import type { Range } from "./range.ts";
import type { ChartDay } from "./report.ts";

/** As many lines as can still be told apart. */
export const MOST_COMPARED = 6;

/** One of what is compared. `slice`: as `sliceText` writes it. */
export type Compared = {
  slice: string;
  label: string;
  now: Figures;
  then: Figures;
  /** Uses a day, with the same day of the other period. */
  uses: ChartDay[];
  fresh: number | null;
  returning: number | null;
};

/** Slices side by side over a range, each with another period: the one just before, or one that was chosen. */
export type Comparison = {
  range: Range;
  then: Range;
  isBefore: boolean;
  compared: Compared[];
  /** What can be added, by what it is. */
  choices: { title: string; options: { slice: string; label: string }[] }[];
};
