import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentCountries } from "#app/domain/segment/countries.ts";

function inWords(query: string): string {
  const read = segmentCountries(query);
  return read.kind === "unknown" ? "unknown" : `${read.kind} ${[...read.countries].join(" ")}`;
}

describe("countries in a segment query", () => {
  test.each([
    ["customer_countries CONTAINS 'US'", "only US"],
    ["customer_countries contains 'us'", "only US"],
    ["customer_countries CONTAINS 'US' OR customer_countries CONTAINS 'CA'", "only US CA"],
    ["customer_countries NOT CONTAINS 'US'", "except US"],
    ["NOT customer_countries CONTAINS 'US'", "except US"],
    ["NOT (customer_countries CONTAINS 'US' OR customer_countries CONTAINS 'CA')", "except US CA"],
    ["NOT (NOT (customer_countries CONTAINS 'US'))", "only US"],
    ["customer_regions CONTAINS 'CA-ON'", "only CA"],
    ["customer_cities CONTAINS 'US-CA-LosAngeles'", "only US"],
    // Not in Ontario may be elsewhere in Canada.
    ["customer_regions NOT CONTAINS 'CA-ON'", "unknown"],
    ["customer_countries CONTAINS 'US' AND number_of_orders > 5", "only US"],
    ["customer_countries CONTAINS 'US' OR number_of_orders > 5", "unknown"],
    [
      "last_order_date BETWEEN -30d AND today AND customer_countries NOT CONTAINS 'DE'",
      "except DE",
    ],
    ["products_purchased(id: (1, 2)) = true AND customer_countries CONTAINS 'FR'", "only FR"],
    [
      "orders_placed MATCHES (date > -30d OR total > 5) AND customer_countries CONTAINS 'FR'",
      "only FR",
    ],
    [
      "customer_countries CONTAINS 'DE' AND orders_placed MATCHES (date BETWEEN -12m AND today) OR customer_countries CONTAINS 'US'",
      "only DE US",
    ],
    ["customer_tags CONTAINS 'it''s' AND customer_countries CONTAINS 'FR'", "only FR"],
    ["customer_tags CONTAINS 'a OR b' AND customer_countries CONTAINS 'FR'", "only FR"],
    // AND binds more tightly.
    [
      "customer_countries CONTAINS 'US' OR number_of_orders > 5 AND customer_countries CONTAINS 'CA'",
      "only US CA",
    ],
    [
      "(customer_countries CONTAINS 'US' OR customer_countries CONTAINS 'DE') AND customer_countries NOT CONTAINS 'DE'",
      "only US",
    ],
    // With an address in each, one is in the segment and not in one country only.
    ["customer_countries CONTAINS 'US' AND customer_countries CONTAINS 'CA'", "only US CA"],
    ["customer_countries CONTAINS 'US' AND customer_countries NOT CONTAINS 'US'", "unknown"],
    ["customer_countries CONTAINS 'USA'", "unknown"],
    ["customer_countries IS NOT NULL", "unknown"],
    ["customer_countries = 'US'", "unknown"],
    ["email_subscription_status = 'SUBSCRIBED'", "unknown"],
    ["", "unknown"],
    ["customer_countries CONTAINS 'US", "unknown"],
    ["customer_countries CONTAINS 'US')", "unknown"],
    ["(customer_countries CONTAINS 'US'", "unknown"],
    ["customer_countries CONTAINS 'US' AND", "unknown"],
    ["customer_countries CONTAINS 'US' customer_countries CONTAINS 'CA'", "unknown"],
    ["customer_countries CONTAINS 'US' -- OR anything", "unknown"],
    ["__proto__ = 1 AND customer_countries CONTAINS 'US'", "unknown"],
    [`${"(".repeat(5000)}customer_countries CONTAINS 'US'`, "unknown"],
    [`${"NOT ".repeat(2000)}customer_countries CONTAINS 'US'`, "unknown"],
  ])("%s: %s", (query, words) => {
    expect(inWords(query)).toBe(words);
  });
});

/** Queries as trees, with what they say of a customer: the places of the addresses, and a coin. */
type Customer = { places: readonly string[]; regular: boolean };
type Tree = { text: string; meets: (customer: Customer) => boolean };

const COUNTRIES = ["US", "CA", "DE"] as const;
const PLACES = COUNTRIES.flatMap((country) => [`${country}-AA`, `${country}-BB`]);

const condition: fc.Arbitrary<Tree> = fc.oneof(
  fc.tuple(fc.constantFrom(...COUNTRIES), fc.boolean()).map(([country, there]) => ({
    text: `customer_countries ${there ? "" : "NOT "}CONTAINS '${country}'`,
    meets: ({ places }: Customer) => places.some((place) => place.startsWith(country)) === there,
  })),
  fc.tuple(fc.constantFrom(...PLACES), fc.boolean()).map(([region, there]) => ({
    text: `customer_regions ${there ? "" : "NOT "}CONTAINS '${region}'`,
    meets: ({ places }: Customer) => places.includes(region) === there,
  })),
  fc.constant({
    text: "number_of_orders BETWEEN 3 AND 9",
    meets: ({ regular }: Customer) => regular,
  }),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.tuple(tie("tree"), tie("tree"), fc.boolean()).map(([a, b, and]) => ({
      text: `(${a.text} ${and ? "AND" : "OR"} ${b.text})`,
      meets: (customer: Customer) =>
        and ? a.meets(customer) && b.meets(customer) : a.meets(customer) || b.meets(customer),
    })),
    tie("tree").map((of) => ({
      text: `NOT (${of.text})`,
      meets: (customer: Customer) => !of.meets(customer),
    })),
    // Without parentheses, so that precedence counts.
    fc.tuple(condition, condition, condition).map(([a, b, c]) => ({
      text: `(${a.text} OR ${b.text} AND ${c.text})`,
      meets: (customer: Customer) => a.meets(customer) || (b.meets(customer) && c.meets(customer)),
    })),
  ),
}));

/** Everybody there could be: each set of addresses, regular or not. */
const EVERYBODY: Customer[] = Array.from({ length: 2 ** PLACES.length * 2 }, (_, bits) => ({
  places: PLACES.filter((_place, i) => bits & (1 << i)),
  regular: (bits & (1 << PLACES.length)) !== 0,
}));

test("what is read is true of everybody in the segment", () => {
  const seen = { only: 0, except: 0, unknown: 0 };
  fc.assert(
    fc.property(tree, ({ text, meets }) => {
      const read = segmentCountries(text);
      seen[read.kind]++;
      if (read.kind === "unknown") return;
      const there = ({ places }: Customer) =>
        places.some((place) => read.countries.has(place.slice(0, 2)));
      const members = EVERYBODY.filter(meets);
      expect(members.every((member) => there(member) === (read.kind === "only"))).toBe(true);
    }),
    { numRuns: 2000, seed: 26 },
  );
  expect(Math.min(seen.only, seen.except, seen.unknown)).toBeGreaterThan(100);
});

test("any text is answered", () => {
  const piece = fc.constantFrom(
    "customer_countries",
    "CONTAINS",
    "NOT",
    "'US'",
    "(",
    ")",
    "AND",
    "OR",
    "'",
    "x",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join(" ")),
      ),
      (text) => {
        expect(["only", "except", "unknown"]).toContain(segmentCountries(text).kind);
      },
    ),
    { seed: 26 },
  );
});
