import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import { CsvReader } from "#app/services/import/csv-reader.server.ts";

const cell = fc.string({
  unit: fc.constantFrom("A", "b", "7", "é", " ", '"', ",", "\n", "\r", "\r\n"),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 5 });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** As programs write it: quoted where need be, with blanks around it here and there. */
const written = (rows: string[][], lineBreak: string) =>
  rows
    .map((row) => row.map((text) => (/^\w+$/.test(text) ? ` ${text}` : quoted(text))).join(","))
    .join(lineBreak);

function read(text: string, size: number) {
  const reader = new CsvReader(",");
  const rows = [];
  for (let from = 0; from < text.length; from += size)
    rows.push(...reader.push(text.slice(from, from + size)));
  return [...rows, ...reader.end()];
}

test("well-formed text is read as the usual parser reads it", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 9 }),
      (rows, lineBreak, size) => {
        const text = written(rows, lineBreak);
        const theirs = parse(text, {
          relax_column_count: true,
          skip_empty_lines: true,
          trim: true,
        });
        const filled = theirs.filter((row) => row.some((each) => each.trim() !== ""));
        const plain = filled.map((row) => row.map((each) => each.replace(/\r\n?/g, "\n")));
        expect(read(text, size).map(({ cells }) => cells)).toEqual(plain);
      },
    ),
  );
});

test("however any text is cut, the same rows stand on the same lines", () => {
  const unit = fc.constantFrom("A", " ", '"', '"', ",", "\n", "\r");
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      (text, size) => {
        const outcome = (pieces: number) => {
          try {
            return read(text, pieces);
          } catch (error) {
            return String(error);
          }
        };
        expect(outcome(size)).toEqual(outcome(100));
      },
    ),
  );
});

test("a row begins on the line that the line breaks before it make", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("\n", "\r", "\r\n"), { maxLength: 8 }),
      fc.boolean(),
      (breaks, isQuoted) => {
        const before = isQuoted ? `x,"${breaks.join("")}"\n` : breaks.join("");
        // A CR and an LF that meet are one line break.
        const count = before.split(/\r\n|\r|\n/).length;
        expect(read(`${before}AB`, 3).at(-1)).toMatchObject({ line: count, cells: ["AB"] });
      },
    ),
  );
});
