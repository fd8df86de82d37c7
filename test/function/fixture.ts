import type { CartLinesDiscountsGenerateRunResult } from "#guard/generated/api.ts";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import { guestDigest, guestIdentity } from "#app/domain/policy/digest.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { EMPTY_STANDING } from "#app/domain/policy/standing.ts";
import type { Checkout } from "./guard-input.ts";

/** A checkout and what the guard must answer. */
export type GuardFixture = { checkout: Checkout; output: CartLinesDiscountsGenerateRunResult };

const KEY: DigestKey = [1, 2, 3, 4];

const welcome: GuardRule = {
  id: "a1",
  match: { kind: "code", key: "WELCOME" },
  limit: { perCustomer: 1, window: "lifetime" },
  segments: [],
  guest: "match",
};
const vip: GuardRule = {
  ...welcome,
  id: "a2",
  match: { kind: "code", key: "VIP" },
  limit: null,
  segments: ["501"],
};
const batch: GuardRule = {
  ...welcome,
  id: "a3",
  match: { kind: "unique", prefix: "XMAS26-", length: 8, alphabet: "safe" },
  limit: { perCustomer: 2, window: "month" },
};
const rules = [welcome, vip, batch];
const reject = (message: string, ...codes: string[]) => ({
  enteredDiscountCodesReject: { codes: codes.map((code) => ({ code })), message },
});
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
      standing: { ...EMPTY_STANDING, uses: [{ rule: "a1", period: "L", count: 1 }] },
      isAuthenticated: true,
      codes: ["Welcome", "NOTOURS"],
    },
    output: { operations: [reject(once, "Welcome")] },
  },
  "a monthly limit, in German, to a signed-in shopper": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [{ rule: "a3", period: "2026-11", count: 2 }] },
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
      standing: { ...EMPTY_STANDING, uses: [{ rule: "a3", period: "2026-11", count: 2 }] },
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
        uses: [
          { rule: "a1", period: "L", count: 1 },
          { rule: "a9", period: "L", count: 3 },
        ],
      },
      isAuthenticated: true,
      codes: ["WELCOME", "VIP", "HELLO"],
    },
    output: { operations: [reject(once, "WELCOME", "HELLO"), reject(selected, "VIP")] },
  },
  "a code that can no longer be rejected is left": {
    checkout: {
      rules,
      standing: { ...EMPTY_STANDING, uses: [{ rule: "a1", period: "L", count: 1 }] },
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
        digests: [guestDigest(KEY, "a1", "L", guestIdentity(KEY, "e", "kim@gmail.com"))],
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
        digests: [guestDigest(KEY, "a1", "L", guestIdentity(KEY, "e", "kim@gmail.com"))],
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
      standing: { ...EMPTY_STANDING, disqualified: [{ rule: "*", until: "2026-12-24" }] },
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
  "no rules yet": {
    checkout: { standing: null, isAuthenticated: true, codes: ["WELCOME"] },
    output: { operations: [] },
  },
};
