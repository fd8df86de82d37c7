import fc from "fast-check";
import { expect, test } from "vitest";

import { withoutCustomer, withoutCustomers } from "#app/domain/discount/without-customers.ts";
import { theirTerms } from "./fixtures/arbitrary-terms.ts";

const FOR_TWO = { kind: "customers", ids: ["7", "8"] };

test.each([
  ["an audience", FOR_TWO, { kind: "customers", ids: ["8"] }],
  [
    "differences",
    [{ field: "audience", ours: FOR_TWO, theirs: null }],
    [{ field: "audience", ours: { kind: "customers", ids: ["8"] }, theirs: null }],
  ],
  [
    "others with the same number",
    { kind: "segments", ids: ["7"] },
    { kind: "segments", ids: ["7"] },
  ],
  [
    "products with the same number",
    { items: { kind: "products", ids: ["7"], variantIds: ["7"] } },
    {
      items: { kind: "products", ids: ["7"], variantIds: ["7"] },
    },
  ],
])("one customer is taken out of %s", (_, value, expected) => {
  expect(withoutCustomer(value, "7")).toEqual(expected);
});

test("terms are otherwise what they were, and of those for customers no number is left", () => {
  fc.assert(
    fc.property(theirTerms, fc.array(fc.stringMatching(/^9\d{6}$/)), (terms, ids) => {
      const own = { ...terms, audience: { kind: "customers" as const, ids } };
      const [first = "none"] = ids;
      const left = withoutCustomer({ ours: own, theirs: terms }, first);
      const wanted = { kind: "customers", ids: ids.filter((id) => id !== first) };
      expect(left).toEqual({ ours: { ...own, audience: wanted }, theirs: terms });
      expect(withoutCustomers({ ours: own })).toEqual({
        ours: { ...own, audience: { kind: "customers", count: ids.length } },
      });
    }),
  );
});
