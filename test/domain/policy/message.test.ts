import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayCode } from "#app/domain/policy/day-code.ts";
import type { GuardLimit } from "#app/domain/policy/limit.ts";
import { messageOf } from "#app/domain/policy/message.ts";
import { openRules } from "#app/domain/policy/rules-reader.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import { REFUSAL_KINDS, sentenceProblem, type RefusalKind } from "#app/domain/policy/sentence.ts";
import { textBlocks, type ShopTexts } from "#app/domain/policy/text-blocks.ts";
import type { Rejection } from "#app/domain/policy/verdict.ts";
import { EVERYONE, issuedMembership, type GuardRule } from "#app/domain/policy/rule.ts";
import { english, german } from "#app/domain/policy/shipped-texts.ts";
import { limitText, phraseNames } from "#app/domain/policy/terms-text.ts";
import { ruleFor } from "./ask.ts";
import { anyLimit } from "./generated.ts";

const once = { perCustomer: 1, window: "lifetime", counter: "campaign" } as const;
const weekly = { perCustomer: 3, window: "week", counter: "campaign" } as const;
const group = { ...once, counter: "+7" } as const;
const rolling = { perCustomer: 2, window: { kind: "rolling", days: 30 }, counter: "code" } as const;
const period = {
  perCustomer: 1,
  window: { kind: "period", first: "2026-11-20", last: "2026-11-30" },
  counter: "campaign",
} as const;

function issuedOnly(code: string, id: string, any: string[] = []): GuardRule {
  const eligibility = { ...EVERYONE, all: [issuedMembership(id)], any };
  return ruleFor(code, id, { eligibility, hasTexts: true });
}

/** Between them they need every sentence. */
const RULES: GuardRule[] = [
  ruleFor("A", "a1", { limits: [once, weekly, rolling] }),
  ruleFor("B", "a2", { limits: [group, period], groups: ["+7"], guest: "sign_in" }),
  ruleFor("C", "a3", { eligibility: { ...EVERYONE, any: ["5"], customers: "new" } }),
  ruleFor("D", "a4", { eligibility: { ...EVERYONE, customers: "returning" } }),
  issuedOnly("F", "a6"),
];
const SHIPPED: ShopTexts = { shopLanguage: "en", languages: ["de"], own: [] };

/** To the judge it is as any membership. */
const NOT_ISSUED: Told = { reason: "not_eligible", rule: "a6", hasTexts: true };

/** A rejection with its limit and its day as they are not written. */
type Told = Partial<Omit<Rejection, "limit" | "until">> & { limit?: GuardLimit; until?: string };

const rejection = ({ limit, until, ...details }: Told, rules = RULES): Rejection => ({
  code: "SALE",
  rule: "a1",
  outcome: "reject",
  reason: "limit_reached",
  hasTexts: false,
  ...details,
  ...(limit ? { limit: limitText(limit, phraseNames(rules)) } : {}),
  ...(until ? { until: dayCode(until) } : {}),
});

/** As the shopper reads it, through the wire. */
function said(
  details: Told,
  language: string,
  { texts = SHIPPED, rules = RULES, signedIn = true } = {},
): string {
  const encoded = encodeRules(rules, textBlocks(texts, rules));
  const opened = encoded.ok ? openRules(encoded.shards).rules : null;
  return messageOf(rejection(details, rules), opened ?? "", language, signedIn);
}

describe("the sentences shipped", () => {
  test.each([
    [
      { limit: once, count: 1 },
      "This code can be used once per customer; you are welcome to try another one.",
      "Dieser Code gilt einmal pro Person; probieren Sie gern einen anderen.",
    ],
    [
      { limit: weekly, until: "2026-11-29" },
      "This code can be used 3 times a week per customer; it will be there for you again after November 29, 2026.",
      "Dieser Code gilt 3-mal in der Woche pro Person; nach dem 29. November 2026 steht er wieder für Sie bereit.",
    ],
    [
      { limit: rolling },
      "This code can be used 2 times within 30 days per customer; you are welcome to try another one.",
      "Dieser Code gilt 2-mal innerhalb von 30 Tagen pro Person; probieren Sie gern einen anderen.",
    ],
    [
      { limit: period, until: "2026-03-05" },
      "This code can be used once in this promotion per customer; it will be there for you again after March 5, 2026.",
      "Dieser Code gilt einmal in dieser Aktion pro Person; nach dem 5. März 2026 steht er wieder für Sie bereit.",
    ],
    [
      { limit: group },
      "Offers of this kind can be used once per customer; you are welcome to try another one.",
      "Angebote dieser Art gelten einmal pro Person; probieren Sie gern einen anderen Code.",
    ],
    [
      { reason: "not_eligible" },
      "This code is for selected customers; you are welcome to try another one.",
      "Dieser Code ist für ausgewählte Personen; probieren Sie gern einen anderen.",
    ],
    [
      { reason: "new_only" },
      "This code is for a first order; you are welcome to try another one.",
      "Dieser Code ist für die erste Bestellung; probieren Sie gern einen anderen.",
    ],
    [
      { reason: "returning_only" },
      "This code is for customers who have ordered before; you are welcome to try another one.",
      "Dieser Code ist für alle, die schon einmal bestellt haben; probieren Sie gern einen anderen.",
    ],
    [
      { reason: "disqualified" },
      "This code is not available for this order; please contact us if you need help.",
      "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
    ],
    [
      { reason: "disqualified", until: "2027-03-01" },
      "This code is not available to you up to March 1, 2027; please contact us if you need help.",
      "Dieser Code ist für Sie bis zum 1. März 2027 nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
    ],
    [
      { reason: "sign_in_needed" },
      "Please sign in to use this code.",
      "Bitte melden Sie sich an, um diesen Code zu verwenden.",
    ],
  ] satisfies [Told, string, string][])("%j", (details, english, german) => {
    for (const language of ["EN", "FR", "PT_BR", "", "zz"]) {
      expect(said(details, language)).toBe(english);
    }
    for (const language of ["DE", "DE_AT"]) expect(said(details, language)).toBe(german);
  });

  test("say nothing of a person to whoever is not signed in, even if it were known", () => {
    for (const { until, ...rest } of [
      { limit: weekly, until: "2026-11-29", count: 3 },
      { reason: "disqualified", until: "2027-03-01" },
    ] satisfies Told[]) {
      for (const language of ["EN", "DE"]) {
        const general = said({ ...rest, until }, language, { signedIn: false });
        expect(general).not.toMatch(/202\d/);
        expect(general).toBe(said(rest, language, { signedIn: false }));
      }
    }
  });

  test("only those that can be needed are sent", () => {
    const [english, german] = textBlocks(SHIPPED, [RULES[0]!]);
    expect([english?.language, german?.language]).toEqual(["EN", "DE"]);
    expect(english?.block).toContain("This code can be used {l}");
    expect(english?.block).toContain("This code is not available");
    // Anybody may be asked to sign in.
    expect(english?.block).toContain("Please sign in");
    expect(english?.block).not.toContain("first order");
    expect(english?.block).not.toContain("Offers of this kind");
    expect(textBlocks(SHIPPED, [])).toEqual([]);
  });

  test("name every month, in as many characters as there are", () => {
    for (let month = 0; month < 12; month++) {
      const until = `2026-${String(month + 1).padStart(2, "0")}-15`;
      const inEnglish = `${english.wording.months[month]} 15, 2026`;
      expect(said({ reason: "disqualified", until }, "EN")).toContain(inEnglish);
      const inGerman = `15. ${german.wording.months[month]} 2026`;
      expect(said({ reason: "disqualified", until }, "DE")).toContain(inGerman);
    }
  });
});

describe("a merchant's own", () => {
  const own = (
    language: string,
    kind: RefusalKind,
    general: string,
    personal: string | null = null,
    campaign: string | null = null,
  ) => ({ language, kind, campaign, sentence: { general, personal } });
  const texts: ShopTexts = {
    shopLanguage: "fr",
    languages: ["de", "pt-br"],
    own: [
      own("fr", "limit_reached", "Déjà {limit} ; 100 % fini | désolé…", "Vu {count}, fin {until}."),
      own("fr", "limit_reached", "Campagne a1 : {limit}.", null, "a1"),
      own("pt-br", "limit_reached", "Só {limit}."),
      own("de", "sign_in_needed", "Erst anmelden, bitte."),
    ],
  };

  test.each([
    [{ limit: weekly, rule: "a2" }, "FR", "Déjà 3× / 7 d ; 100 % fini | désolé…"],
    [{ limit: weekly, rule: "a2", count: 3, until: "2026-11-29" }, "FR", "Vu 3, fin 2026-11-29."],
    [{ limit: weekly, rule: "a1", hasTexts: true }, "FR", "Campagne a1 : 3× / 7 d."],
    [{ limit: weekly, rule: "a9", hasTexts: true }, "FR", "Déjà 3× / 7 d ; 100 % fini | désolé…"],
    [{ limit: weekly, rule: "a2" }, "PT_BR", "Só 3× / 7 d."],
    [
      { limit: once },
      "DE",
      "Dieser Code gilt einmal pro Person; probieren Sie gern einen anderen.",
    ],
    [{ reason: "sign_in_needed" }, "DE", "Erst anmelden, bitte."],
    // Neither the merchant nor we have it in French: English.
    [{ reason: "sign_in_needed" }, "FR", "Please sign in to use this code."],
    [{ reason: "sign_in_needed" }, "PT_BR", "Please sign in to use this code."],
  ] satisfies [Told, string, string][])("%j in %s", (details, language, expected) => {
    expect(said(details, language, { texts })).toBe(expected);
  });

  test.each([
    ["limit_reached", "general", "Only {limit}.", null],
    ["limit_reached", "personal", "{count} of {limit} until {until}", null],
    ["disqualified", "personal", "Not before {until}.", null],
    ["limit_reached", "general", "  ", "empty"],
    ["limit_reached", "general", "x".repeat(201), "too_long"],
    ["limit_reached", "general", "one\ntwo", "line_break"],
    ["limit_reached", "general", "one\u2028two", "line_break"],
    ["limit_reached", "general", "until {until}", "personal_placeholder"],
    ["limit_reached", "general", "{count} times", "personal_placeholder"],
    ["disqualified", "general", "until {until}", "personal_placeholder"],
    ["disqualified", "personal", "{count}", "unknown_placeholder"],
    ["sign_in_needed", "general", "{limit}", "unknown_placeholder"],
    ["limit_reached", "general", "{email}", "unknown_placeholder"],
    ["limit_reached", "general", "{l}", "unknown_placeholder"],
    ["limit_reached", "general", "{limit", "stray_brace"],
    ["limit_reached", "general", "}{", "stray_brace"],
    ["limit_reached", "general", "{{limit}}", "stray_brace"],
    ["limit_reached", "general", "{limit} {limit}", "repeated_placeholder"],
  ] as const)("%s, %s: %j is %s", (kind, part, text, problem) => {
    expect(sentenceProblem(kind, part, text)?.problem ?? null).toBe(problem);
  });

  test("a sentence that may not be sent gives way to the shipped one", () => {
    const bad = { ...SHIPPED, own: [own("en", "limit_reached", "Until {until}!")] };
    expect(said({ limit: once }, "EN", { texts: bad })).toMatch(/^This code can be used once/);
  });
});

describe("a campaign only for those it was issued to", () => {
  const ours =
    "This code is for those we gave it to; please sign in with the e-mail we know you by.";
  const selected = "This code is for selected customers; you are welcome to try another one.";
  const own = (kind: RefusalKind, general: string, campaign: string | null, language = "en") => ({
    ...{ language, kind, campaign, sentence: { general, personal: null } },
  });

  test.each([
    ["in the shipped words", [], "EN", ours],
    ["in German", [], "DE", german.sentences.not_issued.general],
    ["in the shop's own", [own("not_issued", "Yours?", null)], "EN", "Yours?"],
    [
      "in the campaign's own",
      [own("not_issued", "Yours?", null), own("not_issued", "By letter.", "a6")],
      "EN",
      "By letter.",
    ],
    ["not in what is said of members", [own("not_eligible", "No.", "a6")], "EN", ours],
  ])("%s", (_, texts, language, expected) => {
    expect(said(NOT_ISSUED, language, { texts: { ...SHIPPED, own: texts } })).toBe(expected);
  });

  test("says what is said of members when it asks for members, too, or when too many say it", () => {
    const both = [...RULES.slice(0, -1), issuedOnly("F", "a6", ["5"])];
    expect(said(NOT_ISSUED, "EN", { rules: both })).toBe(selected);
    const many = Array.from({ length: 21 }, (_, n) => issuedOnly(`F${n}`, `b${n}`));
    const asked = { ...NOT_ISSUED, rule: "b3" };
    expect(said(asked, "EN", { rules: many.slice(1) })).toBe(ours);
    expect(said(asked, "EN", { rules: many })).toBe(selected);
  });
});

test("whatever a merchant writes is said as written, breaks nothing and tells nothing of a person", () => {
  const text = fc
    .string({
      unit: fc.constantFrom(..."aé;|%,{}=!@🎉中\"'\\$&<>", " ", "{limit}", "%3B", "$&", "{u}"),
      minLength: 1,
      maxLength: 30,
    })
    .filter((one) => one.trim() !== "");
  const scenes = fc.record({
    text,
    limit: anyLimit(["+7"]),
    kind: fc.constantFrom(...REFUSAL_KINDS),
    signedIn: fc.boolean(),
  });
  let sent = 0;
  fc.assert(
    fc.property(scenes, ({ text: general, limit, kind, signedIn }) => {
      const isSound = sentenceProblem(kind, "general", general) === null;
      const sentence = { general, personal: null };
      const texts = { ...SHIPPED, own: [{ language: "en", kind, campaign: null, sentence }] };
      const rules = [...RULES, ruleFor("E", "a5", { limits: [limit], groups: ["+7"] })];
      const details: Told =
        kind === "limit_reached" || kind === "group_limit_reached"
          ? { limit: { ...limit, counter: kind === "limit_reached" ? "campaign" : "+7" } }
          : kind === "not_issued"
            ? NOT_ISSUED
            : { reason: kind };
      const known = { ...details, count: 98_765, until: "2031-01-31" };
      const message = said(known, "EN", { texts, rules, signedIn });
      if (isSound) {
        sent++;
        const [before = "", after = ""] = general.split("{limit}");
        expect(message.startsWith(before)).toBe(true);
        expect(message.endsWith(after)).toBe(true);
        expect(message).not.toMatch(/98765|2031/);
      } else expect(message).toMatch(/^[A-Z][^{}]*\.$/);
      expect(said(known, "DE", { texts, rules })).toMatch(/^[A-Z][^{}]*\.$/);
    }),
    { numRuns: 1500, seed: 3 },
  );
  expect(sent).toBeGreaterThan(200);
});

describe("without the sentences on the wire there is still one", () => {
  const written = (texts = SHIPPED) => {
    const encoded = encodeRules(RULES, textBlocks(texts, RULES));
    return encoded.ok ? encoded.shards : [];
  };
  const message = (rules: string, language = "EN") =>
    messageOf(rejection({ limit: once, until: "2026-11-30" }), rules, language, true);

  test("when there are none", () => {
    const encoded = encodeRules(RULES);
    for (const language of ["EN", "DE", ""]) {
      expect(message(encoded.ok ? encoded.shards.join("") : "", language)).toBe(
        "This code cannot be used.",
      );
    }
  });

  test("when they go on in a shard that is missing", () => {
    const languages = ["de", "fr", "it", "es", "nl", "pl", "sv", "da", "fi", "cs", "hu", "ro"];
    const shards = written({ ...SHIPPED, languages });
    expect(shards).toHaveLength(2);
    expect(message(openRules(shards).rules ?? "", "CS")).toMatch(/^This code can be used 1×/);
    expect(message(openRules(shards.slice(0, 1)).rules ?? "", "CS")).toBe(
      "This code cannot be used.",
    );
  });
});
