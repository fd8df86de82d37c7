import type { Variant } from "#app/domain/backtest/backtest.ts";

/** "Ladder, from 80%": two ways may differ in the threshold only. */
export function wayWords(
  { name, flagFrom }: Pick<Variant, "name" | "flagFrom">,
  percent: (share: number) => string,
): string {
  return `${name}, from ${percent(flagFrom)}`;
}

/** What each of the two is called in a table. */
export const SIDES = { first: "What you have", second: "What you try" } as const;
