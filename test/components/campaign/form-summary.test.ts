import { expect, it } from "vitest";
import { formSummary } from "#app/components/campaign/form/form-summary.ts";
import { wrongFields } from "#app/components/campaign/form/wrong-fields.ts";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";

const choices = {
  segments: [
    { id: "99", name: "Newsletter readers" },
    { id: "5", name: "Regulars" },
  ],
  seasons: [{ key: "bf", name: "Black Friday" }],
  groups: [{ number: 36, name: "Welcome offers" }],
};
const known = { currency: "EUR", choices, locale: "en", wrong: new Set<never>() };
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
    segmentIds: "99",
    endsAt: "2026-07-01T00:00",
  };
  expect(plain(formSummary(form, known))).toEqual([
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

it.each([
  [{ perCustomer: "" }, "as often as they like; no total limit."],
  [
    { perCustomer2: "3", limitWindow2: "rolling", limitDays2: "30" },
    "once in total; 3 times within 30 days; no total limit.",
  ],
  [
    { perCustomer: "2", limitWindow: "season:bf", limitCounter: "code" },
    "2 times in each Black Friday, each code by itself; no total limit.",
  ],
  [
    { limitCounter: "+10" },
    "once in total, counted over all campaigns of Welcome offers; no total limit.",
  ],
  [
    { limitWindow: "period", limitFirst: "2026-11-20", limitLast: "2026-11-30" },
    "once from 2026-11-20 to 2026-11-30; no total limit.",
  ],
])("says of limits %o: %s", (changes, words) => {
  expect(formSummary({ ...empty, ...changes }, known)[2]).toBe(`Each customer can use it ${words}`);
});

it("says who may use it, each condition", () => {
  const form = { ...empty, audience: "segment", segmentIds: "5,99" };
  const more = { customerKind: "new", signedIn: "on", noneSegmentIds: "5", allTags: "vip" };
  expect(formSummary({ ...form, ...more }, known).slice(3, 5)).toEqual([
    "Only customers in Regulars or Newsletter readers.",
    "New customers only, signed in only, not in 1 segment, tagged vip.",
  ]);
});

it("says who it was issued to, alone or of those who may", () => {
  const issued = { ...empty, issuedOnly: "on" };
  expect(formSummary(issued, known)[3]).toBe("Only people it was issued to can use it.");
  const some = { ...issued, audience: "segment", segmentIds: "5" };
  expect(formSummary(some, known).slice(3, 5)).toEqual([
    "Only customers in Regulars.",
    "Of them, only people it was issued to.",
  ]);
});

it("says that a code is private, unless it cannot be", () => {
  const isPrivate = { ...empty, isPrivate: "on" };
  const alarm = "It is private: an alarm rings when it gets to coupon sites.";
  expect(formSummary(isPrivate, known).slice(3, 5)).toEqual([
    "Every customer who has the code can use it.",
    alarm,
  ]);
  for (const change of [
    { issuedOnly: "on" },
    { audience: "segment", segmentIds: "5" },
    { codeKind: "unique", codeCount: "7" },
    { codeKind: "list", importId: "i1", usesPerCode: "1" },
  ]) {
    const said = formSummary({ ...isPrivate, ...change }, known);
    expect(said).not.toContain(alarm);
    expect(said).not.toContain("Every customer who has the code can use it.");
  }
});

it.each([
  [{ percentage: "abc" }, 0, "Takes a percentage off the order: say how much."],
  [{ percentage: "250" }, 0, "Takes a percentage off the order: say how much."],
  [{ minimum: "quantity", minimumQuantity: "-3" }, 1, "Works from a minimum: say how much."],
  [{ codeKind: "unique", codeCount: "1e9" }, 1, "? unique codes."],
  [{ totalCap: "many" }, 2, "Each customer can use it once in total."],
  [{ perCustomer: "twice" }, 2, "No total limit."],
  [{ perCustomer: "twice", totalCap: "40" }, 2, "40 uses in total."],
  [
    { perCustomer2: "3", limitWindow2: "rolling", limitDays2: "x" },
    2,
    "Each customer can use it once in total; 3 times within ? days; no total limit.",
  ],
  [{ perCustomer: "?", totalCap: "?" }, 2, "Every customer can use it."],
  [{ endsAt: "2026-01-01T00:00" }, 4, "From Jun 10, 2026, 2:00 PM."],
])("leaves out what is not valid: %o", (changes, at, sentence) => {
  const form = { ...empty, ...changes };
  const wrong = wrongFields(form, "EUR");
  expect(plain(formSummary(form, { ...known, wrong }))[at]).toBe(sentence);
});
