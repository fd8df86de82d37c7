import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { LONGEST_LINE, readLines } from "#app/services/replay/read-lines.server.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: string | Buffer): Promise<[number, string | null][]> {
  const path = join(folder, "file");
  await writeFile(path, content);
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of readLines(path))
    lines.push([number, bytes?.toString() ?? null]);
  return lines;
}

test.each<[string, string, [number, string][]]>([
  ["nothing", "", []],
  [
    "a last line without an end",
    "a\nb",
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  [
    "ends of two signs",
    "a\r\nb\r\n",
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  [
    "empty lines",
    "\na\n \t\n\nb\n",
    [
      [2, "a"],
      [5, "b"],
    ],
  ],
  [
    "a mark of the encoding",
    "\uFEFFa\n\uFEFFb",
    [
      [1, "a"],
      [2, "\uFEFFb"],
    ],
  ],
  ["signs that end lines elsewhere", "a\u2028b\u2029c\u0085d\n", [[1, "a\u2028b\u2029c\u0085d"]]],
])("%s", async (_, content, lines) => {
  expect(await linesOf(content)).toEqual(lines);
});

test("a line that is too long is none, and those after it are read", async () => {
  const long = Buffer.alloc(LONGEST_LINE + 1, "x");
  expect(await linesOf(Buffer.concat([Buffer.from("a\n"), long, Buffer.from("\nb")]))).toEqual([
    [1, "a"],
    [2, null],
    [3, "b"],
  ]);
});

test("lines that pieces of the file cut are whole", async () => {
  const line = fc.string({
    unit: fc.constantFrom("é", "x", "😀"),
    minLength: 1,
    maxLength: 300_000,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 5, maxLength: 12, size: "max" }),
      async (lines) => {
        const read = await linesOf(lines.join("\n"));
        expect(read.map(([, text]) => text)).toEqual(lines);
      },
    ),
    { numRuns: 5 },
  );
});
