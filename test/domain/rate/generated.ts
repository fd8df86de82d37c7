import fc from "fast-check";

import { unknownBucket, type Bucket } from "#app/domain/rate/bucket.ts";

/** Shopify's plans, and buckets smaller than any of them. */
export const plan = fc.constantFrom(
  { maximum: 2_000, restoreRate: 100 },
  { maximum: 4_000, restoreRate: 200 },
  { maximum: 20_000, restoreRate: 1_000 },
  { maximum: 120, restoreRate: 50 },
);

export const bucket: fc.Arbitrary<Bucket> = plan.chain((size) =>
  fc
    .integer({ min: 0, max: size.maximum })
    .map((available) => ({ ...unknownBucket(0), ...size, available, learned: true })),
);

/** Half of all calls are mutations; the rest are reads of any size, which mostly use less than they ask for. */
export const call = fc.oneof(
  fc.constant({ requested: 10, actual: 10 }),
  fc
    .tuple(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([requested, used]) => ({ requested, actual: Math.round(requested * used) })),
);

export const lane = fc.constantFrom("interactive" as const, "batch" as const);
