import { expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { explainConvention } from "#app/domain/naming/explain-convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { compiled } from "./compiled.ts";
import { VERSIONS } from "./named-campaigns.ts";

test("each part in words", () => {
  expect(
    explainConvention(compiled("{season}{yy}_sale{number:01-50}[_{channel}]-{unique:8,check}")),
  ).toEqual([
    {
      at: 1,
      text: "{season}",
      label: "Season",
      meaning: "One of 15 values, such as SPRING for Spring.",
      optional: false,
    },
    {
      at: 9,
      text: "{yy}",
      label: "Two-digit year",
      meaning: "The year in two digits, such as 26 for 2026.",
      optional: false,
    },
    {
      at: 13,
      text: "_sale",
      label: "Fixed text",
      meaning: "“_SALE” stands here as it is, in every name.",
      optional: false,
    },
    {
      at: 18,
      text: "{number:01-50}",
      label: "Number",
      meaning: "A number from 01 to 50, such as 50.",
      optional: false,
    },
    {
      at: 33,
      text: "_",
      label: "Separator",
      meaning: "“_” stands between two parts, with the optional part.",
      optional: true,
    },
    {
      at: 34,
      text: "{channel}",
      label: "Channel",
      meaning: "One of 11 values, such as EMAIL for E-mail.",
      optional: true,
    },
    {
      at: 44,
      text: "-",
      label: "Separator",
      meaning: "“-” stands between two parts, in every name.",
      optional: false,
    },
    {
      at: 45,
      text: "{unique:8,check}",
      label: "Unique part",
      meaning: expect.stringMatching(
        /^8 characters that make each code of a batch its own, such as [2-9B-X]{8}; the last one catches typing errors\.$/,
      ) as string,
      optional: false,
    },
  ]);
});

test("the example of a word is one", () => {
  for (const length of ["1", "2-20", "9", "30-40"]) {
    const convention = compiled(`{campaign:${length}}`);
    const shown = /such as ([A-Z0-9]+)\./.exec(explainConvention(convention)[0]!.meaning)?.[1];
    expect(compileConvention(shown!, []).ok).toBe(true);
    const [min, max = min] = length.split("-").map(Number);
    expect(shown!.length).toBeGreaterThanOrEqual(min!);
    expect(shown!.length).toBeLessThanOrEqual(max!);
  }
});

test("every built-in field has a sentence", () => {
  for (const { id } of BUILT_IN_FIELDS) {
    const [, part] = explainConvention(compiled(`X{${id}}`));
    expect(part?.meaning).toMatch(/^[A-Z0-9].+\.$/);
    expect(part?.meaning).toMatch(/such as /);
  }
});

test("the parts put together are the convention’s text, but for brackets", () => {
  const more = ["a-{campaign:2}[_{yy}b{mm}]c{unique:10,any}", "{offer}[-{percent}][_{handle:3-5}]"];
  for (const { text } of [...VERSIONS, ...more.map((each) => compiled(each))]) {
    const parts = explainConvention(compiled(text));
    expect(parts.map((part) => part.text).join("")).toBe(text.replace(/[[\]]/g, ""));
    for (const part of parts) expect(text.startsWith(part.text, part.at - 1)).toBe(true);
  }
});
