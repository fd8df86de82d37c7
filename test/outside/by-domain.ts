import { codeKey } from "#app/domain/code/code-key.ts";
import { guestDigest, guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { dayCode } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { foldUses, guestMarks, type LedgerUse } from "#app/domain/policy/fold-uses.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import { EVERYONE, type GuardRule } from "#app/domain/policy/rule.ts";
import { openRules } from "#app/domain/policy/rules-reader.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";

import { encodeStanding } from "#app/domain/policy/standing-wire.ts";
import { EMPTY_STANDING } from "#app/domain/policy/standing.ts";
import type { Verdict } from "#app/domain/policy/verdict.ts";
import { canonicalEmail, phoneDigits } from "#app/domain/policy/wire-key.ts";
import { buyerOf, CODE, TODAY, type Attempt, type OutsideCase, type Shopper } from "./case.ts";

const RULE = "1";
const KEY: DigestKey = [11, 22, 33, 44];

/** A person, by everything their orders name: digests of guests are of these. */
type Person = { customerIds: Set<number>; names: Set<string>; uses: LedgerUse[] };

/** What the domain alone says of an attempt: no database, no services; the past told to it as it is. */
export function judgedByDomain(case_: OutsideCase, attempt: Attempt): Verdict {
  const rule = ruleOf(case_);
  const encoded = encodeRules([rule]);
  if (!encoded.ok) throw new Error("One rule does not fit.");
  const { rules } = openRules(encoded.shards);
  const people = peopleOf(case_);
  const buyer = buyerOf(attempt);
  const shards = guestShards(people, rule);
  const [verdict] = judge({
    rules,
    standing: standingOf(people, rule, attempt.by),
    guests: buyer.state === "guest" ? openGuests(shards, buyer) : null,
    state: buyer.state,
    orders: buyer.orders,
    codes: [{ code: attempt.code ?? CODE, rejectable: true }],
    today: dayCode(TODAY),
  });
  if (!verdict) throw new Error("Nothing was said.");
  return verdict;
}

function ruleOf({ limit }: OutsideCase): GuardRule {
  const window = limit?.window ?? "lifetime";
  return {
    match: { kind: "code", key: codeKey(CODE) },
    id: RULE,
    groups: [],
    limits: limit ? [{ perCustomer: limit.perCustomer, window, counter: "campaign" }] : [],
    eligibility: EVERYONE,
    guest: "match",
    hasTexts: false,
  };
}

/** Orders that share an account, an e-mail as its provider sees it, or a phone number are one person's. */
function peopleOf({ past, freesOnCancel = true }: OutsideCase): Person[] {
  const people: Person[] = [];
  for (const { by, code = CODE, then } of past) {
    const names = namesOf(by);
    const { customerId } = by;
    const same = people.filter(
      (person) =>
        (customerId !== undefined && person.customerIds.has(customerId)) ||
        names.some((name) => person.names.has(name)),
    );
    const person: Person = { customerIds: new Set(), names: new Set(names), uses: [] };
    if (customerId !== undefined) person.customerIds.add(customerId);
    for (const other of same) {
      other.customerIds.forEach((id) => person.customerIds.add(id));
      other.names.forEach((name) => person.names.add(name));
      person.uses.push(...other.uses);
      people.splice(people.indexOf(other), 1);
    }
    const isFreed = then === "refunded" || (then === "cancelled" && freesOnCancel);
    if (code !== null && codeKey(code) === codeKey(CODE) && !isFreed) {
      person.uses.push({
        campaign: RULE,
        groups: [],
        codeKey: codeKey(CODE),
        day: TODAY,
        costMinor: 0,
      });
    }
    people.push(person);
  }
  return people;
}

function namesOf({ email, phone }: Shopper): string[] {
  const mailbox = email === undefined ? null : canonicalEmail(email);
  const digits = phone === undefined ? null : phoneDigits(phone);
  return [...(mailbox ? ["e" + mailbox] : []), ...(digits ? ["p" + digits] : [])];
}

/** Null for whoever has no account, or one that no order names: nothing stands on it. */
function standingOf(
  people: readonly Person[],
  rule: GuardRule,
  { customerId }: Shopper,
): string | null {
  const person = people.find(({ customerIds }) => customerIds.has(customerId ?? NaN));
  if (!person) return null;
  const encoded = encodeStanding({
    ...EMPTY_STANDING,
    uses: foldUses(person.uses, [rule], TODAY),
  });
  if (!encoded.ok) throw new Error("A standing that is too long");
  return encoded.text;
}

function guestShards(people: readonly Person[], rule: GuardRule): readonly string[] {
  const digests = people.flatMap(({ names, uses }) =>
    guestMarks(uses, [rule], TODAY).flatMap(({ counter, period }) =>
      [...names].map((name) => {
        const kind = name.startsWith("e") ? "e" : "p";
        return guestDigest(KEY, counter, period, guestIdentity(KEY, kind, name.slice(1)));
      }),
    ),
  );
  const encoded = encodeGuests(digests, KEY, { asOf: TODAY });
  if (!encoded.ok) throw new Error("A few guests do not fit.");
  return encoded.shards;
}
