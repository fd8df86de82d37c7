import type { Case } from "./cases.ts";

/** Precision, recall and their harmonic mean over uses of campaigns with a limit; false positives beside. */
export type Quality = {
  precision: number;
  recall: number;
  f1: number;
  falsePositives: number;
  honest: number;
};

export function qualityOf(cases: readonly Case[], flags: readonly boolean[]): Quality {
  let [hit, wrong, missed, honest] = [0, 0, 0, 0];
  cases.forEach(({ encoded, isOverLimit }, i) => {
    if (encoded.campaign === null) return;
    if (!isOverLimit) honest++;
    if (flags[i] && isOverLimit) hit++;
    else if (flags[i]) wrong++;
    else if (isOverLimit) missed++;
  });
  const precision = hit / Math.max(1, hit + wrong);
  const recall = hit / Math.max(1, hit + missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { precision, recall, f1, falsePositives: wrong, honest };
}

export function meanOf(qualities: readonly Quality[]): Quality {
  const mean = (of: (quality: Quality) => number) =>
    qualities.reduce((sum, quality) => sum + of(quality), 0) / qualities.length;
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    falsePositives: mean(({ falsePositives }) => falsePositives),
    honest: mean(({ honest }) => honest),
  };
}

/** Share of households in which nobody broke a limit and somebody was flagged. */
export function honestHouseholdsFlagged(cases: readonly Case[], flags: readonly boolean[]): number {
  const guilty = new Set(
    cases.filter(({ isOverLimit }) => isOverLimit).map(({ household }) => household),
  );
  const all = new Set(
    cases.map(({ household }) => household).filter((household) => !guilty.has(household)),
  );
  const flagged = new Set(cases.filter((_, i) => flags[i]).map(({ household }) => household));
  return [...flagged].filter((household) => all.has(household)).length / Math.max(1, all.size);
}
