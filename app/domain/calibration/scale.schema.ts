import { z } from "zod";

import type { ScaleKnot } from "./scale.ts";

const share = z.number().min(0).max(1);

/** `ScoreScale.knots` as a row keeps them. */
export const scaleSchema = z.array(z.object({ score: share, likely: share })) satisfies z.ZodType<
  ScaleKnot[]
>;
