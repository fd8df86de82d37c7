import { expect, it } from "vitest";

import { dayPartText, readDayPart, type DayPart } from "#app/domain/insight/day-part.ts";

const DAY = { from: "2026-06-10", to: "2026-06-10" };
/** A shop two hours before UTC. */
const dayOf = (at: Date) => new Date(at.getTime() + 2 * 3_600_000).toISOString().slice(0, 10);

it.each<[string, DayPart]>([
  ["0", { first: 0, last: 0 }],
  ["23", { first: 23, last: 23 }],
  ["0-13", { first: 0, last: 13 }],
  ["2026-06-10T09:15:00.000Z", { quarter: "2026-06-10T09:15:00.000Z" }],
  ["2026-06-09T22:00:00.000Z", { quarter: "2026-06-09T22:00:00.000Z" }],
])("%j is read, and written the same", (text, part) => {
  expect(readDayPart(text, DAY, dayOf)).toEqual(part);
  expect(dayPartText(part)).toBe(text);
});

it.each([
  ...["24", "-1", "1.5", "noon", "", "13-9", "9-24", "9-"],
  ...["2026-06-10T09:10:00Z", "2026-06-10T22:00:00Z", "2026-13-10T00:00:00Z", "2026-06-10"],
])("%j is no part of that day", (text) => expect(readDayPart(text, DAY, dayOf)).toBeNull());

it("reads no part of several days", () => {
  expect(readDayPart("9", { ...DAY, to: "2026-06-11" }, dayOf)).toBeNull();
});
