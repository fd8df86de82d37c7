import type { CartLinesDiscountsGenerateRunResult } from "#guard/generated/api.ts";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import { guestDigest, guestIdentity } from "#app/domain/policy/digest.ts";
import { EVERYONE, type GuardRule } from "#app/domain/policy/rule.ts";
import { EMPTY_STANDING, type CountedUses } from "#app/domain/policy/standing.ts";
import type { Checkout } from "./guard-input.ts";

/** A checkout and what the guard must answer. */
export type GuardFixture = { checkout: Checkout; output: CartLinesDiscountsGenerateRunResult };

const KEY: DigestKey = [1, 2, 3, 4];

const welcome: GuardRule = {
  id: "a1",
  match: { kind: "code", key: "WELCOME" },
  groups: [],
  limits: [{ perCustomer: 1, window: "lifetime", counter: "campaign" }],
  eligibility: EVERYONE,
  guest: "match",
  hasTexts: false,
};
const vip: GuardRule = {
  ...welcome,
  id: "a2",
  match: { kind: "code", key: "VIP" },
  limits: [],
  eligibility: { ...EVERYONE, any: ["501"] },
};
const batch: GuardRule = {
  ...welcome,
  id: "a3",
  match: { kind: "unique", prefix: "XMAS26-", length: 8, alphabet: "safe" },
  limits: [{ perCustomer: 2, window: "month", counter: "campaign" }],
};
/** One welcome offer ever, whichever campaign's; twice in thirty days; in the promotion once. */
const hello: GuardRule = {
  ...welcome,
  id: "b1",
  match: { kind: "code", key: "HELLO" },
  groups: ["+7"],
  limits: [{ perCustomer: 1, window: "lifetime", counter: "+7" }],
};
const hi: GuardRule = {
  ...hello,
  id: "b2",
  match: { kind: "code", key: "HI" },
  limits: [
    { perCustomer: 1, window: "lifetime", counter: "+7" },
    { perCustomer: 2, window: { kind: "rolling", days: 30 }, counter: "campaign" },
  ],
};
const friday: GuardRule = {
  ...welcome,
  id: "b3",
  match: { kind: "code", key: "FRIDAY" },
  limits: [
    {
      perCustomer: 1,
      window: { kind: "period", first: "2026-11-20", last: "2026-11-30" },
      counter: "code",
    },
  ],
};
const first: GuardRule = {
  ...welcome,
  id: "b4",
  match: { kind: "code", key: "FIRST" },
  limits: [],
  eligibility: { ...EVERYONE, customers: "new", none: ["#staff"] },
};
const members: GuardRule = {
  ...welcome,
  id: "b5",
  match: { kind: "code", key: "MEMBERS" },
  guest: "sign_in",
};
const rules = [welcome, vip, batch, hello, hi, friday, first, members];
const reject = (message: string, ...codes: string[]) => ({
  enteredDiscountCodesReject: { codes: codes.map((code) => ({ code })), message },
});
/** Uses by their days, newest first, or only how many. */
const used = (counter: string, ...days: string[] | [number]): CountedUses => {
  const [count] = days;
  return typeof count === "number"
    ? { counter, total: count, days: [] }
    : { counter, total: days.length, days: days as string[] };
};
const once = "This code can be used once per customer; you are welcome to try another one.";
const selected = "This code is for selected customers; you are welcome to try another one.";

/** By name. What Shopify would hand over and take back is made from these and checked by schema. */
export const FIXTURES: Readonly<Record<string, GuardFixture>> = {
  "a first use is accepted": {
    checkout: { rules, standing: EMPTY_STANDING, isAuthenticated: true, codes: ["welcome"] },
    output: { operations: [] },
  },
  "a limit that is reached": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [used("a1", 1)] },
      isAuthenticated: true,
      codes: ["Welcome", "NOTOURS"],
    },
    output: { operations: [reject(once, "Welcome")] },
  },
  "a monthly limit, in German, to a signed-in shopper": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [used("a3", "2026-11-09", "2026-11-02")] },
      isAuthenticated: true,
      codes: ["xmas26-bcdfghjk"],
      language: "DE",
    },
    output: {
      operations: [
        reject(
          "Dieser Code gilt 2-mal im Monat pro Person; nach dem 30. November 2026 steht er wieder für Sie bereit.",
          "xmas26-bcdfghjk",
        ),
      ],
    },
  },
  "the same to someone who typed the e-mail only: no date": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [used("a3", "2026-11-09", "2026-11-02")] },
      email: "kim@example.com",
      codes: ["XMAS26-BCDFGHJK"],
    },
    output: {
      operations: [
        reject(
          "This code can be used 2 times a month per customer; you are welcome to try another one.",
          "XMAS26-BCDFGHJK",
        ),
      ],
    },
  },
  "codes refused for one reason share a message": {
    checkout: {
      rules: [welcome, { ...welcome, id: "a9", match: { kind: "code", key: "HELLO" } }, vip],
      standing: {
        ...EMPTY_STANDING,
        uses: [used("a1", 1), used("a9", 3)],
      },
      isAuthenticated: true,
      codes: ["WELCOME", "VIP", "HELLO"],
    },
    output: { operations: [reject(once, "WELCOME", "HELLO"), reject(selected, "VIP")] },
  },
  "a code that can no longer be rejected is left": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [used("a1", 1)] },
      isAuthenticated: true,
      codes: [{ code: "WELCOME", rejectable: false }],
    },
    output: { operations: [] },
  },
  "a guest who used it under an alias": {
    checkout: {
      rules,
      email: "K.im+again@googlemail.com",
      guests: {
        digests: [guestDigest(KEY, "a1", "l000000", guestIdentity(KEY, "e", "kim@gmail.com"))],
        key: KEY,
      },
      codes: ["WELCOME"],
    },
    output: { operations: [reject(once, "WELCOME")] },
  },
  "another guest": {
    checkout: {
      rules,
      email: "sam@example.com",
      guests: {
        digests: [guestDigest(KEY, "a1", "l000000", guestIdentity(KEY, "e", "kim@gmail.com"))],
        key: KEY,
      },
      codes: ["WELCOME"],
    },
    output: { operations: [] },
  },
  "a code for a segment, typed by nobody known": {
    checkout: { rules, codes: ["VIP"] },
    output: { operations: [reject("Please sign in to use this code.", "VIP")] },
  },
  "a disqualified customer": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, disqualified: [{ scope: "*", until: "2026-12-24" }] },
      isAuthenticated: true,
      codes: ["WELCOME", "NOTOURS"],
    },
    output: {
      operations: [
        reject(
          "This code is not available to you up to December 24, 2026; please contact us if you need help.",
          "WELCOME",
        ),
      ],
    },
  },
  "a known customer who is asked to sign in": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, signIn: [{ scope: "a1", until: "2026-12-24" }] },
      codes: ["WELCOME", "HI"],
    },
    output: { operations: [reject("Please sign in to use this code.", "WELCOME")] },
  },
  "the same customer, signed in": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, signIn: [{ scope: "a1", until: "2026-12-24" }] },
      isAuthenticated: true,
      codes: ["WELCOME"],
    },
    output: { operations: [] },
  },
  "a guest who is asked to sign in": {
    checkout: {
      rules,
      email: "kim@example.com",
      guests: {
        digests: [],
        signIn: [guestDigest(KEY, "*", "x", guestIdentity(KEY, "e", "kim@example.com"))],
        key: KEY,
      },
      codes: ["WELCOME"],
      language: "DE",
    },
    output: {
      operations: [reject("Bitte melden Sie sich an, um diesen Code zu verwenden.", "WELCOME")],
    },
  },
  "one offer of a group ever, by another campaign's code, and both in one cart": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [used("b2", "2026-11-20")] },
      isAuthenticated: true,
      codes: ["hello", " HI "],
    },
    output: {
      operations: [
        reject(
          "Offers of this kind can be used once per customer; you are welcome to try another one.",
          " HI ",
        ),
      ],
    },
  },
  "the longest of two limits is told; rolling windows end by their uses": {
    checkout: {
      rules: [{ ...hi, limits: hi.limits.slice(1) }, friday],
      standing: {
        ...EMPTY_STANDING,
        uses: [
          used("b2", "2026-11-20", "2026-11-03", "2026-01-01"),
          used("b3=FRIDAY", "2026-11-21"),
        ],
      },
      isAuthenticated: true,
      codes: ["HI", "FRIDAY"],
    },
    output: {
      operations: [
        reject(
          "This code can be used 2 times within 30 days per customer; it will be there for you again after December 2, 2026.",
          "HI",
        ),
        reject(
          "This code can be used once in this promotion per customer; it will be there for you again after November 30, 2026.",
          "FRIDAY",
        ),
      ],
    },
  },
  "for first orders: known to have ordered, not signed in": {
    checkout: { rules, standing: null, orders: 2, email: "kim@example.com", codes: ["FIRST"] },
    output: {
      operations: [
        reject("This code is for a first order; you are welcome to try another one.", "FIRST"),
      ],
    },
  },
  "for first orders: a customer without one, with a tag that is left out": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, memberships: ["#staff"] },
      isAuthenticated: true,
      codes: ["FIRST"],
    },
    output: { operations: [reject(selected, "FIRST")] },
  },
  "for first orders: a guest": {
    checkout: { rules, email: "new@example.com", codes: ["FIRST"] },
    output: { operations: [] },
  },
  "guests are asked to sign in, a known customer is not": {
    checkout: { rules, email: "new@example.com", codes: ["MEMBERS"], language: "DE" },
    output: {
      operations: [reject("Bitte melden Sie sich an, um diesen Code zu verwenden.", "MEMBERS")],
    },
  },
  "whoever is allowed is refused nothing": {
    checkout: {
      rules,
      standing: {
        ...EMPTY_STANDING,
        uses: [used("a1", 3)],
        disqualified: [{ scope: "*", until: null }],
        allowed: [{ scope: "a1", until: "2026-11-23" }],
      },
      isAuthenticated: true,
      codes: ["WELCOME", "VIP"],
    },
    output: {
      operations: [
        reject(
          "This code is not available for this order; please contact us if you need help.",
          "VIP",
        ),
      ],
    },
  },
  "a guest who is disqualified": {
    checkout: {
      rules,
      phone: "+49 151 2345678",
      guests: {
        digests: [guestDigest(KEY, "*", "x", guestIdentity(KEY, "p", "491512345678"))],
        key: KEY,
      },
      codes: ["WELCOME"],
    },
    output: {
      operations: [
        reject(
          "This code is not available for this order; please contact us if you need help.",
          "WELCOME",
        ),
      ],
    },
  },
  "the merchant's own sentence": {
    checkout: {
      rules,
      texts: {
        shopLanguage: "pt-br",
        languages: [],
        own: [
          {
            language: "pt-br",
            kind: "limit_reached",
            campaign: null,
            sentence: { general: "Só {limit}; até já!", personal: "Volte depois de {until}." },
          },
        ],
      },
      standing: { ...EMPTY_STANDING, uses: [used("a3", "2026-11-09", "2026-11-02")] },
      email: "kim@example.com",
      codes: ["XMAS26-BCDFGHJK"],
      language: "PT_BR",
    },
    output: { operations: [reject("Só 2× / 1 m; até já!", "XMAS26-BCDFGHJK")] },
  },
  "no rules yet": {
    checkout: { standing: null, isAuthenticated: true, codes: ["WELCOME"] },
    output: { operations: [] },
  },
};
