import type { Range } from "#app/domain/insight/range.ts";

/** The orders behind a number: of a slice (as `sliceText` writes it), in a range of days. */
export function linesUrl(slice: string, { from, to }: Range): string {
  return `/app/insights/orders?${new URLSearchParams({ slice, from, to })}`;
}
