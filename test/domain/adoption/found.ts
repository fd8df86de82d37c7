import type { FoundDiscount } from "#app/domain/adoption/found-discount.ts";
import type { NamingConvention } from "#app/domain/adoption/map-discount.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";

export const TERMS: DiscountTerms = {
  title: "Summer",
  startsAt: "2026-06-01T00:00:00.000Z",
  endsAt: null,
  usageLimit: null,
  oncePerCustomer: false,
  audience: { kind: "all" },
  combines: { order: false, product: false, shipping: false },
  value: { kind: "percentage", basisPoints: 1_000 },
  items: { kind: "all" },
  minimum: null,
};

/** A discount with these codes, of a kind that can be adopted unless said otherwise. */
export function found(
  id: string,
  codes: readonly string[],
  change: Partial<FoundDiscount> = {},
): FoundDiscount {
  const sorted = [...codes].sort();
  return {
    ...{ id, method: "code", kind: "basic", title: "Old discount", terms: TERMS },
    ...{ subscriptionOnly: false, codes: codes.length },
    ...{ first: sorted[0] ?? null, last: sorted.at(-1) ?? null },
    ...change,
  };
}

export function conventionOf(pattern: string, id = "a"): NamingConvention {
  const result = compileConvention(pattern, BUILT_IN_FIELDS);
  if (!result.ok) throw new Error(pattern);
  return { id, version: 1, convention: result.convention };
}
