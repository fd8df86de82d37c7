import { describe, expect, test } from "vitest";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { planRename } from "#app/domain/naming/migrate/plan-rename.ts";
import type { NamedCampaign } from "#app/domain/naming/migrate/rename-plan.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { compiled } from "./compiled.ts";

const channelOf = (...values: [value: string, label: string, ...synonyms: string[]][]): Field => ({
  id: "channel",
  label: "channel",
  type: {
    kind: "list",
    values: values.map(([value, label, ...synonyms]) => ({ value, label, synonyms })),
  },
});

function named(pattern: string, name: string, more: Partial<NamedCampaign> = {}): NamedCampaign {
  const convention = compiled(pattern);
  const read = readName(stemOf(convention).convention, name);
  if (!read.ok) throw new Error(read.error.message);
  const { dimensions } = read;
  return {
    ...{ id: "one", name, dimensions, convention, codes: 1, uses: 0, live: true, kind: "public" },
    ...more,
  };
}

function stepOf(campaign: NamedCampaign, to: string, fields: readonly Field[] = BUILT_IN_FIELDS) {
  const step = planRename([campaign], compiled(to, fields), new Map()).steps[0]!.step;
  return "dimensions" in step ? { ...step, dimensions: { ...step.dimensions } } : step;
}

describe("a name the new version reads as it is", () => {
  test.each([
    ["{season}{yy}", "SUMMER26", "{season}{yy}[_{channel}]", { season: "SUMMER", yy: "26" }],
    // What was a word, or stood in every name, has become a label.
    ["{campaign}", "SUMMER26", "{season}{yy}", { season: "SUMMER", yy: "26" }],
    ["SUMMER{yy}", "SUMMER26", "{season}{yy}", { season: "SUMMER", yy: "26" }],
    ["{season}{yy}", "SUMMER26", "SUMMER{yy}", { yy: "26" }],
    ["{number}OFF", "15OFF", "{campaign}", { campaign: "15OFF" }],
    ["{season}{yy}-{unique:8}", "SUMMER26", "{season}{yy}", { season: "SUMMER", yy: "26" }],
  ])("%s: %s by %s", (from, name, to, dimensions) => {
    expect(stepOf(named(from, name), to)).toEqual({ kind: "fits", dimensions });
  });

  test.each([
    ["{season}{yy}", "SUMMER07", "{season}{mm}", ["mm"]],
    ["{season}{number:1-99}", "SUMMER15", "{season}{percent}", ["percent"]],
    // German is not Germany.
    ["{locale}_{yy}", "DE_26", "{region}_{yy}", ["region"]],
  ])("%s: %s is no name by %s, though it reads so", (from, name, to, fields) => {
    const step = stepOf(named(from, name), to);
    expect(step.kind === "missing" && step.fields.map(({ field }) => field)).toEqual(fields);
  });
});

describe("a new name from the same dimensions", () => {
  test.each([
    ["{season}{yy}_{offer}", "SUMMER26_15OFF", "{season}{yyyy}_{offer}", "SUMMER2026_15OFF"],
    ["{season}{yyyy}", "SUMMER2026", "{season}-{yy}", "SUMMER-26"],
    ["{month}{yy}", "JAN26", "{yyyy}{mm}", "202601"],
    ["{mm}{dd}", "0228", "{monthname}-{dd}", "FEBRUARY-28"],
    ["{month}{yy}", "JUL26", "{quarter}_{yy}", "Q3_26"],
    ["{week}_{yy}", "W07_26", "{yy}-{ww}", "26-07"],
    ["WELCOME{percent}", "WELCOME15", "WELCOME_{offer}", "WELCOME_15OFF"],
    ["WELCOME_{offer}", "WELCOME_15OFF", "HELLO{percent}", "HELLO15"],
    ["DROP{number:1-99}", "DROP7", "DROP{number:001-999}", "DROP007"],
    ["{season}[_{channel}]", "SUMMER_IG", "{channel}_{season}", "IG_SUMMER"],
    ["{season}-{unique:8}", "SUMMER", "X_{season}_{unique:8}", "X_SUMMER"],
  ])("%s: %s by %s is %s", (from, name, to, newName) => {
    const step = stepOf(named(from, name), to);
    expect(step).toMatchObject({ kind: "rename", to: newName });
    const read = readName(stemOf(compiled(to)).convention, newName);
    expect(step.kind === "rename" && read.ok && step.dimensions).toEqual({
      ...(read.ok && read.dimensions),
    });
  });

  test.each([
    ["the value stays", channelOf(["IG", "Instagram"]), "SUMMER-IG"],
    ["as a synonym", channelOf(["INSTA", "Insta", "IG"]), "SUMMER-INSTA"],
    ["by its label", channelOf(["GRAM", "instagram"]), "SUMMER-GRAM"],
  ])("values of a list: %s", (_, channel, to) => {
    const fields = BUILT_IN_FIELDS.map((field) => (field.id === "channel" ? channel : field));
    const step = stepOf(named("{season}_{channel}", "SUMMER_IG"), "{season}-{channel}", fields);
    expect(step).toMatchObject({ kind: "rename", to });
  });
});

describe("what a new name takes", () => {
  const needs = (campaign: NamedCampaign, to: string) => {
    const step = stepOf(campaign, to);
    return step.kind === "rename" ? step.needs : [];
  };

  test("a public code", () => {
    expect(needs(named("{season}{yy}_{channel}", "SUMMER26_IG"), "{season}{yyyy}")).toEqual([
      "A new public code SUMMER2026 is made in Shopify; SUMMER26_IG keeps working beside it until the campaign ends.",
      "Links, e-mails and prints carry SUMMER26_IG. Change those you can; the others still count for this campaign.",
      "The new name no longer says “Channel: Instagram”.",
    ]);
  });

  test.each([
    [0, []],
    [
      1,
      [
        "1 unique code keeps its old beginning “SUMMER26_” and goes on working. Codes made from now on begin with “SUMMER2026-”.",
      ],
    ],
    [
      500,
      [
        "500 unique codes keep their old beginning “SUMMER26_” and go on working. Codes made from now on begin with “SUMMER2026-”.",
      ],
    ],
  ])("%i unique codes", (codes, sentences) => {
    const campaign = named("{season}{yy}_{unique:8}", "SUMMER26", { kind: "unique", codes });
    expect(needs(campaign, "{season}{yyyy}-{unique:8}")).toEqual(sentences);
  });

  test.each([
    [0, []],
    [1, ["The code of your list stays the same. Only the campaign’s name changes."]],
    [9, ["The 9 codes of your list stay the same. Only the campaign’s name changes."]],
  ])("a list of %i codes", (codes, sentences) => {
    const campaign = named("{season}{yy}", "SUMMER26", { kind: "list", codes });
    expect(needs(campaign, "{season}{yyyy}")).toEqual(sentences);
  });
});

describe("what must be chosen first", () => {
  test("a field the old name does not have; what stands in the old name comes first", () => {
    expect(
      stepOf(named("{campaign}", "BIGXMASSALE"), "{season}_{campaign}_{number}"),
    ).toMatchObject({
      kind: "missing",
      fields: [
        {
          field: "season",
          label: "season",
          was: null,
          message: expect.stringMatching(/^Choose a season\./) as string,
          choices: [{ value: "XMAS" }, { value: "SPRING" }, ...Array<object>(13).fill({})],
          optional: false,
        },
        { field: "number", was: null, choices: [] },
      ],
    });
  });

  test("a value the new list does not have, also where it may be left out", () => {
    const fields = [...BUILT_IN_FIELDS, channelOf(["EMAIL", "E-mail"], ["SMS", "Text message"])];
    const step = stepOf(named("{season}[_{channel}]", "SUMMER_IG"), "{season}[-{channel}]", fields);
    expect(step).toMatchObject({
      kind: "missing",
      fields: [
        {
          field: "channel",
          was: "IG",
          message: "“IG” is not a channel. Expected EMAIL or SMS.",
          optional: true,
        },
      ],
    });
  });

  test("a percentage, where the old name says free shipping", () => {
    expect(stepOf(named("S_{offer}", "S_FREESHIP"), "S{percent}")).toMatchObject({
      kind: "missing",
      fields: [{ field: "percent", was: "FREESHIP" }],
    });
  });

  test("a day that its month does not have", () => {
    const day: Field = {
      id: "dd",
      label: "day",
      type: { kind: "number", min: 1, max: 31, digits: 2 },
    };
    const convention = compiled("{mm}-{dd}", [...BUILT_IN_FIELDS, day]);
    const campaign = named("{campaign}", "AA", { convention, name: "02-30" });
    const step = stepOf({ ...campaign, dimensions: { mm: "02", dd: "30" } }, "{mm}{dd}");
    expect(step).toMatchObject({ kind: "missing", fields: [{ field: "dd", was: "30" }] });
  });
});

test("names that are taken, campaigns that ended, and the numbers of each", () => {
  const shared = named("{season}{yy}", "SUMMER26");
  const campaigns: NamedCampaign[] = [
    { ...shared, id: "d", name: "XMAS26", dimensions: { season: "XMAS", yy: "26" } },
    named("{season}_{yy}", "SUMMER_26", { id: "c", uses: 5 }),
    { ...shared, id: "b", uses: 9, codes: 700, kind: "unique" },
    { ...shared, id: "a", name: "SPRING26", dimensions: { season: "SPRING", yy: "26" } },
    { ...shared, id: "e", live: false },
    named("{season}{yyyy}", "AUTUMN2026", { id: "f" }),
    named("{campaign}", "LAUNCH", { id: "g" }),
  ];
  const taken = new Map([["spring2026", "other"]]);
  const { steps, summary } = planRename(campaigns, compiled("{season}{yyyy}"), taken);
  expect(steps).toMatchObject([
    { id: "d", step: { kind: "rename", to: "XMAS2026" } },
    { id: "c", step: { kind: "taken", to: "SUMMER2026", by: "b" } },
    { id: "b", step: { kind: "rename", to: "SUMMER2026" } },
    { id: "a", step: { kind: "taken", to: "SPRING2026", by: "other" } },
    { id: "e", step: { kind: "ended" } },
    { id: "f", step: { kind: "fits" } },
    { id: "g", step: { kind: "missing" } },
  ]);
  expect(summary).toEqual({
    ...{ fits: 1, rename: 2, missing: 1, taken: 2, ended: 1 },
    ...{ newPublicCodes: 1, keptCodes: 701 },
  });
});
