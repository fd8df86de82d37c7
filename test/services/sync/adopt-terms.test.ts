import { expect, test } from "vitest";

import { MOST_SEGMENTS } from "#app/domain/campaign/read-audience.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import { adoptColumns } from "#app/services/sync/adopt-terms.server.ts";
import type { SyncedCampaign } from "#app/services/sync/desired-terms.server.ts";

/** As much of a campaign as is looked at. */
const campaign = (offerKind: string) =>
  ({ offerKind, codeKind: "public", freed: 0, eligibility: null }) as SyncedCampaign;

const ITEMS = { kind: "collections", ids: ["3"] } as const;
const BUYS = {
  buys: { items: ITEMS, need: { kind: "quantity", quantity: 2 } },
  ...{ quantity: 1, basisPoints: 10_000, usesPerOrder: null },
} as const;
const MANY = Array.from({ length: MOST_SEGMENTS + 1 }, (_, i) => String(i + 1));
const SHIPPING = { maximumPriceMinor: 990, countries: ["AT"] };

function adopt<F extends keyof DiscountTerms>(field: F, theirs: DiscountTerms[F], kind: string) {
  const difference = { field, theirs, ours: null, agreed: null, changedBy: "them" as const };
  return adoptColumns(campaign(kind), difference);
}

test("offers become columns as they are", () => {
  expect(adopt("value", { kind: "free_shipping", ...SHIPPING }, "free_shipping")).toEqual({
    shipping: SHIPPING,
  });
  expect(adopt("value", { kind: "buy_x_get_y", ...BUYS }, "buy_x_get_y")).toEqual({ buys: BUYS });
  expect(adopt("items", ITEMS, "percentage")).toEqual({ items: ITEMS });
  expect(adopt("minimum", null, "percentage")).toEqual({ minimum: Prisma.DbNull });
});

test.each([
  [
    "another kind of offer",
    () => adopt("value", { kind: "free_shipping", ...SHIPPING }, "percentage"),
  ],
  [
    "things bought that cannot be compared",
    () =>
      adopt(
        "value",
        { kind: "buy_x_get_y", ...BUYS, buys: { ...BUYS.buys, items: { kind: "unknown" } } },
        "buy_x_get_y",
      ),
  ],
  ["items that cannot be compared", () => adopt("items", { kind: "unknown" }, "percentage")],
  // Else a campaign whose last customer was deleted would be for everybody.
  ["nobody", () => adopt("audience", { kind: "customers", ids: [] }, "percentage")],
  ["no segment", () => adopt("audience", { kind: "segments", ids: [] }, "percentage")],
  [
    "more segments than a campaign can have",
    () => adopt("audience", { kind: "segments", ids: MANY }, "percentage"),
  ],
])("%s is for a person to decide", (_, adopted) => {
  expect(adopted()).toBeNull();
});

test("what is none of a discount’s values is a mistake, not a column", () => {
  const wrong = { kind: "products" } as unknown as DiscountTerms["items"];
  expect(() => adopt("items", wrong, "percentage")).toThrow();
});
