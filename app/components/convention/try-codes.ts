import type { Convention } from "#app/domain/naming/convention.ts";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import type { Meaning } from "#app/domain/naming/dimensions.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";

export type TriedCode = { text: string } & (
  { ok: true; says: string } | { ok: false; message: string; suggestions: string[] }
);

/** Looking for the nearest names takes a while; nobody reads more than this. */
const MOST = 50;

/** What each line of a text says by a convention: a code, or the name its codes begin with. */
export function tryCodes(convention: Convention, text: string): TriedCode[] {
  const lines = text.split("\n").map((line) => line.trim());
  const names = stemOf(convention).convention;
  return lines
    .filter((line) => line !== "")
    .slice(0, MOST)
    .map((line) => {
      const code = readName(convention, line);
      const read = code.ok || names === convention ? code : readName(names, line);
      if (read.ok) return { text: line, ok: true, says: inWords(convention, read) };
      const parsed = parseName(names, line);
      const suggestions = parsed.ok ? [] : parsed.suggestions;
      return { text: line, ok: false, message: read.error.message, suggestions };
    });
}

function inWords(convention: Convention, { dimensions, unique }: Meaning): string {
  const parts = describeDimensions(convention, dimensions).map(
    ({ label, value }) => `${label}: ${value}`,
  );
  return [...parts, ...(unique === null ? [] : [`Unique: ${unique}`])].join(" · ") || "Fits";
}
