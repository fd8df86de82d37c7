import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import { DISCOUNT_ERROR_CODES } from "#app/domain/discount/error-code.ts";
import { refusalsOf } from "#app/domain/discount/refusals.ts";
import { sayUserError, type UserError } from "#app/domain/discount/say-user-error.ts";
import {
  TERMS_FIELDS,
  type DiscountTerms,
  type Items,
  type Minimum,
} from "#app/domain/discount/terms.ts";
import { COUNTRY_CODES } from "#app/domain/shared/country-codes.ts";
import {
  createBasicDiscount,
  createBxgyDiscount,
  createShippingDiscount,
} from "#app/infra/admin-api/documents/discount-changes.ts";
import { discountInput } from "#app/services/sync/discount-input.server.ts";
import { openStandin } from "#test/standin/admin/fixtures/open.ts";

const { standin, shop, payload, call, later } = await openStandin();
afterAll(() => standin.stop());

const DOCUMENTS = {
  basic: createBasicDiscount,
  free_shipping: createShippingDiscount,
  bxgy: createBxgyDiscount,
};

/** What Shopify's place in these tests says to a discount. */
async function answerTo(
  terms: DiscountTerms,
  code: string,
  tags: readonly string[],
): Promise<UserError[]> {
  const fields = new Set(TERMS_FIELDS);
  const { kind, input } = discountInput({
    ours: terms,
    theirs: null,
    fields,
    currency: "EUR",
    tags,
  });
  const { document } = DOCUMENTS[kind];
  const variables = { input: { ...input, code } };
  // Long enough for the shop's cost points to come back.
  later();
  return (await payload<{ userErrors: UserError[] }>(document, variables)).userErrors;
}

const idsOf = (things: readonly { id: number }[], most = 3) =>
  fc.subarray(
    things.map(({ id }) => String(id)),
    { maxLength: Math.min(most, things.length) },
  );
const count = fc.integer({ min: 0, max: 3 });
const items: fc.Arbitrary<Items> = fc.oneof(
  fc.constant({ kind: "all" } as const),
  fc.record({
    kind: fc.constant("products" as const),
    ids: idsOf(shop.products),
    variantIds: idsOf(shop.products.flatMap(({ variants }) => variants)),
  }),
  fc.record({ kind: fc.constant("collections" as const), ids: idsOf(shop.collections) }),
);
const minimum: fc.Arbitrary<Minimum> = fc.oneof(
  fc.record({ kind: fc.constant("subtotal" as const), minor: count }),
  fc.record({ kind: fc.constant("quantity" as const), quantity: count }),
);
const value: fc.Arbitrary<DiscountTerms["value"]> = fc.oneof(
  fc.record({
    kind: fc.constant("percentage" as const),
    basisPoints: fc.constantFrom(-1, 0, 1_250, 10_000, 10_001),
  }),
  fc.record({
    kind: fc.constant("fixed_amount" as const),
    amountMinor: fc.integer({ min: -1, max: 2 }),
    eachItem: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("free_shipping" as const),
    maximumPriceMinor: fc.option(count),
    countries: fc.option(fc.subarray(["AT", "DE"])),
  }),
  fc.record({
    kind: fc.constant("buy_x_get_y" as const),
    buys: fc.record({ items, need: minimum }),
    quantity: count,
    basisPoints: fc.constantFrom(0, 10_000, 10_001),
    usesPerOrder: fc.option(count),
  }),
);
const text = fc.constantFrom("", "  ", "Summer", "X".repeat(255), "X".repeat(256));
const terms: fc.Arbitrary<DiscountTerms> = fc.record({
  title: text,
  startsAt: fc.constant("2026-06-01T00:00:00.000Z"),
  endsAt: fc.constantFrom(null, "2026-06-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"),
  usageLimit: fc.option(count),
  oncePerCustomer: fc.boolean(),
  audience: fc.oneof(
    fc.constant({ kind: "all" } as const),
    fc.record({ kind: fc.constant("segments" as const), ids: idsOf(shop.segments) }),
    fc.record({ kind: fc.constant("customers" as const), ids: idsOf(shop.customers) }),
  ),
  combines: fc.record({ order: fc.boolean(), product: fc.boolean(), shipping: fc.boolean() }),
  value,
  items,
  minimum: fc.option(minimum),
});
const tags = fc.constantFrom([], ["a", "b", "c", "d", "e"], [..."abcdef"], ["t".repeat(256)]);

describe("what we let through Shopify takes, and what it refuses we refuse with the same code", () => {
  test("for any discount", async () => {
    let run = 0;
    const seen = new Map<string, number>();
    const check = fc.asyncProperty(terms, text, tags, async (wanted, typed, tagged) => {
      const code = typed.trim() === "" ? typed : `${(run += 1)}-`.padEnd(typed.length, "X");
      const ours = refusalsOf({ ...wanted, code, tags: tagged }).map((each) => each.code);
      const theirs = (await answerTo(wanted, code, tagged)).map((each) => each.code ?? "");
      for (const each of theirs) seen.set(each, (seen.get(each) ?? 0) + 1);
      if (theirs.length === 0) seen.set("", (seen.get("") ?? 0) + 1);
      if (ours.length === 0) expect(theirs).toEqual([]);
      expect(ours).toEqual(expect.arrayContaining(theirs));
    });
    await fc.assert(check, { numRuns: 600, seed: 4 });
    // All of it has happened, or the property says nothing.
    expect([...seen.keys()].sort()).toEqual(
      [
        ...["", "BLANK", "GREATER_THAN", "INVALID", "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS"],
        ...["INVALID_TAG_LENGTH", "TOO_LONG", "TOO_MANY_TAGS", "VALUE_OUTSIDE_RANGE"],
      ].sort(),
    );
  });
});

test("every answer to a discount that is wrong is said in our words", async () => {
  const wrong = fc.sample(fc.tuple(terms, text, tags), { numRuns: 200, seed: 5 });
  for (const [wanted, code, tagged] of wrong) {
    for (const error of await answerTo(wanted, code, tagged)) {
      if (error.code === "TAKEN") continue;
      expect(sayUserError(error)).not.toBe(error.message);
      const ours = refusalsOf({ ...wanted, code, tags: tagged }).map(({ message }) => message);
      expect(ours).toContain(sayUserError(error));
    }
  }
});

test("a discount that is as it should be is made", async () => {
  const [good] = fc.sample(
    terms.filter((each) => refusalsOf({ ...each, code: "GOOD", tags: [] }).length === 0),
    { numRuns: 1, seed: 6 },
  );
  if (!good) throw new Error("None was found.");
  expect(await answerTo(good, "GOOD", [])).toEqual([]);
  expect((await answerTo(good, "GOOD", [])).map(sayUserError)).toEqual([
    "Another discount in Shopify has this code. Delete or rename that one in Shopify, then try again.",
  ]);
});

const error = (code: string | null, ...field: string[]): UserError => ({
  ...{ field, code, message: "Shopify’s own words" },
});

test.each([
  [
    error("INVALID", "basicCodeDiscount", "customerGets", "items", "products", "productsToAdd"),
    /no longer in Shopify/,
  ],
  [error("INVALID", "bxgyCodeDiscount", "customerBuys"), /cannot be everything/],
  [
    error("INVALID", "basicCodeDiscount", "context", "customerSegments", "add"),
    /segment no longer/,
  ],
  [error("END_DATE_BEFORE_START_DATE", "basicCodeDiscount", "endsAt"), /after the start/],
  [error("MAX_APP_DISCOUNTS", "automaticAppDiscount"), /25 active discounts/],
  [error("APPLIES_ON_NOTHING", "basicCodeDiscount", "customerGets"), /neither for one-time/],
  [error("MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT"), /not both/],
  [error("INVALID", "metafields", "0", "value"), /^Shopify’s own words$/],
  [error("TAKEN", "metafields", "0", "key"), /^Shopify’s own words$/],
  [error(null, "basicCodeDiscount", "title"), /^Shopify’s own words$/],
  [error("SOMETHING_NEW", "basicCodeDiscount", "title"), /^Shopify’s own words$/],
])("%j is said as %s", (said, words) => {
  expect(sayUserError(said)).toMatch(words);
});

test("the codes and the countries are all of those in Shopify’s schema", async () => {
  const query = `query { ...on QueryRoot { __typename }
    codes: __type(name: "DiscountErrorCode") { enumValues { name } }
    countries: __type(name: "CountryCode") { enumValues { name } } }`;
  const { body } = await call(query);
  const named = (key: string) =>
    (body.data?.[key] as { enumValues: { name: string }[] }).enumValues.map(({ name }) => name);
  expect(named("codes").sort()).toEqual([...DISCOUNT_ERROR_CODES].sort());
  expect(named("countries").sort()).toEqual([...COUNTRY_CODES, "ZZ"].sort());
});
