import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import type { EnteredCode } from "#app/domain/policy/question.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { textRecords, type ShopTexts } from "#app/domain/policy/text-records.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import { encodeStanding } from "#app/domain/policy/standing-wire.ts";
import type { Encoded } from "#app/domain/policy/wire-text.ts";
import type { GuardInput } from "#guard/generated/api.ts";

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
  const customer =
    standing === undefined
      ? null
      : {
          numberOfOrders: checkout.orders ?? 0,
          standing: standing && value(encodeStanding(standing)),
        };
  const [rules = null, rules1 = null] = ruleShards(checkout);
  const guest = (n: number) =>
    shards.shards[n] === undefined ? null : { value: shards.shards[n] };
  return {
    cart: {
      buyerIdentity: {
        isAuthenticated: checkout.isAuthenticated ?? false,
        email: checkout.email ?? null,
        phone: checkout.phone ?? null,
        customer,
      },
    },
    discount: {
      rules,
      rules1,
      guests0: guest(0),
      guests1: guest(1),
      guests2: guest(2),
      guests3: guest(3),
    },
    enteredDiscountCodes: checkout.codes.map((code) =>
      typeof code === "string" ? { code, rejectable: true } : code,
    ),
    shop: { localTime: { date: today } },
    localization: { language: { isoCode: checkout.language ?? "EN" } },
  };
}

/** In both languages shipped, unless the checkout says otherwise. */
export const SHIPPED_TEXTS: ShopTexts = { shopLanguage: "en", languages: ["de"], own: [] };

function ruleShards({ rules, texts = SHIPPED_TEXTS }: Checkout): ({ value: string } | null)[] {
  if (!rules) return [null, null];
  const encoded = encodeRules(rules, textRecords(texts, rules));
  if (!encoded.ok) throw new Error("Too large for the wire");
  return [0, 1].map((n) => {
    const text = encoded.shards[n];
    return text === undefined ? null : { value: text };
  });
}

function value(encoded: Encoded): { value: string } {
  if (!encoded.ok) throw new Error("Too large for the wire");
  return { value: encoded.text };
}
