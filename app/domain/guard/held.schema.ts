import { z } from "zod";
import { GUEST_OVERFLOWS, type GuardHeld } from "./held.ts";

const ids = z.array(z.string()).readonly();

export const heldSchema = z.object({
  identities: z.number(),
  capacity: z.number(),
  bytes: z.number(),
  limitBytes: z.number(),
  folded: ids,
  dropped: ids,
  switched: ids,
  overflow: z.enum(GUEST_OVERFLOWS),
}) satisfies z.ZodType<GuardHeld>;
