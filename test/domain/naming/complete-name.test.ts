import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeName } from "#app/domain/naming/complete-name.ts";
import { read } from "#app/domain/naming/read.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { compiled } from "./compiled.ts";
import { namedCampaigns } from "./named-campaigns.ts";

const TODAY = "2026-07-09";
const texts = (convention: string, typed: string) =>
  completeName(compiled(convention), typed, TODAY).map(({ text }) => text);

describe("what may come next in a name", () => {
  const CONVENTION = "{season}{yy}_{offer}[_{channel}]";
  test.each([
    [CONVENTION, "SUM", ["SUMMER"]],
    [CONVENTION, "sum", ["SUMMER"]],
    [CONVENTION, "S", ["SPRING", "SUMMER", "SINGLESDAY"]],
    // What stands for it is understood.
    [CONVENTION, "FA", ["FATHERSDAY", "AUTUMN"]],
    [CONVENTION, "FALL", ["AUTUMN"]],
    [CONVENTION, "SUMMER", ["SUMMER26", "SUMMER27"]],
    [CONVENTION, "SUMMER2", ["SUMMER26", "SUMMER27"]],
    [CONVENTION, "SUMMER26", ["SUMMER26_"]],
    [CONVENTION, "SUMMER26_F", ["SUMMER26_FREESHIP"]],
    [CONVENTION, "SUMMER26_12", ["SUMMER26_12OFF"]],
    [CONVENTION, "SUMMER26_12EUR", ["SUMMER26_12EUROFF"]],
    [CONVENTION, "SUMMER26_FREESHIP", ["SUMMER26_FREESHIP_"]],
    [CONVENTION, "SUMMER26_FREESHIP_INS", ["SUMMER26_FREESHIP_IG", "SUMMER26_FREESHIP_STORE"]],
    [CONVENTION, "SUMMER26_FREESHIP_IG", []],
    [CONVENTION, "NOSUCH", []],
    [CONVENTION, "SUMMER26__", []],
    ["{month}{dd}", "", ["JUL", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "AUG"]],
    [
      "{month}{dd}",
      "JUL0",
      ["JUL09", "JUL01", "JUL02", "JUL03", "JUL04", "JUL05", "JUL06", "JUL07"],
    ],
    ["SALE{percent}", "", ["SALE"]],
    ["SALE{percent}", "SA", ["SALE"]],
    ["SALE{percent}", "SALE1", ["SALE10", "SALE15"]],
    // Words, numbers and unique letters are never made up.
    ["{campaign}_{number}", "", []],
    ["{campaign}_{number}", "DROP", ["DROP_"]],
    ["{campaign}_{number}", "DROP_", []],
    ["{season}-{unique:8}", "SUMMER", []],
  ])("%s after %j", (convention, typed, options) => {
    expect(texts(convention, typed)).toEqual(options);
  });

  test("with labels and fields", () => {
    expect(completeName(compiled(CONVENTION), "SUM", TODAY)).toEqual([
      { text: "SUMMER", label: "Summer", field: "season" },
    ]);
    expect(completeName(compiled(CONVENTION), "SUMMER26", TODAY)).toEqual([
      { text: "SUMMER26_", label: "“_”", field: null },
    ]);
  });
});

test("every option is longer or other than what is typed, and a name can begin so", () => {
  let offered = 0;
  fc.assert(
    fc.property(namedCampaigns, fc.nat(30), ([campaign], cut) => {
      if (!campaign) return;
      const names = stemOf(campaign.convention).convention;
      const typed = campaign.name.slice(0, cut);
      const options = completeName(campaign.convention, typed, TODAY);
      expect(options.length).toBeLessThanOrEqual(8);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
      expect(completeName(campaign.convention, typed.toLowerCase(), TODAY)).toEqual(options);
      for (const { text } of options) {
        offered++;
        expect(text).not.toBe(typed);
        const reading = read(names.automaton, `${text} `);
        expect(reading).toMatchObject({ ok: false, stoppedAt: text.length });
      }
    }),
    { numRuns: 300, seed: 26 },
  );
  expect(offered).toBeGreaterThan(200);
});

test("from option to option a whole name comes about", () => {
  const convention = compiled("{season}{yy}_{offer}");
  fc.assert(
    fc.property(fc.array(fc.nat(7), { minLength: 4, maxLength: 4 }), (choices) => {
      let text = "";
      for (const choice of choices) {
        const options = completeName(convention, text, TODAY);
        text = options[choice % options.length]?.text ?? text;
      }
      expect(readName(convention, text)).toMatchObject({ ok: true, name: text });
    }),
    { numRuns: 100, seed: 26 },
  );
});
