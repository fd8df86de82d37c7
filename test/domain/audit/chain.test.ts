import { createHash } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { chainedText, type ChainedEvent } from "#app/domain/audit/chain.ts";

const text = fc.string({ maxLength: 6 });
const json = fc.option(
  fc.dictionary(
    text.filter((key) => key !== "__proto__"),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 3 },
  ),
  { nil: null },
) as fc.Arbitrary<Record<string, unknown> | null>;

const event: fc.Arbitrary<ChainedEvent> = fc.record({
  id: fc.bigInt({ min: 1n, max: 99n }).map(String),
  at: fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
  actorKind: fc.constantFrom("staff", "system"),
  actorId: text,
  actorName: text,
  action: text,
  subjectKind: text,
  subjectId: text,
  subjectName: text,
  before: json,
  after: json,
});

function hashes(events: readonly ChainedEvent[]): string[] {
  let previous = "";
  return events.map(
    (each) => (previous = createHash("sha256").update(chainedText(previous, each)).digest("hex")),
  );
}

/** The event with one field changed to something else. */
function altered(of: ChainedEvent, field: keyof ChainedEvent): ChainedEvent {
  if (field === "at") return { ...of, at: new Date(of.at.getTime() + 1) };
  if (field === "before" || field === "after")
    return { ...of, [field]: { ...of[field], "altered here": 1 } };
  return { ...of, [field]: `${of[field]}!` };
}

const FIELDS: readonly (keyof ChainedEvent)[] = [
  "id",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "action",
  "subjectKind",
  "subjectId",
  "subjectName",
  "before",
  "after",
];

test("altering any field of any row breaks the chain from that row on, and nothing before it", () => {
  const trail = fc.array(event, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(trail, fc.nat(), fc.constantFrom(...FIELDS), (events, pick, field) => {
      const at = pick % events.length;
      const was = hashes(events);
      const is = hashes(events.map((each, index) => (index === at ? altered(each, field) : each)));
      is.forEach((hash, index) => {
        expect(hash === was[index]).toBe(index < at);
      });
    }),
  );
});

test("removing a row or changing places breaks it too", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(event, { minLength: 3, maxLength: 3, selector: ({ id }) => id }),
      ([a, b, c]) => {
        if (!a || !b || !c) return;
        const last = (...events: ChainedEvent[]) => hashes(events).at(-1);
        expect(new Set([last(a, b, c), last(a, c), last(b, a, c), last(b, c)]).size).toBe(4);
      },
    ),
  );
});

test("text that moves from one field to the next is another text", () => {
  const base = {
    id: "1",
    at: new Date(0),
    actorKind: "staff",
    actorId: "",
    action: "",
    subjectKind: "",
    subjectId: "",
    subjectName: "",
    before: null,
    after: null,
  };
  expect(chainedText("", { ...base, actorName: "ab", actorId: "" })).not.toBe(
    chainedText("", { ...base, actorName: "a", actorId: "b" }),
  );
});

test("the database may give keys back in another order, and leave out what is undefined", () => {
  const row = (after: Record<string, unknown>): ChainedEvent => ({
    id: "1",
    at: new Date(0),
    actorKind: "",
    actorId: "",
    actorName: "",
    action: "",
    subjectKind: "",
    subjectId: "",
    subjectName: "",
    before: null,
    after,
  });
  expect(chainedText("", row({ b: { y: 1, x: [2, 3] }, a: null, c: undefined }))).toBe(
    chainedText("", row({ a: null, b: { x: [2, 3], y: 1 } })),
  );
  expect(chainedText("", row({ a: [1, 2] }))).not.toBe(chainedText("", row({ a: [2, 1] })));
  expect(chainedText("", row({ a: [["b", 1]] }))).not.toBe(chainedText("", row({ a: { b: 1 } })));
});
