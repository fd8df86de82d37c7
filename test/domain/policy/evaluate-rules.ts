import type { GuardLimit } from "#app/domain/policy/limit.ts";
import { EVERYONE, type GuardRule } from "#app/domain/policy/rule.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import { askGuard, outcomesOf, ruleFor, type Asked } from "./ask.ts";

export const TODAY = "2026-11-23"; // a Monday

export const per = (
  perCustomer: number,
  window: GuardLimit["window"],
  counter: GuardLimit["counter"] = "campaign",
): GuardLimit => ({ perCustomer, window, counter });

export const FRIDAY = { kind: "period", first: "2026-11-20", last: "2026-11-30" } as const;
export const rolling = (days: number) => ({ kind: "rolling", days }) as const;

export const RULES: GuardRule[] = [
  ruleFor("WELCOME", "a1", { limits: [per(1, "lifetime")] }),
  ruleFor("MONTHLY", "a2", { limits: [per(2, "month")] }),
  ruleFor("VIP", "a3", { eligibility: { ...EVERYONE, any: ["501", "502"] } }),
  ruleFor("", "a4", {
    match: { kind: "unique", prefix: "XM-", length: 4, alphabet: "safe" },
    limits: [per(1, "lifetime")],
  }),
  ruleFor("MEMBERS", "a5", { limits: [per(1, "lifetime")], guest: "sign_in" }),
  ruleFor("OPEN", "a6", { limits: [per(1, "lifetime")], guest: "allow" }),
  ruleFor("FRIDAY", "b1", { limits: [per(1, FRIDAY)] }),
  ruleFor("THIRTY", "b2", { limits: [per(2, rolling(30))] }),
  ruleFor("EACH1", "b3", { limits: [per(1, "lifetime", "code"), per(3, "lifetime")] }),
  ruleFor("EACH2", "b3", { limits: [per(1, "lifetime", "code"), per(3, "lifetime")] }),
  ruleFor("HELLO", "c1", { groups: ["+7"], limits: [per(1, "lifetime", "+7")] }),
  ruleFor("HI", "c2", { groups: ["+7", "+9"], limits: [per(1, "lifetime", "+7"), per(2, "day")] }),
];

export const ask = (...asked: [Parameters<typeof askGuard>[1], Asked?]) =>
  askGuard(RULES, ...asked);
export const outcomes = (...asked: [Parameters<typeof askGuard>[1], Asked?]): string[] =>
  outcomesOf(ask(...asked));
export const uses = (...list: Standing["uses"]): Partial<Standing> => ({ uses: list });
