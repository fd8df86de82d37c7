import { expect, test } from "vitest";
import { findSharedName } from "#app/domain/naming/convention.ts";
import { compileParser } from "#app/domain/naming/parser.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { distinctCodes } from "#test/bench/naming-parse/codes.ts";
import { shopConventions } from "#test/bench/naming-parse/conventions.ts";

/*
 * What the bench measures has to be what it says: fifty conventions that could be active together,
 * distinct codes, each read right.
 */
const conventions = shopConventions();

test("fifty conventions share no name", () => {
  expect(conventions).toHaveLength(50);
  for (const [i, one] of conventions.entries()) {
    for (const other of conventions.slice(0, i)) expect(findSharedName(one, other)).toBeNull();
  }
});

test("their codes are distinct and read as the convention they are of reads them", () => {
  const codes = distinctCodes(conventions, 20_000).flat();
  expect(new Set(codes.map((code) => code.toUpperCase())).size).toBe(20_000);
  const parse = compileParser(conventions);
  for (const code of codes) {
    const parsed = parse(code);
    const read = readName(conventions[parsed?.convention ?? 0]!, code);
    expect(read.ok && { ...read.dimensions, unique: read.unique }).toEqual({
      ...parsed?.dimensions,
      unique: parsed?.unique,
    });
  }
});
