import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cartLinesDiscountsGenerateRun } from "#guard/src/index.ts";
import type { GuardInput } from "#guard/generated/api.ts";
import { loadFunctionSchema } from "#test/standin/function/schema.ts";
import { seededRandom } from "#test/standin/random.ts";
import { inputMaker, type Random } from "./any-input.ts";
import { FIXTURES } from "./fixture.ts";
import { guardInput } from "./guard-input.ts";
import { sandboxed, type Sandboxed } from "./sandbox.ts";

let bundle: Sandboxed;
beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  bundle = await sandboxed();
});
afterAll(() => bundle.dispose());

/** By field: what stands there in the fixtures, so that most inputs are of a real shop. */
const texts = new Map<string, string[]>();
function gather(value: unknown, path: string): void {
  if (typeof value === "string") texts.set(path, [...(texts.get(path) ?? []), value]);
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    gather(part, Array.isArray(value) ? path : path + key);
  }
}
for (const { checkout } of Object.values(FIXTURES)) gather(guardInput(checkout), "");

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

const PIECES = [
  "",
  "^",
  "^^",
  ",",
  "|",
  "#",
  "=",
  "%",
  "%E0%A4%A",
  "é",
  "9",
  "{",
  "`",
  "+",
  "🎉",
  "\ud800",
  "-",
];

/** Characters cut out, put in or exchanged. */
function damaged(text: string, random: Random): string {
  const from = Math.floor(random() * text.length);
  const drop = Math.floor(random() * 4);
  return text.slice(0, from) + (pick(PIECES, random) ?? "") + text.slice(from + drop);
}

function textFor(path: readonly string[], random: Random): string {
  // Rules of one checkout with the standing of another still have campaigns in common.
  const text = pick(texts.get(path.join("")) ?? [...texts.values()].flat(), random) ?? "";
  const odds = random();
  if (odds < 0.75) return text;
  if (odds < 0.9) return damaged(text, random);
  if (odds < 0.95) return text.slice(0, Math.floor(random() * text.length));
  return (pick(PIECES, random) ?? "").repeat(Math.floor(random() * 6));
}

const query = parse(readFileSync("extensions/bonus-guard/src/run.graphql", "utf8"));
const anyInput = inputMaker(loadFunctionSchema("2026-10"), query, textFor);

/** What the schema asks of an output: operations that reject codes, each with a message. */
function isOutput(output: unknown): boolean {
  const { operations } = output as {
    operations: { enteredDiscountCodesReject: { codes: { code: string }[]; message: string } }[];
  };
  return operations.every(
    ({ enteredDiscountCodesReject: { codes, message } }) =>
      codes.length > 0 && codes.every(({ code }) => typeof code === "string") && message.length > 0,
  );
}

function answered(input: unknown, run: number) {
  try {
    return cartLinesDiscountsGenerateRun(input as GuardInput);
  } catch (error) {
    throw new Error(`Input ${run}: ${JSON.stringify(input)}`, { cause: error });
  }
}

test("nothing in 100,000 inputs makes the function throw, and its answer is always one", () => {
  const random = seededRandom(2026);
  let refused = 0;
  for (let run = 0; run < 100_000; run++) {
    const input = anyInput(random);
    const output = answered(input, run);
    if (!isOutput(output)) throw new Error(`Input ${run}: ${JSON.stringify({ input, output })}`);
    refused += output.operations.length;
  }
  expect(refused).toBeGreaterThan(10_000);
});

test("the bundle answers as the source, whatever it is given", () => {
  const random = seededRandom(7);
  let refused = 0;
  for (let run = 0; run < 3_000; run++) {
    // Through JSON, as Shopify's input is.
    const given = JSON.parse(JSON.stringify(anyInput(random)) ?? "null") as GuardInput;
    const output = cartLinesDiscountsGenerateRun(given);
    expect(bundle.run(given)).toEqual(output);
    refused += output.operations.length;
  }
  expect(refused).toBeGreaterThan(300);
});
