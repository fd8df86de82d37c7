import { describe, expect, test } from "vitest";
import { exampleName } from "#app/domain/naming/example.ts";
import { formatName } from "#app/domain/naming/format.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { compiled } from "./compiled.ts";

const VIP = compiled("VIP{yy}-{unique:8}");

test("a code's own letters stand beside its dimensions, never among them", () => {
  const read = readName(VIP, "vip26-x7k2p9rt");
  expect(read).toEqual({
    ok: true,
    name: "VIP26-X7K2P9RT",
    dimensions: { yy: "26" },
    unique: "X7K2P9RT",
  });
});

describe("writing", () => {
  test.each([
    [{ yy: "26" }, "x7k2p9rt", "VIP26-X7K2P9RT"],
    [{ yy: "26" }, undefined, "unique: Choose a unique part. Expected 8 characters of 2345"],
    [{ yy: "26" }, "X7K2P9R0", "unique: “X7K2P9R0” is not a unique part."],
    [{ yy: "26", unique: "X7K2P9RT" }, undefined, "unique: The convention has no field {unique}."],
  ])("%j with %s: %s", (dimensions, unique, expected) => {
    const written = formatName(VIP, dimensions, unique);
    const said = written.ok
      ? [written.name]
      : written.errors.map((e) => `${e.field}: ${e.message}`);
    expect(said.some((each) => each.startsWith(expected))).toBe(true);
  });

  test("letters for a convention without such a part are refused", () => {
    expect(formatName(compiled("{yy}"), { yy: "26" }, "X7K2P9RT")).toMatchObject({
      ok: false,
      errors: [{ field: "unique" }],
    });
  });

  test("an example is a campaign's name: letters are only ever made for real codes", () => {
    expect(exampleName(VIP)).toBe("VIP26");
    expect(exampleName(compiled("{season}_{mm}{dd}_{unique:12,any}"))).toBe("SUMMER_0709");
  });
});

describe("what does not fit is said, and never completed by guessing", () => {
  test.each([
    [
      "VIP26-X7K2P9R0",
      14,
      "“0” at position 14 is not used in a unique part. Expected 8 characters of",
      [],
    ],
    ["VIP26-X7K2", 7, "“X7K2” at position 7 is not a unique part.", []],
    ["VIP26-X7K2P9RTX", 7, "“X7K2P9RTX” at position 7 is not a unique part.", []],
    ["VIP26X7K2P9RT", 6, "Expected “-” at position 6", ["VIP26-X7K2P9RT"]],
    ["VOP26-X7K2P9RT", 1, "Expected “VIP” at position 1, but found “VOP”", ["VIP26-X7K2P9RT"]],
    ["VIP2026-X7K2P9RT", 4, "“2026” at position 4 is written 26 here.", ["VIP26-X7K2P9RT"]],
    ["X7K2P9RT-VIP26", 1, "Expected “VIP” at position 1", ["VIP26-X7K2P9RT"]],
    ["VIP26-", 7, "The name is not complete. Expected 8 characters of", []],
    ["VIP26", 6, "The name is not complete. Expected “-”", []],
  ])("%s", (text, position, message, suggestions) => {
    const parsed = parseName(VIP, text);
    expect(parsed).toMatchObject({ ok: false, suggestions, error: { position } });
    expect(!parsed.ok && parsed.error.message).toContain(message);
  });
});

test("a part that could already end is not asked to go on", () => {
  const parsed = parseName(compiled("{campaign}_{yy}"), "LAURA-26");
  expect(!parsed.ok && parsed.error.message).toBe("Expected “_” at position 6, but found “-”.");
});
