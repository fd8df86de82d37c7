import type { z } from "zod";

import { schemaProblem } from "#app/domain/shared/schema-problem.ts";
import { LONGEST_LINE } from "./read-lines.server.ts";

/** What a line holds, as its schema has it and as it stands there; or what is wrong with it, without its content. */
export type ParsedLine<T> =
  { ok: true; value: T; raw: Record<string, unknown> } | { ok: false; problem: string };

export function parseLine<T>(bytes: Buffer | null, schema: z.ZodType<T>): ParsedLine<T> {
  if (bytes === null)
    return { ok: false, problem: `The line is longer than ${LONGEST_LINE / 1024 / 1024} MB.` };
  let raw: unknown;
  try {
    raw = JSON.parse(bytes.toString("utf8"));
  } catch {
    return { ok: false, problem: "This is no JSON. A line holds one whole object." };
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success)
    return { ok: false, problem: schemaProblem(parsed.error.issues, "A line has to be an object") };
  return { ok: true, value: parsed.data, raw: raw as Record<string, unknown> };
}
