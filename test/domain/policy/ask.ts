import { guestDigest, guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { codeDate, dayCode } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import type { Buyer, GuestBook, Question } from "#app/domain/policy/question.ts";
import { EVERYONE, type GuardRule } from "#app/domain/policy/rule.ts";
import { openRules, type OpenRules } from "#app/domain/policy/rules-reader.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import { encodeStanding } from "#app/domain/policy/standing-wire.ts";
import { EMPTY_STANDING, type CountedUses, type Standing } from "#app/domain/policy/standing.ts";
import { limitFrom } from "#app/domain/policy/terms-text.ts";
import type { Rejection, Verdict } from "#app/domain/policy/verdict.ts";
import type { GuardLimit } from "#app/domain/policy/limit.ts";

/** A rule for one code that asks nothing, and what is given otherwise. */
export const ruleFor = (key: string, id: string, terms: Partial<GuardRule> = {}): GuardRule => ({
  id,
  match: { kind: "code", key },
  groups: [],
  limits: [],
  eligibility: EVERYONE,
  guest: "match",
  hasTexts: false,
  ...terms,
});

/** One entry of a standing: as many uses as days, or `total` when no window asks for days. */
export const used = (counter: string, days: readonly string[] | number): CountedUses =>
  typeof days === "number"
    ? { counter, total: days, days: [] }
    : { counter, total: days.length, days: [...days].sort().reverse() };

/** Written and read again, as the function does. */
export function throughWire(rules: readonly GuardRule[]): OpenRules {
  const encoded = encodeRules(rules);
  const opened = encoded.ok ? openRules(encoded.shards).rules : null;
  if (!opened) throw new Error("What was written must be read");
  return opened;
}

export function standingThroughWire(standing: Partial<Standing>): string {
  const encoded = encodeStanding({ ...EMPTY_STANDING, ...standing });
  if (!encoded.ok) throw new Error("Too large for the wire");
  return encoded.text;
}

export const GUEST_KEY: DigestKey = [1, 2, 3, 4];
const EMAIL = "kim@example.com";

/** A guest with these marks on the wire, made on `asOf`. */
export function guestWith(
  marks: readonly { counter: string; period: string }[],
  asOf: string,
): { buyer: Buyer; guests: GuestBook } {
  const identity = guestIdentity(GUEST_KEY, "e", EMAIL);
  const digests = marks.map(({ counter, period }) =>
    guestDigest(GUEST_KEY, counter, period, identity),
  );
  const encoded = encodeGuests(digests, GUEST_KEY, { asOf });
  const buyer: Buyer = { state: "guest", email: EMAIL, phone: "", orders: null };
  return {
    buyer,
    guests: openGuests(encoded.ok ? encoded.shards : [], buyer),
  };
}

export type Asked = Partial<Omit<Question, "standing" | "codes" | "rules" | "state" | "today">> & {
  rules?: readonly GuardRule[] | null;
  state?: Buyer["state"];
  buyer?: Buyer;
  /** Null: cannot be read. Empty: nothing was ever written. */
  standing?: Partial<Standing> | null | "";
  localDate?: string;
};

/** A verdict with its limit read and its day as a date. */
export type Said =
  | Exclude<Verdict, Rejection>
  | (Omit<Rejection, "limit" | "until"> & { limit?: GuardLimit | null; until?: string });

/** Asks as the checkout does: through the wire. A code in brackets is already applied. */
export function askGuard(
  rules: readonly GuardRule[],
  codes: readonly (string | readonly [string])[],
  { standing = {}, orders = 0, rules: given = rules, buyer, ...rest }: Asked = {},
): Said[] {
  const verdicts = judge({
    rules: given && throughWire(given),
    standing: standing && standingThroughWire(standing),
    guests: rest.guests ?? null,
    state: buyer?.state ?? rest.state ?? "signed_in",
    orders,
    codes: codes.map((code) =>
      typeof code === "string" ? { code, rejectable: true } : { code: code[0], rejectable: false },
    ),
    today: dayCode(rest.localDate ?? "2026-11-23"),
  });
  return verdicts.map((verdict) => {
    if (verdict.outcome === "accept") return verdict;
    const { limit, until, ...same } = verdict;
    return {
      ...same,
      ...(limit === undefined ? {} : { limit: limitFrom(limit) }),
      ...(until === undefined ? {} : { until: codeDate(until) }),
    };
  });
}

export const outcomesOf = (verdicts: readonly (Said | Verdict)[]): string[] =>
  verdicts.map((verdict) => (verdict.outcome === "accept" ? "accept" : verdict.reason));
