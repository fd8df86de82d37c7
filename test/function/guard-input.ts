import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import type { EnteredCode } from "#app/domain/policy/question.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { textBlocks, type ShopTexts } from "#app/domain/policy/text-blocks.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import { encodeStanding } from "#app/domain/policy/standing-wire.ts";
import type { Encoded } from "#app/domain/policy/wire-text.ts";
import type { GuardInput, LanguageCode } from "#guard/generated/api.ts";

export type Checkout = {
  rules?: readonly GuardRule[];
  texts?: ShopTexts;
  orders?: number;
  /** Left out: no customer. */
  standing?: Standing | null;
  isAuthenticated?: boolean;
  email?: string;
  phone?: string;
  guests?: {
    digests: readonly string[];
    key: DigestKey;
    asOf?: string;
    someDisqualified?: boolean;
    signIn?: readonly string[];
  };
  codes: readonly (string | EnteredCode)[];
  localDate?: string;
  language?: "EN" | "DE" | "FR" | "PT_BR";
};

/** The input Shopify would make of a checkout, by the guard's query. */
export function guardInput(checkout: Checkout): GuardInput {
  const { standing, guests } = checkout;
  const today = checkout.localDate ?? "2026-11-23";
  const shards = guests
    ? encodeGuests(guests.digests, guests.key, { asOf: today, ...guests })
    : { ok: true, shards: [] };
  if (!shards.ok || !("shards" in shards)) throw new Error("Too many guests for the wire");
  const [rules, rules1] = ruleTexts(checkout);
  return lettered({
    isAuthenticated: checkout.isAuthenticated ?? false,
    email: checkout.email ?? null,
    phone: checkout.phone ?? null,
    customer:
      standing === undefined
        ? null
        : { orders: checkout.orders ?? 0, standing: standing && textOf(encodeStanding(standing)) },
    rules: [rules, rules1],
    guests: shards.shards,
    codes: checkout.codes.map((code) =>
      typeof code === "string" ? { code, rejectable: true } : code,
    ),
    date: today,
    language: checkout.language ?? "EN",
  });
}

type Parts = {
  isAuthenticated: boolean;
  email: string | null;
  phone: string | null;
  customer: { orders: number; standing: string | null | undefined } | null;
  rules: readonly (string | undefined)[];
  guests: readonly (string | undefined)[];
  codes: readonly EnteredCode[];
  date: string;
  language: string;
};

/** The input by the letters of the query. */
export function lettered(parts: Parts): GuardInput {
  const value = (text: string | null | undefined) =>
    typeof text === "string" ? { a: text } : null;
  const { customer, rules, guests } = parts;
  return {
    a: {
      a: {
        a: parts.isAuthenticated,
        b: parts.email,
        c: parts.phone,
        d: customer && { a: customer.orders, b: value(customer.standing) },
      },
    },
    b: {
      ...{ a: value(rules[0]), b: value(rules[1]), c: value(guests[0]), d: value(guests[1]) },
      ...{ e: value(guests[2]), f: value(guests[3]) },
    },
    c: parts.codes.map(({ code, rejectable }) => ({ a: code, b: rejectable })),
    d: { a: { a: parts.date } },
    e: { a: { a: parts.language as LanguageCode } },
  };
}

/** In both languages shipped, unless the checkout says otherwise. */
export const SHIPPED_TEXTS: ShopTexts = { shopLanguage: "en", languages: ["de"], own: [] };

function ruleTexts({ rules, texts = SHIPPED_TEXTS }: Checkout): readonly string[] {
  if (!rules) return [];
  const encoded = encodeRules(rules, textBlocks(texts, rules));
  if (!encoded.ok) throw new Error("Too large for the wire");
  return encoded.shards;
}

function textOf(encoded: Encoded): string {
  if (!encoded.ok) throw new Error("Too large for the wire");
  return encoded.text;
}
