import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildFunction } from "#guard/build.ts";
import { cartLinesDiscountsGenerateRun } from "#guard/src/index.ts";
import { FIXTURES } from "./fixture.ts";
import { guardInput } from "./guard-input.ts";
import { sandboxed, type Sandboxed } from "./sandbox.ts";

let bundle: Sandboxed;
beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  bundle = await sandboxed();
});
afterAll(() => bundle.dispose());

describe("source and bundle answer alike", () => {
  test.each(Object.entries(FIXTURES))("%s", (_, { checkout, output }) => {
    const input = guardInput(checkout);
    expect(cartLinesDiscountsGenerateRun(input)).toEqual(output);
    expect(bundle.run(input)).toEqual(output);
  });
});

test("the bundle is small, and has nothing in it that is not the guard's", async () => {
  const text = await buildFunction();
  expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  const files = [...text.matchAll(/^\/\/ (\S+\.ts)$/gm)].map((match) => match[1] ?? "");
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect(file).toMatch(
      /^(app\/domain\/(code|policy)\/|extensions\/bonus-guard\/src\/|node_modules\/@shopify\/shopify_function\/)/,
    );
  }
});
