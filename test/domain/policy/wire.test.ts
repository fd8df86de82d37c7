import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleBook, standingBook } from "#app/domain/policy/book.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import type { Buyer } from "#app/domain/policy/question.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { decodeRules, encodeRules, openRules } from "#app/domain/policy/rules-wire.ts";
import { decodeStanding, encodeStanding, openStanding } from "#app/domain/policy/standing-wire.ts";
import { EMPTY_STANDING } from "#app/domain/policy/standing.ts";
import { utf8Length, type Encoded } from "#app/domain/policy/wire-text.ts";
import { anyDate, anyRules, codesFor, standingAround } from "./generated.ts";

function textOf(encoded: Encoded): string {
  if (!encoded.ok) throw new Error(`${encoded.bytes} bytes`);
  return encoded.text;
}

/** Sorted by whatever tells the entries apart; the wire does not keep their order. */
const inOrder = <T>(list: readonly T[], id: (entry: T) => unknown = (entry) => entry): T[] =>
  [...list].sort((a, b) => (JSON.stringify(id(a)) < JSON.stringify(id(b)) ? -1 : 1));

test("a value looks as documented", () => {
  const rules = textOf(
    encodeRules([
      {
        id: "b2",
        match: { kind: "unique", prefix: "XM-", length: 8, alphabet: "safe" },
        limit: null,
        segments: [],
        guest: "match",
      },
      {
        id: "a3",
        match: { kind: "code", key: "FREESHIP" },
        limit: { perCustomer: 1, window: "lifetime" },
        segments: [],
        guest: "match",
      },
      {
        id: "a4",
        match: { kind: "code", key: "WELCOME" },
        limit: { perCustomer: 2, window: "month" },
        segments: ["5551", "5552"],
        guest: "sign_in",
      },
      {
        id: "b1",
        match: { kind: "unique", prefix: "BF-", length: 8, alphabet: "safe" },
        limit: { perCustomer: 1, window: "lifetime" },
        segments: [],
        guest: "allow",
      },
    ]),
  );
  expect(rules).toBe("1;#11,#BF-,b1,a1l|XM-,b2,m;FREESHIP,=a3,m1l;WELCOME,=a4,s2m,5551+5552;;");
  const standing = textOf(
    encodeStanding({
      uses: [
        { rule: "a4", period: "2026-11", count: 2 },
        { rule: "a3", period: "L", count: 1 },
      ],
      segments: ["5551"],
      disqualified: [
        { rule: "b1", until: null },
        { rule: "*", until: "2026-12-31" },
      ],
    }),
  );
  expect(standing).toBe("1;d*,2026-12-31;db1,9999-12-31;s5551;ua3,L,1;ua4,2026-11,2;;");
});

test("rules come back as they were", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const text = textOf(encodeRules(rules));
      const decoded = decodeRules(text);
      const byMatch = (rule: GuardRule) => rule.match;
      expect(decoded.ok && inOrder(decoded.rules, byMatch)).toEqual(inOrder(rules, byMatch));
      expect(textOf(encodeRules(decoded.ok ? decoded.rules : []))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("a standing comes back as it was", () => {
  fc.assert(
    fc.property(anyDate.chain(standingAround), (standing) => {
      const decoded = decodeStanding(textOf(encodeStanding(standing)));
      expect(decoded).toMatchObject({ ok: true });
      for (const part of ["uses", "segments", "disqualified"] as const) {
        expect(decoded.ok && inOrder<unknown>(decoded.standing[part])).toEqual(
          inOrder<unknown>(standing[part]),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test("judging by the wire is judging by what was written", () => {
  const scenes = fc.tuple(anyRules, anyDate).chain(([rules, localDate]) =>
    fc.record({
      rules: fc.constant(rules),
      localDate: fc.constant(localDate),
      standing: standingAround(localDate),
      codes: fc.array(fc.record({ code: codesFor(rules), rejectable: fc.boolean() }), {
        maxLength: 6,
      }),
      state: fc.constantFrom<Buyer["state"]>("signed_in", "known", "anonymous"),
    }),
  );
  const reasons = new Set<string>();
  fc.assert(
    fc.property(scenes, ({ rules, standing, codes, localDate, state }) => {
      const openedRules = openRules(textOf(encodeRules(rules)));
      const openedStanding = openStanding(textOf(encodeStanding(standing)));
      if (!openedRules.ok || !openedStanding.ok) throw new Error("What was written must be read");
      const question = {
        guests: null,
        buyer: { state, email: null, phone: null },
        codes,
        localDate,
      };
      const byWire = judge({ ...question, rules: openedRules.book, standing: openedStanding.book });
      const byValues = judge({
        ...question,
        rules: ruleBook(rules),
        standing: standingBook(standing),
      });
      expect(byWire).toEqual(byValues);
      for (const verdict of byWire)
        reasons.add("reason" in verdict ? verdict.reason : verdict.outcome);
    }),
    { numRuns: 3000, seed: 5 },
  );
  expect(reasons.size).toBe(5);
});

describe("a value that cannot be read says why and never throws", () => {
  const whole = textOf(
    encodeRules([
      { id: "a", match: { kind: "code", key: "AB" }, limit: null, segments: [], guest: "match" },
    ]),
  );
  const readers = [decodeRules, decodeStanding, openRules, openStanding];
  test.each([
    [undefined, "missing"],
    [null, "missing"],
    [5, "malformed"],
    [{ value: whole }, "malformed"],
    ["", "truncated"],
    ["1;", "truncated"],
    [whole.slice(0, -1), "truncated"],
    [whole.slice(0, 8), "truncated"],
    ["2" + whole.slice(1), "unknown_version"],
    ["0;;;", "unknown_version"],
    ["[object Object]", "unknown_version"],
  ])("%j: %s", (value, problem) => {
    for (const reader of readers) expect(reader(value)).toEqual({ ok: false, problem });
  });

  test("damage in the middle is found by the server and passed over by the function", () => {
    const damaged = [
      "1;x;;",
      "1;;;;",
      "1;FREESHIP,=;;",
      "1;#5,#,;;",
      "1;A,=a,m0l;;",
      "1;A,=a,m1y;;",
      "1;A,=a,q;;",
      "1;A,?a,m;;",
    ];
    for (const text of damaged) {
      expect(decodeRules(text)).toEqual({ ok: false, problem: "malformed" });
      const opened = openRules(text);
      expect(opened.ok && opened.book.ruleOf("A")).toBeNull();
    }
    for (const text of ["1;x;;", "1;ua,L,;;", "1;ua,L,x;;", "1;da;;", "1;ua;;"]) {
      expect(decodeStanding(text)).toEqual({ ok: false, problem: "malformed" });
      const opened = openStanding(text);
      expect(opened.ok && opened.book.usesOf("a", "L")).toBe(0);
      expect(opened.ok && opened.book.disqualifiedUntil("a")).toBeNull();
    }
  });

  test("any prefix of a value is refused", () => {
    fc.assert(
      fc.property(anyRules, fc.nat(), (rules, cut) => {
        const text = textOf(encodeRules(rules));
        expect(openRules(text.slice(0, cut % text.length)).ok).toBe(false);
      }),
    );
  });
});

describe("capacity", () => {
  const code = (key: string) => ({
    id: "a",
    match: { kind: "code" as const, key },
    limit: null,
    segments: [],
    guest: "match" as const,
  });

  test("is counted in bytes, not characters", () => {
    expect(utf8Length("aü€🎉\ud800")).toBe(1 + 2 + 3 + 4 + 3);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, "utf8"));
      }),
    );
    expect(encodeRules([code("ü".repeat(4990))]).ok).toBe(true);
    expect(encodeRules([code("ü".repeat(5000))])).toEqual({
      ok: false,
      problem: "too_large",
      bytes: 10_000 + "1;,=a,m;;".length,
      limitBytes: 10_000,
    });
  });

  test("a full value is exactly as long as a function can read", () => {
    const most = "A".repeat(10_000 - "1;,=a,m;;".length);
    expect(encodeRules([code(most)])).toMatchObject({ ok: true, bytes: 10_000 });
    expect(encodeRules([code(most + "A")])).toMatchObject({ ok: false });
  });

  test("holds three hundred campaigns, and five hundred uses of a customer", () => {
    const rules = Array.from({ length: 300 }, (_, i) => code(`SUMMER26_${i}OFF_EMAIL`));
    expect(encodeRules(rules).ok).toBe(true);
    const uses = Array.from({ length: 500 }, (_, i) => ({
      rule: `a${i}`,
      period: "2026-11",
      count: 1,
    }));
    expect(encodeStanding({ ...EMPTY_STANDING, uses }).ok).toBe(true);
  });
});
