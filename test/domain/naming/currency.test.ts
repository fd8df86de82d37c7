import { expect, test } from "vitest";
import { compileParser } from "#app/domain/naming/parser.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { CURRENCIES } from "#app/domain/naming/vocabulary/currencies.ts";
import { compiled } from "./compiled.ts";

const CONVENTION = compiled("{season}{yy}_{offer}");
const parse = compileParser([CONVENTION]);

test("an amount is in any currency people pay with", () => {
  expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
  const known = new Set(Intl.supportedValuesOf("currency"));
  // Younger than the tables of some runtimes.
  const young = ["SLE", "VED", "XCG", "ZWG"];
  expect(CURRENCIES.filter((code) => !known.has(code) && !young.includes(code))).toEqual([]);
  for (const currency of CURRENCIES) {
    const name = `WINTER26_200${currency}OFF`;
    expect(readName(CONVENTION, name)).toMatchObject({ ok: true });
    expect(parse(name)?.dimensions["offer"]).toBe(`200${currency}OFF`);
  }
});

test.each(["200OFFOFF", "10XYZOFF", "10DEMOFF", "10XAUOFF", "10EUOFF", "10EUREOFF"])(
  "%s is no amount",
  (offer) => {
    expect(readName(CONVENTION, `WINTER26_${offer}`)).toMatchObject({ ok: false });
    expect(parse(`WINTER26_${offer}`)).toBeNull();
  },
);
