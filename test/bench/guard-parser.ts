import { bundleSizes } from "#guard/build.ts";
import { withinLimit, type Figure, type Progress } from "./bench.ts";

const LIMIT_BYTES = 6_000;

/** The files by which the guard tells which campaign a code belongs to. */
const READING = /^app\/domain\/(naming\/|code\/|policy\/(rule|rules-reader|terms-text)\.ts$)/;

/** What the guard's bundle spends on reading codes. */
export async function measureGuardParser(progress: Progress): Promise<Figure> {
  progress("Bundling the function");
  const sizes = Object.entries(await bundleSizes());
  const bytes = sizes
    .filter(([file]) => READING.test(file))
    .reduce((sum, [, size]) => sum + size, 0);
  return withinLimit("guard_parser_bytes", bytes, "B", "the limit set for it", LIMIT_BYTES);
}
