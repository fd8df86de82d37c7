import { Worker } from "node:worker_threads";

import type { Field } from "#app/domain/naming/field.ts";
import { inferConventions } from "#app/domain/naming/infer/infer-conventions.ts";
import type { Inference } from "#app/domain/naming/infer/inference.ts";

/** So many are read faster than a thread starts; more would keep the process from answering anybody else. */
const READ_HERE = 2_000;

const THREAD = new URL("./infer-worker.ts", import.meta.url);

/** Finds the conventions codes follow; many of them in a thread of its own. */
export async function inferApart(
  codes: readonly string[],
  fields: readonly Field[],
): Promise<Inference> {
  if (codes.length <= READ_HERE) return inferConventions(codes, { fields });
  // However the process itself was started: the thread needs nothing of it.
  const thread = new Worker(THREAD, { workerData: { codes, fields }, execArgv: [] });
  return new Promise<Inference>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    // After an answer this comes too late to matter.
    thread.once("exit", () => reject(new Error("The thread ended without an answer.")));
  });
}
