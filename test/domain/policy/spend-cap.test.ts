import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { foldUses, guestMarks } from "#app/domain/policy/fold-uses.ts";
import { spendCapOf, spendLimit } from "#app/domain/policy/limit.ts";
import { EVERYONE, scopeOf, type RuleTerms } from "#app/domain/policy/rule.ts";
import { german } from "#app/domain/policy/shipped-texts.ts";
import { limitFrom, limitText, phraseName } from "#app/domain/policy/terms-text.ts";
import { judgeCase, type ShopperCase } from "#app/domain/verdict/shopper-case.ts";

const CAP = spendLimit("a3", 5_000);
const terms: RuleTerms = {
  ...{ id: "a3", groups: [], limits: [CAP], eligibility: EVERYONE },
  ...{ guest: "match", hasTexts: false },
};
const use = (costMinor: number, campaign = "a3") => {
  return { campaign, groups: [], codeKey: "SALE", day: "2026-11-20", costMinor };
};
const caseOf = (
  costs: readonly number[],
  state: ShopperCase["state"] = "signed_in",
): ShopperCase => ({
  ...{ key: "SALE", terms, state, orders: 0, localDate: "2026-11-23", isWritten: true },
  uses: costs.map((cost) => use(cost)),
  standing: { memberships: [], isReturning: false, disqualified: [], signIn: [], allowed: [] },
});
const TODAY = "2026-11-23";

describe("a cap on what is taken off for one customer", () => {
  test.each<[string, number[], boolean]>([
    ["nobody's use", [], false],
    ["a cent below it", [4_999], false],
    ["just at it", [2_500, 2_500], true],
    ["beyond it by one order", [6_500], true],
    ["uses that were refunded whole", [0, 0, 0], false],
  ])("%s", (_, costs, isReached) => {
    const folded = foldUses(caseOf(costs).uses, [terms], TODAY);
    expect(folded).toEqual(
      isReached ? [{ counter: "a3$5000", total: costs.length, days: [] }] : [],
    );
    const marks = guestMarks(caseOf(costs).uses, [terms], TODAY);
    expect(marks.map(({ counter }) => counter)).toEqual(isReached ? ["a3$5000"] : []);
  });

  test("uses of other campaigns are none of it", () => {
    const uses = [use(4_000), use(4_000, "b1")];
    expect(foldUses(uses, [terms], TODAY)).toEqual([]);
  });

  test("stands beside a limit by number, each for itself", () => {
    const twice = { perCustomer: 2, window: "lifetime", counter: "campaign" } as const;
    const both = { ...caseOf([4_000]), terms: { ...terms, limits: [twice, CAP] } };
    expect(judgeCase(both).outcome).toBe("accept");
    expect(judgeCase({ ...both, uses: [use(10), use(10)] })).toMatchObject({
      limit: expect.stringMatching(/^l\.2\./) as string,
    });
    expect(judgeCase({ ...both, uses: [use(5_000)] })).toMatchObject({
      ...{ reason: "limit_reached", count: 1 },
      limit: expect.stringMatching(/^l\.1\.\d+\.a3\$5000$/) as string,
    });
  });

  test("goes over the wire and is told in the limit's place", () => {
    const text = limitText(CAP, [phraseName(CAP)]);
    expect(text).toBe("l.1.0.a3$5000");
    expect(limitFrom(text)).toEqual(CAP);
    expect(german.wording.limit(CAP)).toBe("bis zu einem festen Betrag");
    expect(phraseName(spendLimit("b1", 700))).toBe(phraseName(CAP));
  });

  test("is told from a code that looks like one", () => {
    expect(
      ["a3=SALE$50", "+7", "campaign", "a3"].map((counter) => spendCapOf({ counter })),
    ).toEqual([null, null, null, null]);
    expect(["a3$5000", "a3=SALE$50", "+7"].map(scopeOf)).toEqual(["a3", "a3", "+7"]);
  });

  test("the judge refuses exactly those for whom it is used up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 8 }),
        fc.constantFrom<ShopperCase["state"]>("signed_in", "known", "guest"),
        (costs, state) => {
          const spent = costs.reduce((sum, cost) => sum + cost, 0);
          const verdict = judgeCase(caseOf(costs, state));
          expect(verdict.outcome).toBe(spent >= 5_000 ? "reject" : "accept");
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
