import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "#app/domain/policy/evaluate.ts";
import { periodOf } from "#app/domain/policy/period.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { encodeRules, openRules } from "#app/domain/policy/rules-wire.ts";
import { encodeStanding, openStanding } from "#app/domain/policy/standing-wire.ts";
import { mayUse, type NaiveOrder } from "./naive-limits.ts";

const CUSTOMERS = ["kim", "sam"];
const WINDOWS = ["lifetime", "day", "week", "month", "quarter"] as const;

// Around two ends of year, where weeks, months and quarters come apart.
const day = fc
  .oneof(fc.integer({ min: 20_420, max: 20_470 }), fc.integer({ min: 20_800, max: 20_860 }))
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

const campaigns = fc.array(
  fc.record({ window: fc.constantFrom(...WINDOWS), most: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 5 },
);

/** What the server would write for a customer: uses folded by each rule's own window. */
function standingText(
  rules: readonly GuardRule[],
  orders: readonly NaiveOrder[],
  customer: string,
) {
  const counts = new Map<string, { rule: string; period: string; count: number }>();
  for (const order of orders) {
    const window = rules.find((rule) => rule.id === order.campaign)?.limit?.window;
    const period = window && order.customer === customer ? periodOf(window, order.day)?.key : null;
    if (!period) continue;
    const id = `${order.campaign} ${period}`;
    const count = (counts.get(id)?.count ?? 0) + 1;
    counts.set(id, { rule: order.campaign, period, count });
  }
  return encodeStanding({ uses: [...counts.values()], segments: [], disqualified: [] });
}

test("the guard's verdict is what counting the raw orders says", () => {
  const scenes = campaigns.chain((limits) =>
    fc.record({
      limits: fc.constant(limits),
      orders: fc.array(
        fc.record({
          customer: fc.constantFrom(...CUSTOMERS),
          campaign: fc.integer({ min: 0, max: limits.length - 1 }).map((i) => `c${i}`),
          day,
        }),
        { maxLength: 25 },
      ),
      customer: fc.constantFrom(...CUSTOMERS),
      today: day,
    }),
  );
  let refused = 0;
  fc.assert(
    fc.property(scenes, ({ limits, orders, customer, today }) => {
      const rules = limits.map(({ window, most }, i): GuardRule => ({
        id: `c${i}`,
        match: { kind: "code", key: `CODE${i}` },
        limit: { perCustomer: most, window },
        segments: [],
        guest: "match",
      }));
      const [rulesText, standing] = [encodeRules(rules), standingText(rules, orders, customer)];
      const opened = openRules(rulesText.ok && rulesText.text);
      const known = openStanding(standing.ok && standing.text);
      if (!opened.ok || !known.ok) throw new Error("What was written must be read");
      const verdicts = judge({
        rules: opened.book,
        standing: known.book,
        guests: null,
        buyer: { state: "signed_in", email: null, phone: null },
        codes: rules.map((_, i) => ({ code: `code${i}`, rejectable: true })),
        localDate: today,
      });
      const expected = limits.map(({ window, most }, i) =>
        mayUse(orders, { customer, campaign: `c${i}`, day: today, window, most }),
      );
      expect(verdicts.map(({ outcome }) => outcome === "accept")).toEqual(expected);
      refused += expected.filter((may) => !may).length;
    }),
    { numRuns: 2000, seed: 11 },
  );
  expect(refused).toBeGreaterThan(400);
});
