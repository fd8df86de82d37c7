import type { Glyph } from "./look-alike-glyph.ts";

export function isDigit({ shown }: Glyph): boolean {
  return /^\d$/.test(shown);
}

/** Drawn alike, two letters of different scripts are told apart by their numbers only. */
export function nameOf({ shown }: Glyph): string {
  if (/^[!-~]+$/.test(shown)) return shown;
  const point = shown.codePointAt(0) ?? 0;
  return `${shown} (U+${point.toString(16).toUpperCase().padStart(4, "0")})`;
}
