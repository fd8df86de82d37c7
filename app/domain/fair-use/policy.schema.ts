import { z } from "zod";

import type { SignalKind } from "../signal/signal.ts";
import { KIND_LABELS } from "../signal/kind-labels.ts";
import {
  MOST_DAYS,
  MOST_EARLIER,
  MOST_ORDERS,
  MOST_RULES,
  STEPS,
  type FairUsePolicy,
} from "./policy.ts";

const kinds = Object.keys(KIND_LABELS) as [SignalKind, ...SignalKind[]];

const untilSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("days"), days: z.int().min(1).max(MOST_DAYS) }),
  z.object({ kind: z.literal("period") }),
  z.object({ kind: z.literal("none") }),
]);

export const policySchema = z.object({
  rules: z
    .array(
      z.object({
        when: z.object({
          kinds: z.array(z.enum(kinds)),
          minScore: z.number().min(0).max(1),
          minOrders: z.int().min(1).max(MOST_ORDERS),
          earlierAbuse: z.int().min(0).max(MOST_EARLIER),
        }),
        then: z.enum(STEPS),
        scope: z.enum(["campaign", "group", "everything"]),
        until: untilSchema,
      }),
    )
    .max(MOST_RULES),
  mostAutomatic: z.enum(STEPS),
  memoryDays: z.int().min(1).max(MOST_DAYS),
}) satisfies z.ZodType<FairUsePolicy>;
