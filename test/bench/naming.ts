import type { Emit, Progress } from "./bench.ts";
import { measureSearch } from "./code-search/measure.ts";
import { measureGuardParser } from "./guard-parser.ts";
import { measureInference } from "./naming-infer/measure.ts";
import { measureParse } from "./naming-parse/measure.ts";

/** Names read, conventions learnt from codes, codes searched, and what reading a code costs in the guard. */
export async function run(emit: Emit, progress: Progress): Promise<void> {
  emit(measureParse(progress));
  for (const figure of measureInference(progress)) emit(figure);
  for (const figure of await measureSearch(progress)) emit(figure);
  emit(await measureGuardParser(progress));
}
