import { parseArgs } from "node:util";

import type { Emit, Progress } from "./bench.ts";
import { emitScoring } from "./score/figures.ts";

/**
 * What scoring an order takes in a shop that knows 10,000 orders and in one that knows a million (`--large N`), its state
 * in PostgreSQL.
 */
export async function run(emit: Emit, progress: Progress, args: readonly string[]): Promise<void> {
  const options = { large: { type: "string", default: "1000000" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await emitScoring(Number(values.large), emit, progress);
}
