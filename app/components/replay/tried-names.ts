import type { TermNames } from "#app/domain/campaign/summary.ts";
import { TRIED_SIDES, type TriedLimits, type TriedSide } from "#app/domain/replay/history.ts";
import { limitsSentence } from "#app/components/format/limit.ts";

/** One way that is tried, by what it is called and what its limits say. */
export type TriedName = { side: TriedSide; label: string; said: string };

/** The ways there are: one, or two side by side. */
export function triedNames(limits: TriedLimits, names: TermNames, locale: string): TriedName[] {
  return TRIED_SIDES.flatMap((side) => {
    const tried = limits[side];
    if (tried === null) return [];
    const said = `${limitsSentence(tried, names, locale)}.`;
    return { side, label: limits.second === null ? "What you try" : LABELS[side], said };
  });
}

const LABELS: Record<TriedSide, string> = { first: "First limit", second: "Second limit" };
