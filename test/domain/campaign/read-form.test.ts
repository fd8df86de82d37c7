import { expect, test } from "vitest";

import { USUAL_FREES } from "#app/domain/redemption/target.ts";
import {
  emptyCampaignForm,
  readCampaignForm,
  type CampaignForm,
} from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { EVERYONE } from "#app/domain/policy/rule.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const BERLIN = zoneOf("Europe/Berlin");
const GOOD: CampaignForm = { ...emptyCampaignForm("2026-06-01T00:00"), name: "SUMMER26_10OFF" };

const read = (change: Partial<CampaignForm>, currency = "EUR", zone: Zone = BERLIN) =>
  readForm({ ...GOOD, ...change }, { currency, zone });
const fieldsOf = (change: Partial<CampaignForm>, currency?: string) => {
  const result = read(change, currency);
  return result.ok ? [] : result.problems.map(({ field }) => field);
};
const termsOf = (change: Partial<CampaignForm>, currency?: string, zone?: Zone) => {
  const result = read(change, currency, zone);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.terms;
};

test("the form for a new campaign is good as it stands", () => {
  expect(termsOf({})).toEqual({
    offer: { kind: "percentage", basisPoints: 1_000 },
    items: { kind: "all" },
    minimum: null,
    combines: { order: false, product: false, shipping: false },
    startsAt: new Date("2026-05-31T22:00:00Z"),
    endsAt: null,
    totalCap: null,
    spendCapMinor: null,
    customerCapMinor: null,
    householdLimit: null,
    issuedOnly: false,
    isPrivate: false,
    limits: [{ perCustomer: 1, window: "lifetime", counter: "campaign" }],
    groups: [],
    eligibility: EVERYONE,
    customerIds: [],
    guestPolicy: "match",
    codes: { kind: "public" },
    frees: USUAL_FREES,
  });
});

test.each([
  ["0", null],
  ["0.00", null],
  ["0.01", 1],
  ["12.5", 1_250],
  ["100", 10_000],
  ["100.00", 10_000],
  ["100.01", null],
  ["101", null],
  ["-5", null],
  ["12.555", null],
  ["abc", null],
  ["", null],
  ["1e2", null],
  ["10%", null],
  ["1,5", null],
])("a percentage of %j", (percentage, basisPoints) => {
  if (basisPoints === null) expect(fieldsOf({ percentage })).toEqual(["percentage"]);
  else expect(termsOf({ percentage }).offer).toEqual({ kind: "percentage", basisPoints });
});

test.each([
  ["EUR", "10.00", 1_000],
  ["EUR", "10", 1_000],
  ["EUR", "0.01", 1],
  ["EUR", "0", null],
  ["EUR", "-1", null],
  ["EUR", "1.005", null],
  ["EUR", "", null],
  ["EUR", "99999999999999", null],
  ["JPY", "1000", 1_000],
  ["JPY", "1000.00", 1_000],
  ["JPY", "10.5", null],
  ["KWD", "1.255", 1_255],
])("an amount in %s of %j", (currency, amount, amountMinor) => {
  const form = { offerKind: "fixed_amount", amount };
  if (amountMinor === null) expect(fieldsOf(form, currency)).toEqual(["amount"]);
  else
    expect(termsOf(form, currency).offer).toEqual({
      ...{ kind: "fixed_amount", amountMinor, eachItem: false, currency },
    });
});

test("an amount's example is one the currency has", () => {
  const message = (currency: string) => {
    const result = read({ offerKind: "fixed_amount", amount: "" }, currency);
    return result.ok ? "" : result.problems[0]?.message;
  };
  expect(message("JPY")).toMatch(/such as 10\.$/);
  expect(message("KWD")).toMatch(/such as 10\.000\.$/);
});

test("free shipping needs neither percentage nor amount", () => {
  expect(termsOf({ offerKind: "free_shipping", percentage: "abc", amount: "abc" }).offer).toEqual({
    ...{ kind: "free_shipping", maximumPriceMinor: null, countries: null, currency: "EUR" },
  });
});

test.each<[string, Partial<CampaignForm>, string[]]>([
  ["another offer", { offerKind: "buy_one" }, ["offerKind"]],
  ["no start", { startsAt: "" }, ["startsAt"]],
  ["a start that is no date", { startsAt: "2026-02-30T00:00" }, ["startsAt"]],
  ["a start with a zone", { startsAt: "2026-06-01T00:00Z" }, ["startsAt"]],
  ["an end that is no date", { endsAt: "soon" }, ["endsAt"]],
  ["an end at the start", { endsAt: "2026-06-01T00:00" }, ["endsAt"]],
  ["an end before the start", { endsAt: "2026-05-31T23:59" }, ["endsAt"]],
  ["a cap of 0", { totalCap: "0" }, ["totalCap"]],
  ["a cap on spend of 0", { spendCap: "0.00" }, ["spendCap"]],
  ["a cap on spend below 0", { spendCap: "-5" }, ["spendCap"]],
  ["a cap on spend in words", { spendCap: "ten" }, ["spendCap"]],
  ["a cap per customer of 0", { customerCap: "0" }, ["customerCap"]],
  ["a limit per household of 0", { householdLimit: "0" }, ["householdLimit"]],
  ["one below a customer's", { perCustomer: "3", householdLimit: "2" }, ["householdLimit"]],
  ["half a cap", { totalCap: "1.5" }, ["totalCap"]],
  ["a cap below 0", { totalCap: "-1" }, ["totalCap"]],
  ["a cap beyond Shopify's", { totalCap: "2147483648" }, ["totalCap"]],
  ["0 uses a customer", { perCustomer: "0" }, ["perCustomer"]],
  ["too many uses a customer", { perCustomer: "1001" }, ["perCustomer"]],
  ["another window", { limitWindow: "year" }, ["limitWindow"]],
  ["another guest rule", { guestPolicy: "" }, ["guestPolicy"]],
  [
    "a segment that is no id",
    { audience: "segment", segmentIds: "gid://shopify/Segment/1" },
    ["segmentIds"],
  ],
  ["another kind of code", { codeKind: "both" }, ["codeKind"]],
  ["no codes", { codeKind: "unique", codeCount: "0" }, ["codeCount"]],
  ["too many codes", { codeKind: "unique", codeCount: "1000001" }, ["codeCount"]],
  ["codes in words", { codeKind: "unique", codeCount: "many" }, ["codeCount"]],
])("refuses %s", (_, change, fields) => {
  expect(fieldsOf(change)).toEqual(fields);
});

test("an empty window does not matter where there is no limit", () => {
  expect(termsOf({ perCustomer: "", limitWindow: "" }).limits).toEqual([]);
});

test("spaces around what was typed do not matter", () => {
  const typed = {
    percentage: " 10 ",
    totalCap: " 5 ",
    spendCap: " 99.9 ",
    customerCap: "25",
    householdLimit: " 2 ",
    issuedOnly: "on",
    audience: "segment",
    segmentIds: " 12 ",
    codeKind: "unique",
    codeCount: " 7 ",
  };
  expect(termsOf(typed)).toMatchObject({
    offer: { basisPoints: 1_000 },
    totalCap: 5,
    spendCapMinor: 9_990,
    customerCapMinor: 2_500,
    householdLimit: 2,
    issuedOnly: true,
    isPrivate: false,
    eligibility: { any: ["12"] },
    codes: { kind: "unique", count: 7 },
  });
});

const LIST = { codeKind: "list", importId: "0197a000-0000-7000-8000-000000000000" };
test.each<[Partial<CampaignForm>, boolean]>([
  [{}, true],
  [{ audience: "" }, true],
  [{ ...LIST, usesPerCode: "" }, true],
  [{ ...LIST, usesPerCode: "2" }, true],
  [{ ...LIST, usesPerCode: " 1 " }, false],
  [{ codeKind: "unique", codeCount: "7" }, false],
  [{ issuedOnly: "on" }, false],
  [{ audience: "segment", segmentIds: "12" }, false],
  [{ audience: "customers", customerIds: "12" }, false],
])("a code is private where anybody may use it, and more than once: %j", (change, isPrivate) => {
  expect(termsOf({ ...change, isPrivate: "on" }).isPrivate).toBe(isPrivate);
  expect(termsOf(change).isPrivate).toBe(false);
});

test("every problem is told at once, each beside its field, from top to bottom", () => {
  const change = {
    percentage: "101",
    startsAt: "2026-06-02T00:00",
    endsAt: "2026-06-01T00:00",
    totalCap: "0",
    perCustomer: "x",
    guestPolicy: "x",
    audience: "segment",
    segmentIds: "x",
    codeKind: "x",
  };
  expect(fieldsOf(change)).toEqual([
    "percentage",
    "codeKind",
    "perCustomer",
    "totalCap",
    "segmentIds",
    "guestPolicy",
    "endsAt",
  ]);
});

test("times are the shop's own; one that the clock skips is the moment after it", () => {
  expect(termsOf({ startsAt: "2026-03-29T02:30" }).startsAt).toEqual(
    new Date("2026-03-29T01:30:00Z"),
  );
  expect(termsOf({ startsAt: "2026-10-25T02:30" }).startsAt).toEqual(
    new Date("2026-10-25T00:30:00Z"),
  );
  const skipped = termsOf({ startsAt: "2026-03-08T02:30" }, "USD", zoneOf("America/New_York"));
  expect(skipped.startsAt).toEqual(new Date("2026-03-08T07:30:00Z"));
});

test("an end that is only later by the clock on the wall is no later end", () => {
  // 02:30 is skipped and means 03:30: the same moment as the end.
  expect(fieldsOf({ startsAt: "2026-03-29T02:30", endsAt: "2026-03-29T03:30" })).toEqual([
    "endsAt",
  ]);
});

test("a box that is not ticked does not free the use", () => {
  expect(termsOf({ freesOnCancel: "", freesOnFullRefund: "off" }).frees).toEqual({
    cancel: false,
    fullRefund: false,
    partialRefund: false,
    chargeback: false,
    expiry: true,
  });
  expect(termsOf({ freesOnPartialRefund: "on", freesOnChargeback: "on" }).frees).toMatchObject({
    partialRefund: true,
    chargeback: true,
  });
});

test("a posted form reads what is text and takes everything else for empty", () => {
  const posted: Record<string, unknown> = {
    name: "X",
    totalCap: 5,
    amount: null,
    extra: "never asked",
  };
  const form = readCampaignForm((name) => posted[name]);
  expect(form).toMatchObject({ name: "X", totalCap: "", amount: "", startsAt: "" });
  expect(form).not.toHaveProperty("extra");
});
