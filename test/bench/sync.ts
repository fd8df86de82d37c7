import type { Emit, Progress } from "./bench.ts";
import { measureAdoption } from "./sync-adopt/measure.ts";
import { measureDrift } from "./sync-drift/measure.ts";
import { measurePlan } from "./sync-plan/measure.ts";
import { measureSync } from "./sync-rate/measure.ts";

/** Bringing codes to Shopify at its pace, adopting a store, comparing a million codes, and seeing what somebody changed. */
export async function run(emit: Emit, progress: Progress): Promise<void> {
  for (const figure of await measurePlan(progress)) emit(figure);
  for (const figure of await measureSync(progress)) emit(figure);
  for (const figure of await measureAdoption(progress)) emit(figure);
  for (const figure of await measureDrift(progress)) emit(figure);
}
