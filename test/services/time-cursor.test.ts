import { describe, expect, test } from "vitest";

import { readTimeCursor, timePageOf } from "#app/services/time-cursor.server.ts";

const FIRST = { ms: "9999999999999", id: "9223372036854775807", rest: "" };

describe("a cursor", () => {
  test.each([
    ["1780308000000-9", { ms: "1780308000000", id: "9", rest: "" }],
    ["1780308000000-9-summer-10\n%", { ms: "1780308000000", id: "9", rest: "summer-10\n%" }],
  ])("%j is read", (text, read) => expect(readTimeCursor(text)).toEqual(read));

  test.each([null, "", "none", "1-x", "-1-9", "1-9-", "1-9223372036854775808", "17803080000000-9"])(
    "%j means the first page",
    (text) => expect(readTimeCursor(text)).toEqual(FIRST),
  );
});

describe("a page", () => {
  const rows = [1, 2, 3].map((id) => ({ id, cursor: `0-${id}` }));

  test("of all there is has no next one, and shows no cursors", () => {
    expect(timePageOf(rows, 3)).toEqual({ rows: [{ id: 1 }, { id: 2 }, { id: 3 }], next: null });
    expect(timePageOf([], 3)).toEqual({ rows: [], next: null });
  });

  test("of more goes on after its last row", () => {
    expect(timePageOf(rows, 2)).toEqual({ rows: [{ id: 1 }, { id: 2 }], next: "0-2" });
  });
});
