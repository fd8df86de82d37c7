import { textOf, withoutNul } from "./search-params.ts";

/** The days an address asks for, as they stand there. */
export function askedRange(url: URL): { from: string; to: string; days: string } {
  return {
    from: textOf(url, "from", 10),
    to: textOf(url, "to", 10),
    days: textOf(url, "days", 10),
  };
}

/** The slices an address names, as they stand there. */
export function slicesOf(url: URL): string[] {
  return url.searchParams.getAll("slice").map(withoutNul);
}
