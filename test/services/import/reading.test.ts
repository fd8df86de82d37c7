import { expect, test } from "vitest";

import { testDeps } from "#test/support/test-deps.ts";
import { addShop } from "#test/support/test-shop.ts";
import { bring, fileOf, type Chunk } from "./bring.ts";

const deps = await testDeps();
const at = await addShop(deps, "codes.myshopify.com");

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const bytes = (...values: number[]) => new Uint8Array(values);
const long = "A".repeat(70_000);

type Case = {
  file: Chunk[];
  codes?: string[];
  /** The rows that cannot be used: line, text, and a part of the reason. */
  bad?: [line: number, text: string, reason: string][];
  /** The column that the header gave the codes, from 1, and its title. */
  header?: [column: number, title: string] | null;
};

const CASES: Record<string, Case> = {
  // Encodings
  "UTF-8": { file: ["code\nAB\n"], codes: ["AB"], header: [1, "code"] },
  "a byte-order mark": { file: ["\uFEFFcode\nAB\n"], codes: ["AB"], header: [1, "code"] },
  "a byte-order mark in pieces": {
    file: [bytes(0xef), bytes(0xbb, 0xbf), "code\nAB\n"],
    codes: ["AB"],
    header: [1, "code"],
  },
  "a byte-order mark and one code": { file: ["\uFEFFAB"], codes: ["AB"] },
  "UTF-16, low byte first": {
    file: [bytes(0xff, 0xfe), utf16("code\tnote\nAB\tGröße\n")],
    codes: ["AB"],
    header: [1, "code"],
  },
  "UTF-16, high byte first": {
    file: [bytes(0xfe, 0xff), utf16be("AB\nCD\n")],
    codes: ["AB", "CD"],
  },
  "UTF-16 whose mark comes in pieces": {
    file: [bytes(), bytes(0xff), bytes(0xfe, 0x41), bytes(0x00, 0x42, 0x00)],
    codes: ["AB"],
  },
  "Latin-1 in a code": {
    file: [latin1("code\nAB\nGÜT\nCD\n")],
    codes: ["AB", "CD"],
    bad: [[3, "G\uFFFDT", "not saved as UTF-8"]],
    header: [1, "code"],
  },
  "Latin-1 elsewhere": {
    file: [latin1("code,note\nAB,Gäste\n")],
    codes: ["AB"],
    header: [1, "code"],
  },
  "UTF-16 in the middle of UTF-8": {
    file: ["AB\n", utf16("CD"), "\nEF\n"],
    codes: ["AB", "EF"],
    bad: [[2, "C\uFFFDD\uFFFD", "U+0000"]],
  },
  // Line breaks
  "one code": { file: ["AB"], codes: ["AB"] },
  "one code in two pieces": { file: ["A", "B"], codes: ["AB"] },
  "CR alone": { file: ["code\rAA-1\rBB-2\r"], codes: ["AA-1", "BB-2"], header: [1, "code"] },
  "CR alone and no header": { file: ["AA-1\rBB-2"], codes: ["AA-1", "BB-2"] },
  "CRLF cut in two": {
    file: ["AB\r", "\nC D\r", "\nEF"],
    codes: ["AB", "EF"],
    bad: [[2, "C D", "space"]],
  },
  "blank lines": {
    file: ["\n\ncode\n\n , \nAB\n\nC C"],
    codes: ["AB"],
    bad: [[8, "C C", "space"]],
    header: [1, "code"],
  },
  "no last line break": { file: ["AB\nCD"], codes: ["AB", "CD"] },
  // Quotation marks
  "quoted cells": { file: ['"AB","x, ""y"""\n'], bad: [[1, 'AB, x, "y"', "2 values"]] },
  "a quoted CRLF": {
    file: ['code,n\r\n"A1","x\r\ny"\r\nB B,z\r\n'],
    codes: ["A1"],
    bad: [[4, "B B", "space"]],
    header: [1, "code"],
  },
  "a quoted CR": {
    file: ['code,note\n"A\rB",x\nC,y\nD D,z\n'],
    codes: ["C"],
    bad: [
      [2, "A\nB", "quotation mark"],
      [5, "D D", "space"],
    ],
    header: [1, "code"],
  },
  "line breaks around a quoted cell": {
    file: ['code,note\nAB,"\nx\n"\nC C,y\n'],
    codes: ["AB"],
    bad: [[5, "C C", "space"]],
    header: [1, "code"],
  },
  "marks that quote nothing": {
    file: ['code\nA"B\n"CD"x\n"EF" y\nGH\n'],
    codes: ["GH"],
    bad: [
      [2, 'A"B', '“"”'],
      [3, '"CD"x', '“"”'],
      [4, '"EF" y', '“"”'],
    ],
    header: [1, "code"],
  },
  "a long row": {
    file: [`code\n${long}\nB1\n`],
    codes: ["B1"],
    bad: [[2, `${"A".repeat(200)}…`, "65,536"]],
    header: [1, "code"],
  },
  "a long row that begins in one piece and ends in another": {
    file: ["AB\n", long.slice(0, 40_000), `${long.slice(40_000)},x\nB1`],
    codes: ["AB", "B1"],
    bad: [[2, `${"A".repeat(200)}…`, "65,536"]],
  },
  // Columns
  tabs: { file: ["code\temail\nAB\tana@example.com\n"], codes: ["AB"], header: [1, "code"] },
  semicolons: { file: ["name;code\nx, y;AB\n"], codes: ["AB"], header: [2, "code"] },
  "semicolons, said by Excel": {
    file: ["sep=;\r\nGutscheincode;E-Mail\r\nAB;a@b.de\r\nC C;\r\n"],
    codes: ["AB"],
    bad: [[4, "C C", "space"]],
    header: [1, "Gutscheincode"],
  },
  "commas only further down": { file: ["AB1\nCD2, EF3\n"], codes: ["AB1", "CD2", "EF3"] },
  "codes on one line": {
    file: ["AB1, CD2, EF3\nGH4\n"],
    codes: ["AB1", "CD2", "EF3", "GH4"],
  },
  "numbered codes on one line": {
    file: ["VIP-1;VIP-22;VIP-333"],
    codes: ["VIP-1", "VIP-22", "VIP-333"],
  },
  "a code and something else on one line": {
    file: ["VIP-1,10\nVIP-2,ana@example.com\nAB,10\nVIP-3,\n"],
    codes: ["VIP-3"],
    bad: [
      [1, "VIP-1, 10", "2 values"],
      [2, "VIP-2, ana@example.com", "header"],
      [3, "AB, 10", "2 values"],
    ],
  },
  "codes with spaces between": { file: ["AB CD EF"], bad: [[1, "AB CD EF", "space"]] },
  // Headers
  "a code that begins like a header": {
    file: ["COUPON10\nCOUPON20\n"],
    codes: ["COUPON10", "COUPON20"],
  },
  "a code that is a header and a number": {
    file: ["CODE-1,\nCODE-2,\n"],
    codes: ["CODE-1", "CODE-2"],
  },
  "codes in both columns": {
    file: ["VIP-1,VOUCHER5\nVIP-2,\n"],
    codes: ["VIP-2"],
    bad: [[1, "VIP-1, VOUCHER5", "2 values"]],
  },
  "a kind beside the code": {
    file: ["VIP-1,Voucher\n"],
    bad: [[1, "VIP-1, Voucher", "2 values"]],
  },
  "two words": { file: ["Discount Code\nAB\n"], codes: ["AB"], header: [1, "Discount Code"] },
  "an underscore": { file: ["promo_code,uses\nAB,1\n"], codes: ["AB"], header: [1, "promo_code"] },
  "a word alone": { file: ["Discount\nAB\n"], codes: ["AB"], header: [1, "Discount"] },
  "a German word": {
    file: ["Gutschein;E-Mail\nAB1;a@b.de\n"],
    codes: ["AB1"],
    header: [1, "Gutschein"],
  },
  "the code after the customer": {
    file: ["email,code\na@b.de,X1\nx,X2\n"],
    codes: ["X1"],
    bad: [[3, "X2", "e-mail"]],
    header: [2, "code"],
  },
  "a better word in a later column": {
    file: ["Coupon,Code\nSpring,X1\n"],
    codes: ["X1"],
    header: [2, "Code"],
  },
  "a title nobody knows beside one that is known": {
    file: ["E-Mail;Gutschein-Nr.\na@b.de;X1\n"],
    codes: ["X1"],
    header: [2, "Gutschein-Nr."],
  },
  "our own export": {
    file: ["\uFEFFcode,campaign,state,uses\nAB,SUMMER,In Shopify,3\n"],
    codes: ["AB"],
    header: [1, "code"],
  },
  // What spreadsheets do
  "leading zeros": { file: ['code\n007\n="0042"\n'], codes: ["007", "0042"], header: [1, "code"] },
  "what looks like a formula": {
    file: ["code\n=1+1\n'-B\n-A\n'=1\n@A\n"],
    codes: ["-B", "-A"],
    bad: [
      [2, "=1+1", "“=”"],
      [5, "=1", "“=”"],
      [6, "@A", "“@”"],
    ],
    header: [1, "code"],
  },
  "a code that stands twice": {
    file: ["code\nab\nCD\nAB\n ab \n"],
    codes: ["AB", "CD"],
    bad: [
      [4, "AB", "line 2"],
      [5, "AB", "line 2"],
    ],
    header: [1, "code"],
  },
  "a code twice on one line": {
    file: ["AB, CD, AB\n"],
    codes: ["AB", "CD"],
    bad: [[1, "AB", "line 1"]],
  },
  "a customer without a code": {
    file: ["code,email\n,a@b.de\nAB,\n"],
    codes: ["AB"],
    bad: [[2, "", "empty"]],
    header: [1, "code"],
  },
};

test.each(Object.entries(CASES))("%s", async (_name, { file, codes = [], bad = [], header }) => {
  const found = await bring(deps, at.as("editor"), fileOf(...file));
  if (typeof found === "string") return expect.fail(found);
  expect(found.sample).toEqual(codes);
  expect(found.problems.map(({ line, text }) => [line, text])).toEqual(
    bad.map(([line, text]) => [line, text]),
  );
  bad.forEach(([, , reason], at) => expect(found.problems[at]?.reason).toContain(reason));
  expect([found.rows, found.good, found.bad]).toEqual([
    codes.length + bad.length,
    codes.length,
    bad.length,
  ]);
  const named = found.header && [found.header.column, found.header.title];
  expect(named).toEqual(header ?? null);
});

test.each<[name: string, file: Chunk[], sentence: string]>([
  ["nothing", [], "There are no codes in it."],
  ["blank lines", ["\n \r\n,,\n"], "There are no codes in it."],
  [
    "a header only",
    ["\ncode,email\n"],
    "Line 2 was taken as the header, and no codes stand below it.",
  ],
  ["a quotation mark that opens a row", ['code\nAB\n"CD\nEF\n'], "mark on line 3 is never closed"],
  [
    "a quotation mark inside a row",
    ['code,n\n"A\nB",x\nCD,"EF\nGH'],
    "mark on line 4 is never closed",
  ],
  [
    "a quotation mark and very much after it",
    [`code\n"CD\n${long}"`],
    "mark on line 2 is never closed",
  ],
])("a file with %s is refused, saying why", async (_name, file, sentence) => {
  expect(await bring(deps, at.as("editor"), fileOf(...file))).toContain(sentence);
});

test("however a file is cut, the same is read of it", async () => {
  const text = '\uFEFFsep=;\r\ncode;n\r\n"AB";"x;\r\n""y"""\r\n C D ;z\r\nÄ;"" \r\nEF\r\n';
  const whole = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 7]) {
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
      whole.slice(at * size, (at + 1) * size),
    );
    expect(await bring(deps, at.as("editor"), fileOf(...pieces))).toMatchObject({
      sample: ["AB", "EF"],
      problems: [
        { line: 5, text: "C D" },
        { line: 6, text: "Ä" },
      ],
    });
  }
});
