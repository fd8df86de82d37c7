import { describe, expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { completePattern } from "#app/domain/naming/complete-pattern.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { findSharedCode } from "#app/domain/naming/shared-code.ts";
import { compiled } from "./compiled.ts";

const DEFAULT = "{season}{yy}_{offer}[_{channel}]";

describe("two conventions that share a code", () => {
  test.each([
    ["{season}{yy}", "{campaign}", null],
    ["K{campaign}", "K{campaign}-{unique:8}", "left"],
    ["K{campaign}-{unique:8}", "K{campaign}", "right"],
    ["{campaign}", "{campaign}-{handle}", "left"],
    ["K{campaign}", "K{campaign}-{handle}[_{yy}]", "left"],
    [DEFAULT, "{season}{yy}_{offer}-{unique:10,any}", "left"],
  ])("%s and %s", (left, right, uniqueOf) => {
    const shared = findSharedCode(compiled(left), compiled(right));
    expect(shared).toMatchObject({ uniqueOf });
    if (shared === null || shared === "too_complex") return;
    const reads = [left, right].map((pattern) => readName(compiled(pattern), shared.code).ok);
    // The one that makes it knows only what stands before the last “-”.
    expect(reads).toEqual([uniqueOf !== "left", uniqueOf !== "right"]);
    if (uniqueOf === null) return;
    const [made, read] = uniqueOf === "left" ? [left, right] : [right, left];
    const [, name = "", unique] = /^(.*)-([^-]+)$/.exec(shared.code) ?? [];
    expect(readName(compiled(made), name)).toMatchObject({ ok: true });
    expect(readName(compiled(read), shared.code)).toMatchObject({ ok: true });
    expect(unique).toMatch(/^[2-9BCDFGHJKMNPRTVWX]{4,15}$/);
  });
});

test.each([
  ["K{campaign}-{unique:8}", "L{campaign}"],
  ["K{campaign}-{unique:8,digits}", "K{campaign}_{yy}"],
  ["K{campaign}-{unique:8}", "K{campaign}_{unique:8}"],
  [DEFAULT, "{season}{yy}-{unique:8}"],
  [DEFAULT, "{season}{yy}_{offer}-{channel}"],
])("%s and %s can be active together", (left, right) => {
  expect(findSharedCode(compiled(left), compiled(right))).toBeNull();
});

test("what a shop starts with goes with every other beginning that is proposed", () => {
  const { options } = completePattern("", 0, BUILT_IN_FIELDS);
  const others = options
    .map(({ text }) => text)
    .filter((text) => !text.startsWith("{season}{yy}_"));
  expect(others.length).toBeGreaterThan(3);
  for (const pattern of others) {
    expect(compileConvention(pattern, BUILT_IN_FIELDS).ok).toBe(true);
    expect([pattern, findSharedCode(compiled(DEFAULT), compiled(pattern))]).toEqual([
      pattern,
      null,
    ]);
  }
});
