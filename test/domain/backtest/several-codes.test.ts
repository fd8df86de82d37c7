import { describe, expect, test } from "vitest";

import type { Variant } from "#app/domain/backtest/backtest.ts";
import { judgeRing } from "#app/domain/backtest/judge-ring.ts";
import type { PastOrder } from "#app/domain/backtest/ring.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { DAYS, SETTING, ban, orderWith, useOf, way } from "./rings.ts";

describe("an order with codes of several campaigns", () => {
  const first = (...used: ReturnType<typeof useOf>[]) =>
    orderWith({ day: DAYS[0], at: 0 }, ...used);
  const then = (at: number, ...ids: string[]) =>
    orderWith({ day: DAYS[1], at }, ...ids.map((id) => useOf(id, null)));
  const outcomes = (orders: PastOrder[], variant: Variant) => {
    const verdict = judgeRing({ orders, decisions: [] }, variant, SETTING);
    return { ...verdict, outcomes: [...verdict.outcomes.values()] };
  };

  test("is flagged for the use that is over the threshold, and nobody is refused the other's code", () => {
    const orders = [first(useOf("a", 0.3), useOf("c", 0.99)), then(1, "a"), then(2, "c")];
    expect(outcomes(orders, way(ban({}))).outcomes).toEqual(["disqualifies", "passes", "refused"]);
  });

  test("is judged by the use that is flagged: a rule's score is not reached by the other's", () => {
    const sure = ban({ when: { kinds: [], minScore: 0.95, minOrders: 1, earlierAbuse: 0 } });
    const flagged = first(useOf("a", 0.85), {
      ...useOf("c", 0.99),
      finding: useOf("c", 0.6).finding,
    });
    const verdict = outcomes([flagged, then(1, "a")], way(sure));
    expect(verdict.outcomes).toEqual(["held", "passes"]);
    expect(verdict.cases[0]!.score).toBe(0.85);
  });

  test("is of all kinds that speak for it, and not of those of a use that is not flagged", () => {
    const found = (kind: SignalKind) =>
      ban({ when: { kinds: [kind], minScore: 0, minOrders: 1, earlierAbuse: 0 } });
    const orders = [first(useOf("a", 0.99), useOf("c", 0.3))];
    expect(outcomes(orders, way(found("prepaid_card"))).outcomes).toEqual(["disqualifies"]);
    expect(outcomes(orders, way(found("disposable_address"))).outcomes).toEqual(["held"]);
    const doubted = [first(useOf("a", 0.3), useOf("c", 0.3))];
    expect(outcomes(doubted, way(found("prepaid_card"))).outcomes).toEqual(["passes"]);
  });

  test("is one order of the case, flagged twice or not", () => {
    const twice = ban({ when: { kinds: [], minScore: 0, minOrders: 2, earlierAbuse: 0 } });
    const both = first(useOf("a", 0.9), useOf("c", 0.99));
    expect(outcomes([both], way(twice))).toMatchObject({
      outcomes: ["held"],
      cases: [{ score: 0.99 }],
    });
  });

  test("has the refused code alone taken out, and the other is judged still", () => {
    const orders = [
      first(useOf("a", 0.99)),
      orderWith({ day: DAYS[1], at: 1 }, useOf("a", 0.99), useOf("c", 0.97)),
      then(2, "c"),
    ];
    const verdict = outcomes(orders, way(ban({})));
    expect(verdict.outcomes).toEqual(["disqualifies", "refused", "refused"]);
    expect(verdict.savedMinor).toBe(1_000);
  });
});
