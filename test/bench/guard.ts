import { buildFunction } from "#guard/build.ts";
import { withinLimit, type Emit, type Progress } from "./bench.ts";
import { meterBundle } from "./fuel/measure.ts";
import { inputOf } from "./guard-cases.ts";

/** Shopify's limits for a cart of up to 200 lines. */
const INSTRUCTION_LIMIT = 11_000_000;
/** Of the compiled function; the bundle is what our part of it is made of. */
const WASM_LIMIT_BYTES = 256_000;

/** What the guard costs at checkout: its size, and instructions by count of codes, rules, entries. */
export async function run(emit: Emit, progress: Progress): Promise<void> {
  progress("Bundling the function");
  const bundle = await buildFunction();
  const bytes = Buffer.byteLength(bundle);
  emit(withinLimit("bundle_bytes", bytes, "B", "shopify_wasm_limit", WASM_LIMIT_BYTES));

  const measure = await meterBundle(bundle, "cartLinesDiscountsGenerateRun");
  const cases = {
    instructions_1_5: { codes: 1, rules: 5, entries: 5 },
    instructions_5_100_200: { codes: 5, rules: 100, entries: 200 },
  };
  for (const [metric, size] of Object.entries(cases)) {
    progress(`Counting ${metric}`);
    const { instructions } = await measure(inputOf(size));
    emit(withinLimit(metric, instructions, "instructions", "shopify_limit", INSTRUCTION_LIMIT));
  }
}
