import { z } from "zod";

import type { Likeness } from "../identity/link/odds.ts";
import type { OvershootEvidence } from "../flag/summary.ts";
import { KIND_LABELS } from "../signal/kind-labels.ts";
import type { SignalKind } from "../signal/signal.ts";

const likenessSchema = z.enum(["same", "alike", "other"]) satisfies z.ZodType<Likeness>;

const shares = z.array(
  z.object({ what: z.string(), bits: z.number(), likeness: likenessSchema.optional() }),
);

const evidenceSchema = z.object({
  orders: z.array(z.object({ orderId: z.string(), shares })),
  numbers: z.record(z.string(), z.number()),
  listed: shares.optional(),
});

export type StoredSignal = {
  kind: SignalKind;
  score: number | null;
  evidence: z.infer<typeof evidenceSchema>;
};

const signalSchema = z.object({
  name: z.enum(Object.keys(KIND_LABELS) as [SignalKind, ...SignalKind[]]),
  score: z.number().nullable(),
  evidence: evidenceSchema,
});

/** The signals of a flag as its row keeps them. @throws when the column holds what no signal puts there. */
export function readSignals(column: unknown): StoredSignal[] {
  return z
    .array(signalSchema)
    .parse(column)
    .map(({ name, score, evidence }) => ({ kind: name, score, evidence }));
}

const reasonsSchema = z.array(
  z
    .object({ field: z.string(), bits: z.number(), likeness: likenessSchema.optional() })
    .transform(({ field, ...share }) => ({ what: field, ...share })),
);

/** What two people have in common, as the row of their link keeps it. @throws when the column holds something else. */
export function readReasons(column: unknown): z.infer<typeof shares> {
  return reasonsSchema.parse(column);
}

/** The evidence of a flag that the exact rule raised; null for other flags. */
export function readOvershoot(column: unknown): OvershootEvidence | null {
  const isOne =
    typeof column === "object" && column !== null && "counter" in column && "limit" in column;
  return isOne ? (column as OvershootEvidence) : null;
}
