import { describe, expect, test } from "vitest";

import type { Verdict } from "#app/domain/policy/verdict.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { judgedByDomain } from "./by-domain.ts";
import { toldByServices } from "./by-services.ts";
import type { Attempt, OutsideCase } from "./case.ts";
import { openCheckoutStore, type CheckoutStore } from "./checkout-store.ts";
import { medusa } from "./medusa.ts";
import { polar } from "./polar.ts";
import { saleor } from "./saleor.ts";
import { sylius } from "./sylius.ts";
import { vendure } from "./vendure.ts";

/*
 * What the test suites of others fix about limits per customer, as tables in our words: asked of the domain alone, and
 * of the services on a real database.
 */
const SOURCES = [polar, sylius, vendure, saleor, medusa];

const stores = new Map<string, CheckoutStore>();
const storeOf = (domain: string) => {
  const store = stores.get(domain) ?? openCheckoutStore();
  stores.set(domain, store);
  return store;
};
const deps = await testDeps({ adminApi: (domain) => storeOf(domain).adminApi });
let shops = 0;

const outcomeOf = (verdict: Verdict) => (verdict.outcome === "accept" ? "accept" : verdict.reason);

function expectSaid(verdicts: readonly Verdict[], attempts: readonly Attempt[]): void {
  expect(verdicts.map(outcomeOf)).toEqual(attempts.map(({ verdict }) => verdict));
  attempts.forEach(({ told }, index) => {
    const verdict = verdicts[index];
    if (told === undefined || verdict?.outcome !== "reject") return;
    expect(verdict.count ?? null).toBe(told);
    if (told === null) expect(verdict).not.toHaveProperty("until");
  });
}

const named = (cases: readonly OutsideCase[]) =>
  cases.map((case_) => [`${case_.test}: ${case_.says}`, case_] as const);

describe.each(SOURCES)("$repository", ({ cases }) => {
  test("at least five behaviours, and every difference has its reason", () => {
    expect(new Set(cases.map(({ test: name }) => name)).size).toBeGreaterThanOrEqual(5);
    for (const { attempts, differs, differsIn, says } of cases) {
      const others = attempts.filter(({ theirs }) => theirs !== undefined);
      expect(differs !== undefined, says).toBe(others.length > 0 || differsIn !== undefined);
      for (const { theirs, verdict } of others)
        expect(theirs === "accept", says).not.toBe(verdict === "accept");
    }
  });

  test.each(named(cases))("the domain: %s", (_, case_) => {
    const verdicts = case_.attempts.map((attempt) => judgedByDomain(case_, attempt));
    expectSaid(verdicts, case_.attempts);
  });

  test.each(named(cases))("ledger and standings: %s", async (_, case_) => {
    const domain = `outside-${(shops += 1)}.myshopify.com`;
    const told = await toldByServices(deps, storeOf(domain), domain, case_);
    expectSaid(told.verdicts, case_.attempts);
    if (case_.uses !== undefined) expect(told.uses).toBe(case_.uses);
    expect(told.flagged).toBe(case_.flagged ?? 0);
  });
});
