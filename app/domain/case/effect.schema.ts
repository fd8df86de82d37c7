import { z } from "zod";

import { FELT_STEPS } from "../fair-use/policy.ts";
import type { Effect } from "./effect.ts";

const id = z.string().regex(/^\d+$/);

/** An effect as it is kept in its row. */
export const effectSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(FELT_STEPS),
    personId: id,
    campaignId: z.string().nullable(),
    group: z.number().nullable(),
    until: z.string().nullable(),
  }),
  z.object({ kind: z.enum(["split", "join"]), lowId: id, highId: id }),
  z.object({ kind: z.literal("free_use"), orderId: id, codeKey: z.string() }),
  z.object({ kind: z.literal("tag_customer"), customerId: id, tag: z.string() }),
  z.object({ kind: z.literal("tag_order"), orderId: id, tag: z.string() }),
  z.object({ kind: z.literal("note_order"), orderId: id, text: z.string() }),
  z.object({
    kind: z.literal("risk"),
    orderId: id,
    level: z.enum(["HIGH", "LOW"]),
    facts: z.array(z.string()),
  }),
  z.object({ kind: z.literal("cancel_order"), orderId: id }),
]) satisfies z.ZodType<Effect>;
