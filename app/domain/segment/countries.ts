import { readQuery, type Query } from "./read-query.ts";

/**
 * Where the customers of a segment live, by ISO 3166-1 alpha-2 codes. `only`: each has an address
 * in one of the countries. `except`: none has an address in any of them. `unknown`: the query
 * promises neither, or is not understood.
 */
export type SegmentCountries =
  { kind: "only" | "except"; countries: ReadonlySet<string> } | { kind: "unknown" };

/**
 * What a condition promises of whoever meets it: an address in one of `some` (null: no such
 * promise), and none in any of `none`. A customer may have addresses in several countries.
 */
type Promised = { some: ReadonlySet<string> | null; none: ReadonlySet<string> };

const NOTHING: Promised = { some: null, none: new Set() };

/** Reads the countries out of a segment query such as `customer_countries CONTAINS 'US'`. */
export function segmentCountries(query: string): SegmentCountries {
  const tree = readQuery(query);
  const { some, none } = tree ? promised(tree, false) : NOTHING;
  if (some) {
    const countries = minus(some, none);
    // Nobody can be in such a segment, so it says nothing of anybody.
    return countries.size > 0 ? { kind: "only", countries } : { kind: "unknown" };
  }
  return none.size > 0 ? { kind: "except", countries: none } : { kind: "unknown" };
}

function promised(query: Query, negated: boolean): Promised {
  switch (query.kind) {
    case "other":
      return NOTHING;
    case "not":
      return promised(query.of, !negated);
    case "about":
      return placed(query, query.contains !== negated);
    case "and":
    case "or": {
      const left = promised(query.left, negated);
      const right = promised(query.right, negated);
      return (query.kind === "and") !== negated ? both(left, right) : either(left, right);
    }
  }
}

function placed(
  { attribute, value }: { attribute: string; value: string },
  there: boolean,
): Promised {
  const whole = attribute === "customer_countries";
  const country = (whole ? /^([A-Z]{2})$/ : /^([A-Z]{2})-/).exec(value.toUpperCase())?.[1];
  if (country === undefined) return NOTHING;
  if (there) return { some: new Set([country]), none: new Set() };
  // Not in Ontario may still be in Canada.
  return whole ? { some: null, none: new Set([country]) } : NOTHING;
}

function both(a: Promised, b: Promised): Promised {
  return { some: narrower(a.some, b.some), none: new Set([...a.none, ...b.none]) };
}

/**
 * Of two promises the one that says more. Where neither does, both together: a customer with one
 * address in each of two countries belongs to neither country alone.
 */
function narrower(a: Promised["some"], b: Promised["some"]): Promised["some"] {
  if (!a || !b) return a ?? b;
  if (minus(a, b).size === 0) return a;
  return minus(b, a).size === 0 ? b : new Set([...a, ...b]);
}

function either(a: Promised, b: Promised): Promised {
  const some = a.some && b.some ? new Set([...a.some, ...b.some]) : null;
  return { some, none: new Set([...a.none].filter((country) => b.none.has(country))) };
}

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((country) => !b.has(country)));
