import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeKey } from "#app/domain/code/code-key.ts";
import { chooseRules } from "#app/domain/policy/choose-rules.ts";
import { matches, type GuardRule } from "#app/domain/policy/rule.ts";
import {
  openRules,
  ruleOf as ruleOfWritten,
  type OpenRules,
} from "#app/domain/policy/rules-reader.ts";
import { decodeRules, encodeRules } from "#app/domain/policy/rules-wire.ts";
import { decodeStanding, encodeStanding } from "#app/domain/policy/standing-wire.ts";
import { codeDate } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import type { TextBlock } from "#app/domain/policy/text-blocks.ts";
import { EMPTY_STANDING } from "#app/domain/policy/standing.ts";
import { termsFrom } from "#app/domain/policy/terms-text.ts";
import { escapeText, restOf, utf8Length, wireProblem } from "#app/domain/policy/wire-text.ts";
import { ruleFor, used } from "./ask.ts";
import { anyRules, anyStanding, codesFor } from "./generated.ts";

/** By a code's key. */
const ruleOf = (rules: OpenRules, key: string) =>
  termsFrom(ruleOfWritten(rules, escapeText(key) + ","));

function shardsOf(rules: readonly GuardRule[], folded?: ReadonlySet<string>): string[] {
  const encoded = encodeRules(rules, [], folded);
  if (!encoded.ok) throw new Error(`${encoded.bytes} bytes`);
  return encoded.shards;
}

function textOf(standing: Parameters<typeof encodeStanding>[0]): string {
  const encoded = encodeStanding(standing);
  if (!encoded.ok) throw new Error(`${encoded.bytes} bytes`);
  return encoded.text;
}

/** Sorted by whatever tells the entries apart; the wire does not keep their order. */
const inOrder = <T>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

test("a value looks as documented", () => {
  const once = { perCustomer: 1, window: "lifetime", counter: "campaign" } as const;
  const rules = [
    ruleFor("", "b2", { match: { kind: "unique", prefix: "XM-", length: 8, alphabet: "any" } }),
    ruleFor("FREESHIP", "a3", { limits: [once], guest: "allow" }),
    ruleFor("FREE", "a3", { limits: [once], guest: "allow" }),
    ruleFor("WELCOME", "a4", {
      guest: "sign_in",
      groups: ["+7"],
      limits: [
        { ...once, counter: "+7" },
        { perCustomer: 2, window: { kind: "rolling", days: 30 }, counter: "code" },
        { ...once, window: { kind: "period", first: "2026-11-20", last: "2026-11-30" } },
      ],
      eligibility: { any: ["5551"], all: [], none: ["#vip"], customers: "new", signedIn: true },
      hasTexts: true,
    }),
  ];
  const value =
    "3^1-00000^,#11,XM-,ab2,m^,a3,a,l.1.0^FREE,=a3^FREESHIP,=a3^" +
    "WELCOME,=a4,snit,l.1.0.+7|r30.2.2.=|p261120261130.1.1,+7,5551,,#vip^^";
  expect(shardsOf(rules)).toEqual([value]);
  const standing = textOf({
    uses: [used("a4", ["2026-11-20", "2026-11-30", "2026-11-30"]), used("a3", 7)],
    memberships: ["5551", "#vip"],
    isReturning: true,
    disqualified: [{ scope: "*", until: "2026-11-30" }],
    signIn: [
      { scope: "a3", until: "2026-12-24" },
      { scope: "*", until: null },
    ],
    allowed: [{ scope: "+7", until: null }],
  });
  expect(standing).toBe(
    "3^dr^d*,000000261130999999^d+7,999999^da3,000000000000261224^s#vip,1^s5551,1^ua3,,7^ua4,26113022611201,3^^",
  );
});

test("rules come back as they were, and stay on the wire as they are", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const shards = shardsOf(rules);
      const decoded = decodeRules(shards);
      expect(decoded.ok && inOrder(decoded.rules.map((rule) => ({ ...rule })))).toEqual(
        inOrder(rules.map(({ id, match, ...terms }) => ({ id, ...terms, match }))),
      );
      expect(shardsOf(decoded.ok ? decoded.rules : [])).toEqual(shards);
      for (const shard of shards) expect(shard).toMatch(/^[ -~]*$/);
    }),
    { numRuns: 500 },
  );
});

test("a code finds the rule that speaks for it, in full and folded", () => {
  const scenes = anyRules.chain((rules) => fc.tuple(fc.constant(rules), codesFor(rules)));
  let found = 0;
  fc.assert(
    fc.property(scenes, ([rules, code]) => {
      const key = codeKey(code);
      const { match, ...terms } = rules.find((rule) => matches(rule.match, key)) ?? { match: null };
      const folded = new Set(rules.map(({ id }) => id));
      for (const shards of [shardsOf(rules), shardsOf(rules, folded)]) {
        const opened = openRules(shards).rules;
        expect(opened && ruleOf(opened, key)).toEqual(match ? terms : null);
      }
      if (match) found++;
    }),
    { numRuns: 2000, seed: 5 },
  );
  expect(found).toBeGreaterThan(800);
});

test("a code as typed is written as its key is", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."aZ9-_%^`;,|ßı é🎉"), maxLength: 8 });
  fc.assert(
    fc.property(typed, (text) => {
      expect(escapeText(text.trim(), true)).toBe(escapeText(codeKey(text)));
    }),
  );
});

test("a standing comes back as it was", () => {
  fc.assert(
    fc.property(anyStanding, (standing) => {
      const text = textOf(standing);
      expect(text).toMatch(/^[ -~]*$/);
      const decoded = decodeStanding(text);
      expect(decoded).toMatchObject({ ok: true, standing: { isReturning: standing.isReturning } });
      for (const part of ["uses", "memberships", "disqualified", "allowed"] as const) {
        expect(decoded.ok && inOrder<unknown>(decoded.standing[part])).toEqual(
          inOrder<unknown>(standing[part]),
        );
      }
      // As the function finds them, whatever their number.
      for (const { counter, total, days } of standing.uses) {
        const [written = ""] = (restOf(text, "^u" + escapeText(counter) + ",") ?? "").split("^");
        expect(written.endsWith("," + total)).toBe(true);
        if (days.length === 0) continue;
        expect(codeDate(written.slice(0, 6))).toBe(days[0]);
      }
      expect(restOf(text, "^unobody,")).toBeNull();
    }),
    { numRuns: 500 },
  );
});

describe("a value that cannot be read says why and never throws", () => {
  const [whole = ""] = shardsOf([ruleFor("AB", "a")]);
  test.each([
    [undefined, "missing"],
    [null, "missing"],
    [5, "malformed"],
    [{ value: whole }, "malformed"],
    ["", "truncated"],
    ["3", "truncated"],
    ["3^", "truncated"],
    [whole.slice(0, -1), "truncated"],
    [whole.slice(0, 8), "truncated"],
    ["1" + whole.slice(1), "older_version"],
    ["2;1;FREESHIP,=a3,m,l.1;;", "older_version"],
    ["2;1;FREESHIP,=a3,m,l", "older_version"],
    ["0;;;", "older_version"],
    ["4" + whole.slice(1), "newer_version"],
    ["30^x^^", "newer_version"],
    ["[object Object]", "truncated"],
  ])("%j: %s", (value, problem) => {
    expect(wireProblem(value)).toBe(problem);
    expect(decodeStanding(value)).toEqual({ ok: false, problem });
    expect(decodeRules([value])).toEqual({ ok: false, problem });
    expect(openRules([value])).toEqual({ rules: null, problem });
  });

  const LIMIT = { perCustomer: 1, window: "month", counter: "campaign" } as const;

  test("damage in the middle is found by the server and passed over by the function", () => {
    const damaged = [
      "3^1-00000^x^^",
      "3^1-00000^^^",
      "3^1-00000^FREESHIP,=^^",
      "3^1-00000^,#5,,^^",
      "3^1-00000^A,=a,m,l.0^^",
      "3^1-00000^A,=a,m,y.1^^",
      "3^1-00000^A,=a,m,p2611.1^^",
      "3^1-00000^A,=a,q^^",
      "3^1-00000^A,=a,mx^^",
      "3^1-00000^A,?a,m^^",
      "3^1-00000^A,=a^^",
      "3^1^A,=a,m^^",
    ];
    for (const text of damaged) {
      expect(decodeRules([text])).toEqual({ ok: false, problem: "malformed" });
      const { rules } = openRules([text]);
      const asked = { standing: null, guests: null, state: "known" as const, orders: null };
      const codes = ["A", "FREESHIP", "12345"].map((code) => ({ code, rejectable: true }));
      const verdicts = judge({ rules, ...asked, codes, today: "261123" });
      expect(verdicts.map(({ outcome }) => outcome)).toEqual(["accept", "accept", "accept"]);
    }
    for (const text of ["3^-^x^^", "3^-^ua^^", "3^-^ua,x^^", "3^-^ua,g1,1^^", "3^d^da^^"]) {
      expect(decodeStanding(text)).toEqual({ ok: false, problem: "malformed" });
      const rules = shardsOf([ruleFor("A", "a", { limits: [LIMIT] })]).join("");
      const asked = { guests: null, state: "known" as const, orders: null, today: "261123" };
      const codes = [{ code: "A", rejectable: true }];
      expect(judge({ rules, standing: text, ...asked, codes })[0]?.outcome).toBe("accept");
    }
  });

  test("any prefix of a value is refused", () => {
    fc.assert(
      fc.property(anyRules, fc.nat(), (rules, cut) => {
        const [text = ""] = shardsOf(rules);
        expect(openRules([text.slice(0, cut % text.length)]).rules).toBeNull();
      }),
    );
  });
});

describe("capacity", () => {
  const many = (count: number, length = 24) =>
    Array.from({ length: count }, (_, i) =>
      ruleFor(`SUMMER26_${i}OFF_`.padEnd(length, "X"), i.toString(36)),
    );

  test("is counted in bytes, not characters", () => {
    expect(utf8Length("aü€🎉\ud800")).toBe(1 + 2 + 3 + 4 + 3);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, "utf8"));
      }),
    );
  });

  test("goes on in a second shard, each no longer than a function can read", () => {
    const rules = many(500);
    const shards = shardsOf(rules);
    expect(shards).toHaveLength(2);
    for (const shard of shards) expect(utf8Length(shard)).toBeLessThanOrEqual(10_000);
    const { rules: opened, problem } = openRules(shards);
    expect(problem).toBeNull();
    for (const { match, id } of rules) {
      const key = match.kind === "code" ? match.key : "";
      expect(opened && ruleOf(opened, key)?.id).toBe(id);
    }
  });

  test("without its second shard the first holds, and it is said", () => {
    const shards = shardsOf(many(500));
    for (const second of [undefined, shards[1]?.slice(0, -2), "1;x;;", 5]) {
      const { rules, problem } = openRules([shards[0], second]);
      expect(problem).not.toBeNull();
      expect(rules && ruleOf(rules, "SUMMER26_0OFF_".padEnd(24, "X"))?.id).toBe("0");
    }
    // What was left there by a longer set of rules is not read.
    const [small = ""] = shardsOf(many(1));
    expect(openRules([small, shards[1]]).rules).toBe(small);
  });

  test("too much is said, not cut", () => {
    const encoded = encodeRules(many(900));
    expect(encoded).toMatchObject({ ok: false, problem: "too_large", limitBytes: 20_000 });
    expect(encodeRules([ruleFor("Q".repeat(9_990), "a")]).ok).toBe(false);
    const uses = Array.from({ length: 2_000 }, (_, i) => used(`a${i}`, 1));
    expect(encodeStanding({ ...EMPTY_STANDING, uses }).ok).toBe(false);
  });

  test("holds six hundred campaigns, and five hundred uses of a customer", () => {
    expect(encodeRules(many(600)).ok).toBe(true);
    const uses = Array.from({ length: 500 }, (_, i) => used(`a${i}`, ["2026-11-02"]));
    expect(encodeStanding({ ...EMPTY_STANDING, uses }).ok).toBe(true);
  });

  test("a rule beyond what the wire carries is a mistake", () => {
    const limit = { perCustomer: 1, window: "day", counter: "campaign" } as const;
    for (const terms of [
      { limits: [limit, limit, limit, limit] },
      { groups: ["+1", "+2", "+3"] as const },
      { limits: [{ ...limit, counter: "+1" as const }] },
    ]) {
      expect(() => encodeRules([ruleFor("A", "a", terms)])).toThrow(RangeError);
    }
  });
});

describe("what goes on the wire when not all fits", () => {
  const candidates = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: i.toString(36),
      rules: [ruleFor(`SUMMER26_${i}OFF_`.padEnd(30, "X"), i.toString(36))],
      // The later their number, the longer ago they were used.
      lastUsed: new Date((20_000 - i) * 86_400_000).toISOString().slice(0, 10),
    }));
  const choose = (count: number, texts: TextBlock[] = []) =>
    chooseRules(candidates(count), () => texts);

  test("everything in full while it fits", () => {
    expect(choose(400)).toMatchObject({ folded: [], dropped: [], limitBytes: 20_000 });
  });

  test("then those used longest ago are folded, no more than it takes, and still held", () => {
    const chosen = choose(700);
    expect(chosen.dropped).toEqual([]);
    expect(chosen.folded[0]).toBe((699).toString(36));
    expect(chosen.folded.length).toBeGreaterThan(50);
    expect(chosen.folded.length).toBeLessThan(600);
    expect(chosen.bytes).toBeGreaterThan(19_700);
    const { rules } = openRules(chosen.shards);
    for (const { id, rules: own } of candidates(700)) {
      const [{ match } = { match: null }] = own;
      expect(rules && ruleOf(rules, match?.kind === "code" ? match.key : "")?.id).toBe(id);
    }
    expect(rules && ruleOf(rules, "SUMMER26_NOTOURS")).toBeNull();
  });

  test("only then are they left out, those used longest ago first", () => {
    const chosen = choose(2_000);
    expect(chosen.dropped[0]).toBe((1_999).toString(36));
    expect(chosen.dropped.length + chosen.folded.length).toBe(2_000);
    expect(chosen.folded.length).toBe(850);
    const { rules } = openRules(chosen.shards);
    expect(rules && ruleOf(rules, "SUMMER26_0OFF_".padEnd(30, "X"))?.id).toBe("0");
  });

  test("the sentences have their room first", () => {
    const texts = ["EN", "DE"].map((language) => ({ language, block: language.repeat(2_000) }));
    expect(choose(2_000, texts).dropped.length).toBeGreaterThan(choose(2_000).dropped.length);
    expect(choose(2_000, texts).shards.join("")).toContain(texts[1]?.block);
  });
});
