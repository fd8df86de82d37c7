import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { commonStart, stemsOf, type FoundDiscount } from "#app/domain/adoption/found-discount.ts";
import { mapDiscount, mapDiscounts, nameReader } from "#app/domain/adoption/map-discount.ts";
import { adoptedTerms } from "#app/domain/adoption/campaign-terms.ts";
import { conventionOf, found, TERMS } from "./found.ts";

const SEASONS = conventionOf("{season}{yy}_{offer}[_{channel}]");
const read = nameReader([SEASONS]);
const map = (discount: FoundDiscount) => mapDiscount(discount, read, "99");

describe("a discount becomes", () => {
  test.each<[string, FoundDiscount, string, "public" | "list"]>([
    [
      "a public campaign by its one code",
      found("1", ["SUMMER26_10OFF"]),
      "SUMMER26_10OFF",
      "public",
    ],
    [
      "a list by what its codes begin with",
      found("1", ["SUMMER26_10OFF-AX7", "SUMMER26_10OFF-AX9", "SUMMER26_10OFF-B2"]),
      "SUMMER26_10OFF",
      "list",
    ],
    [
      "a list by the longest beginning that is a name",
      found("1", ["SUMMER26_10OFF_SMS-AX7", "SUMMER26_10OFF_SMS-B2"]),
      "SUMMER26_10OFF_SMS",
      "list",
    ],
    [
      "a list by its title where the codes say nothing",
      found("1", ["X7K", "QQ2"], { title: "winter26_freeship" }),
      "WINTER26_FREESHIP",
      "list",
    ],
    [
      "a list by its title although it has one code",
      found("1", ["X7K"], { title: "WINTER26_FREESHIP" }),
      "WINTER26_FREESHIP",
      "list",
    ],
  ])("%s", (_, discount, name, codeKind) => {
    const mapping = map(discount);
    expect(mapping).toMatchObject({ result: "campaign", named: { name, codeKind } });
  });

  test("no public campaign of a convention for unique codes", () => {
    const unique = nameReader([conventionOf("{season}{yy}-{unique}")]);
    expect(mapDiscount(found("1", ["SUMMER26"]), unique, null).result).toBe("needs_convention");
    const list = found("1", ["SUMMER26-BCDFGHJK", "SUMMER26-XCDFGHJK"]);
    expect(mapDiscount(list, unique, null)).toMatchObject({
      ...{ result: "campaign", named: { name: "SUMMER26", codeKind: "list" } },
    });
  });
});

const ELEVEN = Array.from({ length: 11 }, (_, index) => String(index + 1));

describe("a discount is left alone, and why is said", () => {
  test.each<[Partial<FoundDiscount>, string, RegExp]>([
    [{ id: "99" }, "not_ours", /own guard/],
    [{ kind: "app", terms: null }, "not_ours", /Another app/],
    [{ method: "automatic", codes: 0 }, "not_ours", /automatic/],
    [{ terms: { ...TERMS, audience: { kind: "markets", ids: [] } } }, "not_ours", /markets/],
    [{ subscriptionOnly: true }, "not_ours", /subscriptions only/],
    [{ terms: null }, "not_ours", /does not know/],
    [
      { terms: { ...TERMS, audience: { kind: "segments", ids: ELEVEN } } },
      "blocked",
      /more than 10 segments/,
    ],
    [{ terms: { ...TERMS, items: { kind: "unknown" } } }, "blocked", /more products/],
    [{ first: "THANKYOU", last: "THANKYOU" }, "needs_convention", /reads “THANKYOU”/],
    [{ codes: 0, first: null, last: null, title: "SUMMER26_10OFF" }, "blocked", /no codes/],
  ])("%j", (change, result, reason) => {
    const mapping = map({ ...found("1", ["SUMMER26_10OFF"]), ...change });
    expect(mapping.result).toBe(result);
    expect("reason" in mapping ? mapping.reason : "").toMatch(reason);
  });
});

describe("all of a store", () => {
  const rules = { guardId: null, taken: () => null };

  test("gives a name once, to the older, in whatever order they come", () => {
    const same = ["1", "2", "10"].map((id) =>
      found(id, ["SUMMER26_10OFF-A", `SUMMER26_10OFF-${id}`]),
    );
    for (const order of [same, [...same].reverse()]) {
      const mappings = mapDiscounts(order, [SEASONS], rules);
      expect(["1", "2", "10"].map((id) => mappings.get(id)?.result)).toEqual([
        ...["campaign", "blocked", "blocked"],
      ]);
    }
  });

  test("gives no name that a campaign has", () => {
    const taken = (name: string) => `There is already a campaign named ${name}.`;
    const mappings = mapDiscounts([found("1", ["SUMMER26_10OFF"])], [SEASONS], { ...rules, taken });
    expect(mappings.get("1")).toMatchObject({ result: "blocked", reason: taken("SUMMER26_10OFF") });
  });
});

const codes = fc.array(fc.stringMatching(/^[AB_-]{1,6}$/), { minLength: 1, maxLength: 8 });

test("what the first and the last have in common is what all begin with", () => {
  fc.assert(
    fc.property(codes, (all) => {
      const start = commonStart(found("1", all));
      expect(all.every((code) => code.startsWith(start))).toBe(true);
      const next = (all[0] ?? "").slice(0, start.length + 1);
      expect(next === start || !all.every((code) => code.startsWith(next))).toBe(true);
    }),
  );
});

test("stems are beginnings of every code and end in no separator", () => {
  fc.assert(
    fc.property(codes, (all) => {
      for (const stem of stemsOf(found("1", all))) {
        expect(stem).toMatch(/[^-_]$/);
        expect(all.every((code) => code.startsWith(stem))).toBe(true);
      }
    }),
  );
});

test("once per customer is kept by letting nothing free a use", () => {
  const terms = adoptedTerms({ ...TERMS, oncePerCustomer: true, usageLimit: 5 }, "list", "EUR");
  expect(terms).toMatchObject({
    limits: [{ perCustomer: 1, window: "lifetime", counter: "campaign" }],
    ...{ usesPerCode: 5, totalCap: null },
    frees: { cancel: false, fullRefund: false, expiry: false },
  });
});
