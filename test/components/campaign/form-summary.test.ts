import { expect, it } from "vitest";
import { formSummary } from "#app/components/campaign/form/form-summary.ts";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";

const known = { currency: "EUR", segmentName: null, locale: "en" };
const empty = emptyCampaignForm("2026-06-10T14:00");
const plain = (sentences: string[]) => sentences.map((text) => text.replace(/\u00a0/g, " "));

it("says of an untouched form what it would make", () => {
  expect(plain(formSummary(empty, known))).toEqual([
    "Takes 10% off the order.",
    "One code for everyone: its name.",
    "Each customer can use it once in total; no total limit.",
    "Every customer can use it.",
    "From Jun 10, 2026, 2:00 PM, without an end.",
  ]);
});

it("says what a filled form would make", () => {
  const form = {
    ...empty,
    name: "summer26_10euroff",
    offerKind: "fixed_amount",
    amount: "10.00",
    codeKind: "unique",
    codeCount: "500",
    perCustomer: "2",
    limitWindow: "month",
    totalCap: "400",
    audience: "segment",
    segmentId: "99",
    endsAt: "2026-07-01T00:00",
  };
  expect(plain(formSummary(form, { ...known, segmentName: "Newsletter readers" }))).toEqual([
    "Takes 10.00 EUR off the order.",
    "500 unique codes, each beginning with SUMMER26_10EUROFF.",
    "Each customer can use it 2 times a month; 400 uses in total.",
    "Only customers in Newsletter readers.",
    "From Jun 10, 2026, 2:00 PM until Jul 1, 2026, 12:00 AM.",
  ]);
});

it("asks for what is missing instead of showing a gap", () => {
  const form = { ...empty, percentage: "", startsAt: "" };
  expect(formSummary(form, known)[0]).toContain("say how much");
  expect(formSummary(form, known)[4]).toContain("a start you have yet to choose");
});

it.each([
  [{ importId: "" }, "Your own list of codes: bring it."],
  [{ importId: "i1", usesPerCode: "1" }, "Your own list of codes, each usable once."],
  [{ importId: "i1", usesPerCode: "5" }, "Your own list of codes, each usable 5 times."],
  [{ importId: "i1", usesPerCode: " " }, "Your own list of codes."],
])("says of a list with %o: %s", (changes, sentence) => {
  const form = { ...empty, codeKind: "list", ...changes };
  expect(formSummary(form, known)[1]).toBe(sentence);
});
