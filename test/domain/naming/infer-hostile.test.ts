import { expect, test } from "vitest";
import { checkedInference } from "./infer/checked-inference.ts";
import { random } from "./infer/small-stores.ts";

const sound = ["SUMMER25_15OFF", "SUMMER26_15OFF", "WINTER26_FREESHIP"];

test.each([
  ["nothing at all", ["", "   ", "\t"]],
  [
    "endless codes",
    ["A".repeat(10_000), "1".repeat(10_000), "A1".repeat(5_000), "-".repeat(9_999)],
  ],
  [
    "codes of the greatest length",
    ["A".repeat(255), "A1".repeat(127), "SUMMER".repeat(42), "-".repeat(255)],
  ],
  [
    "other scripts",
    ["тест", "ЅUMMER25", "ŁÓDŹ10", "🎁", "\u202eSUMMER25", "SUM\u200bMER25", "\ud800"],
  ],
  [
    "names of object members",
    ["__PROTO__", "__proto__10", "CONSTRUCTOR", "toString", "constructor-1"],
  ],
  ["separators only", ["-", "_", "--", "-_-", "_____"]],
  ["the language’s own signs", ["{season}{yy}", "[_{channel}]", "{unique:8}", "{", "]"]],
])("%s do no harm to what is sound", (_, codes) => {
  const { proposals } = checkedInference([...sound, ...codes]);
  expect(proposals[0]).toMatchObject({ pattern: "{season}{yy}_{offer}", explains: 3 });
});

test("the same code in many spellings is one code", () => {
  const spellings = ["summer25_15off", "Summer25_15Off", " SUMMER25_15OFF\n"];
  expect(checkedInference([...sound, ...spellings])).toMatchObject({ total: 6, distinct: 3 });
});

test("what is cut is readable, and little", () => {
  const { leftovers } = checkedInference(random(500, 200, "ABCDEF0123456789-_"));
  expect(leftovers.count).toBe(500);
  expect(leftovers.sample).toHaveLength(12);
  for (const code of leftovers.sample) expect(code.length).toBeLessThanOrEqual(60);
});

test.each([
  ["one letter and digits at will", random(3000, 20, "A01")],
  ["runs that could be parted in many ways", random(2000, 40, "SALE")],
  ["separators everywhere", random(3000, 40, "A1-_")],
  ["beginnings shared for long", random(3000, 60, "XY7").map((tail) => "SUMMER".repeat(20) + tail)],
])("%s is answered", (_, codes) => {
  const { proposals, distinct, leftovers } = checkedInference(codes);
  expect(proposals.reduce((sum, { explains }) => sum + explains, leftovers.count)).toBe(distinct);
});
