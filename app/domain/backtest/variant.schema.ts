import { z } from "zod";

import { policySchema } from "../fair-use/policy.schema.ts";
import type { Variant } from "./backtest.ts";

export const variantSchema = z.object({
  name: z.string(),
  policy: policySchema,
  flagFrom: z.number().min(0).max(1),
}) satisfies z.ZodType<Variant>;
