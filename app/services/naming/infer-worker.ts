import { parentPort, workerData } from "node:worker_threads";

import type { Field } from "#app/domain/naming/field.ts";
import { inferConventions } from "#app/domain/naming/infer/infer-conventions.ts";

/*
 * The thread of `inferApart`: one answer, then it ends.
 */
const { codes, fields } = workerData as { codes: string[]; fields: Field[] };
parentPort?.postMessage(inferConventions(codes, { fields }));
