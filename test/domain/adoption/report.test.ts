import { describe, expect, test } from "vitest";

import { findFindings } from "#app/domain/adoption/report/find-findings.ts";
import type { FindingKind, ReportedDiscount } from "#app/domain/adoption/report/finding.ts";
import { conventionOf, TERMS } from "./found.ts";

const NOW = new Date("2026-06-15T12:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const context = {
  ...{ now: NOW, currency: "EUR", severities: {} },
  timeZone: { dayOf: (at: Date) => at.toISOString().slice(0, 10) },
};

const reported = (id: string, change: Partial<ReportedDiscount> = {}): ReportedDiscount => ({
  ...{ id, title: `Discount ${id}`, campaign: null, mapping: "campaign", method: "code" },
  ...{ terms: null, startsAt: days(-200), endsAt: null, codes: 1, usedCodes: 1, uses: 3 },
  ...{ lastUsedAt: null, codesAddedAt: null, texts: [], named: null, ...change },
});
const found = (kind: FindingKind, ...discounts: ReportedDiscount[]) =>
  findFindings(kind, discounts, context).map(({ discount }) => discount.id);

describe("zombies", () => {
  const UNUSED = { uses: 0, codesAddedAt: days(-1) };
  test.each<[string, Partial<ReportedDiscount>, boolean]>([
    ["ended last week, used before", { endsAt: days(-7) }, true],
    ["ended last week, never used", { endsAt: days(-7), uses: 0 }, false],
    ["ended half a year ago", { endsAt: days(-180) }, false],
    ["runs for long without a use", { uses: 0 }, true],
    ["is new and without a use", { uses: 0, startsAt: days(-10) }, false],
    ["was last used four months ago", { lastUsedAt: days(-120) }, true],
    ["was used yesterday", { lastUsedAt: days(-1) }, false],
    ["ended last week, codes added yesterday", { ...UNUSED, endsAt: days(-7) }, true],
    ["ended last week, codes added before", { ...UNUSED, endsAt: days(-0.5) }, false],
    ["runs without a use, codes added yesterday", UNUSED, false],
    ["runs without a use, codes added long ago", { uses: 0, codesAddedAt: days(-100) }, true],
    [
      "not used for long, codes added yesterday",
      { ...UNUSED, uses: 9, lastUsedAt: days(-99) },
      false,
    ],
    ["is automatic", { method: "automatic", uses: 0 }, false],
  ])("%s", (_, change, isFound) => {
    expect(found("zombie", reported("1", change))).toEqual(isFound ? ["1"] : []);
  });
});

describe("ends unused", () => {
  test.each<[string, Partial<ReportedDiscount>, boolean]>([
    ["4 of 10 codes used, ends tomorrow", { codes: 10, usedCodes: 4, endsAt: days(1) }, true],
    ["5 of 10 codes used", { codes: 10, usedCodes: 5, endsAt: days(1) }, false],
    ["ends in three weeks", { codes: 10, usedCodes: 0, endsAt: days(21) }, false],
    ["is over", { codes: 10, usedCodes: 0, endsAt: days(-1) }, false],
    ["10 of 100 uses", { uses: 10, terms: { ...TERMS, usageLimit: 100 }, endsAt: days(3) }, true],
    ["a used code without a cap", { uses: 1, endsAt: days(3) }, false],
  ])("%s", (_, change, isFound) => {
    expect(found("expiring_unused", reported("1", change))).toEqual(isFound ? ["1"] : []);
  });
});

test("orphans are code discounts without a campaign that could have one", () => {
  const campaign = { id: "c", name: "C" };
  expect(
    found(
      "orphan",
      ...[reported("1"), reported("2", { campaign, mapping: null })],
      ...[reported("3", { mapping: "not_ours" }), reported("4", { mapping: "needs_convention" })],
    ),
  ).toEqual(["1", "4"]);
});

test("duplicates are told at the later one", () => {
  expect(
    found(
      "duplicate",
      ...[reported("10", { texts: ["SUMMER-10"] }), reported("9", { texts: ["summer10"] })],
      ...[reported("1", { terms: TERMS }), reported("2", { terms: { ...TERMS, title: "Other" } })],
    ),
  ).toEqual(["2", "10"]);
});

test("look-alikes are told at both", () => {
  expect(
    found("look_alike", reported("1", { texts: ["SAVE10"] }), reported("2", { texts: ["SAVE1O"] })),
  ).toEqual(["1", "2"]);
});

test("a name that says more than its discount gives lies", () => {
  const { convention } = conventionOf("{season}{yy}_{offer}");
  const named = { convention, dimensions: { season: "SUMMER", yy: "26", offer: "20OFF" } };
  const startsAt = days(0);
  expect(found("lying_label", reported("1", { named, terms: TERMS, startsAt }))).toEqual(["1"]);
  const honest = { ...named, dimensions: { ...named.dimensions, offer: "10OFF" } };
  expect(found("lying_label", reported("1", { named: honest, terms: TERMS, startsAt }))).toEqual(
    [],
  );
});
