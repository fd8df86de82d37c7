import { buildFunction } from "#guard/build.ts";
import { withinLimit, type Emit, type Progress } from "./bench.ts";
import { meterBundle } from "./fuel/measure.ts";
import { guestInput, inputOf, worstInputs } from "./guard-cases.ts";
import { countFalseRefusals } from "./guard-cost/false-refusals.ts";
import { writeCost } from "./guard-cost/table.ts";

/** Shopify's limits for a cart of up to 200 lines. */
const INSTRUCTION_LIMIT = 11_000_000;
/** Of the compiled function; the bundle is what our part of it is made of. */
const WASM_LIMIT_BYTES = 256_000;

/**
 * What the guard costs at checkout: its size, and instructions by count of codes, rules, entries and digests, at most
 * as much as the formats allow; and how many honest guests it would refuse. With `docs` it writes docs/guard-cost.md.
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  progress("Bundling the function");
  const bundle = await buildFunction();
  const measure = await meterBundle(bundle, "cartLinesDiscountsGenerateRun");
  if (args[0] === "docs") return writeCost(measure, progress);

  const bytes = Buffer.byteLength(bundle);
  emit(withinLimit("bundle_bytes", bytes, "B", "shopify_wasm_limit", WASM_LIMIT_BYTES));
  const counted = async (metric: string, input: unknown) => {
    progress(`Counting ${metric}`);
    return (await measure(input)).instructions;
  };
  const told = (metric: string, instructions: number) =>
    emit(withinLimit(metric, instructions, "instructions", "shopify_limit", INSTRUCTION_LIMIT));
  const cases = {
    instructions_1_5: { codes: 1, rules: 5, entries: 5 },
    instructions_5_100_200: { codes: 5, rules: 100, entries: 200 },
  };
  for (const [metric, size] of Object.entries(cases)) {
    told(metric, await counted(metric, inputOf(size)));
  }
  const without = await counted("a guest without digests", guestInput(0));
  const extra = (await counted("a guest against 5,000", guestInput(5_000))) - without;
  told("instructions_digests_5000_extra", extra);
  let worst = 0;
  for (const [who, input] of Object.entries(worstInputs())) {
    worst = Math.max(worst, await counted(`the worst, ${who}`, input));
  }
  told("instructions_worst", worst);
  progress("Asking for ten million strangers");
  const refused = countFalseRefusals(progress);
  emit(withinLimit("false_refusals_per_10m", refused, "people", "one in a million", 10));
}
