import type { CaseChoice } from "#app/domain/calibration/precision.ts";

/** The decided cases behind a number. */
export function decidedCasesUrl(choice: CaseChoice): string {
  const { list } = choice;
  const chosen =
    list === "band"
      ? { list, from: String(choice.from) }
      : list === "signal"
        ? { list, signal: choice.signal }
        : { list };
  return `/app/settings/calibration/cases?${new URLSearchParams(chosen)}`;
}
