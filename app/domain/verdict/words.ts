import { spendCapOf, type GuardLimit } from "../policy/limit.ts";
import { decimalText } from "../shared/money.ts";
import { isIssuance, type Eligibility, type GuestPolicy, type RuleTerms } from "../policy/rule.ts";
import { english } from "../policy/shipped-texts.ts";
import { limitFrom } from "../policy/terms-text.ts";
import type { Rejection } from "../policy/verdict.ts";
import type { Change, CountedReason } from "./answer.ts";
import type { IssuanceGap } from "./shopper-case.ts";
import type { Remedy } from "./remedies.ts";

/**
 * What ids are called: groups by `GroupId`, campaigns by rule, segments by number. `freedBy`: what frees a use here;
 * `currency`: of the campaign.
 */
export type Names = {
  campaign: string;
  rule: string;
  groups: Readonly<Record<string, string>>;
  segments: Readonly<Record<string, string>>;
  freedBy: string;
  currency: string;
};

/** "1 December 2026". */
export function dayWords(day: string): string {
  const month = english.wording.months[Number(day.slice(5, 7)) - 1] ?? "";
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}

/** A segment by its name, a tag as “the tag vip”, the issuance of the campaign in question. */
export function memberWords(membership: string, { segments }: Pick<Names, "segments">): string {
  if (isIssuance(membership)) return "an issuance of this campaign";
  return membership.startsWith("#")
    ? `the tag ${membership.slice(1)}`
    : (segments[membership] ?? `segment ${membership}`);
}

/** "once a month, over all campaigns of Welcome"; of a cap per customer "until 50.00 EUR are taken off". */
export function limitWords(
  limit: GuardLimit,
  { groups, currency }: Pick<Names, "groups" | "currency">,
): string {
  const { perCustomer, window, counter } = limit;
  const cap = spendCapOf(limit);
  if (cap !== null) return `until ${decimalText(cap, currency)} ${currency} are taken off`;
  const often = perCustomer === 1 ? "once" : `${perCustomer} times`;
  const span =
    window === "lifetime"
      ? " in total"
      : typeof window === "string"
        ? ` a ${window}`
        : window.kind === "rolling"
          ? ` within ${window.days} ${window.days === 1 ? "day" : "days"}`
          : ` from ${dayWords(window.first)} to ${dayWords(window.last)}`;
  const over =
    counter === "code"
      ? ", each code by itself"
      : counter === "campaign"
        ? ""
        : `, over all campaigns of ${groups[counter] ?? "a group that is deleted"}`;
  return often + span + over;
}

const GUESTS: Record<GuestPolicy, string> = {
  match: "Guests are compared by e-mail and phone.",
  sign_in: "Guests must sign in.",
  allow: "Guests are let through; their orders are looked at afterwards.",
};

/** What a campaign asks, a sentence for each condition. */
export function ruleWords({ limits, eligibility, guest }: RuleTerms, names: Names): string[] {
  return [
    ...limits.map((limit) => `Each customer can use it ${limitWords(limit, names)}.`),
    ...eligibilityWords(eligibility, names),
    GUESTS[guest],
  ];
}

function eligibilityWords(who: Eligibility, names: Names): string[] {
  const { any, none, customers, signedIn } = who;
  const all = who.all.filter((each) => !isIssuance(each));
  const list = (some: readonly string[]) => some.map((each) => memberWords(each, names)).join(", ");
  return [
    ...(all.length < who.all.length ? ["Only for those it was issued to."] : []),
    ...(all.length > 0 ? [`Only for customers with all of: ${list(all)}.`] : []),
    ...(any.length > 0 ? [`Only for customers with at least one of: ${list(any)}.`] : []),
    ...(none.length > 0 ? [`Not for customers with: ${list(none)}.`] : []),
    ...(customers === "new" ? ["Only for new customers."] : []),
    ...(customers === "returning" ? ["Only for customers who have ordered before."] : []),
    ...(signedIn ? ["Only when signed in."] : []),
  ];
}

/** Each reason in a few words, of anybody. */
export const REASON_WORDS: Record<CountedReason, string> = {
  disqualified: "Disqualified by staff",
  sign_in_needed: "Must sign in",
  not_eligible: "Not in the segments or tags",
  not_issued: "Not issued to them",
  new_only: "Has ordered before",
  returning_only: "Has not ordered before",
  limit_reached: "Limit reached",
};

/**
 * Why this shopper's code is refused, in a sentence. `count`: uses that its limit counts; `isAsked`: it is they who have to
 * sign in, and not whoever uses the campaign's codes; `issuance`: what is in the way where it had to be issued to them.
 */
export function whyWords(
  rejection: Rejection,
  { count, isAsked, issuance }: { count: number; isAsked: boolean; issuance: IssuanceGap | null },
  names: Names,
): string {
  switch (rejection.reason) {
    case "disqualified":
      return "Staff have disqualified this shopper.";
    case "sign_in_needed":
      if (isAsked) return "This shopper has been asked to sign in, and nobody is.";
      return `${names.campaign} asks for a customer who is signed in, and nobody is.`;
    case "not_eligible":
      if (issuance === "none")
        return `${names.campaign} is only for those it was issued to, and it was not issued to this customer.`;
      if (issuance === "unwritten")
        return `${names.campaign} was issued to this customer, but checkout has not been told of their account yet.`;
      return `${names.campaign} is for certain segments or tags, and this customer does not fit.`;
    case "new_only":
      return `${names.campaign} is for new customers, and this one has ordered before.`;
    case "returning_only":
      return `${names.campaign} is for customers who have ordered before, and this one has not.`;
    case "limit_reached": {
      const limit = limitFrom(rejection.limit ?? "");
      const uses = count === 1 ? "1 use counts" : `${count} uses count`;
      return `The limit for each customer is ${limit ? limitWords(limit, names) : ""}, and ${uses}.`;
    }
  }
}

export function changeOf({ then, ...remedy }: Remedy, names: Names): Change {
  return {
    words: remedyWords(remedy, names),
    remedy,
    then: then.map((each) => changeOf(each, names)),
  };
}

const OPEN = {
  guests: "Let guests use the campaign without signing in",
  signed_in: "Take out of the campaign what only a customer who is signed in can meet",
  new: "Open the campaign to customers who have ordered before",
  returning: "Open the campaign to new customers",
};

const LIFT = {
  disqualified: "Lift the disqualification from",
  signIn: "No longer ask this shopper to sign in for",
};

function remedyWords(remedy: Omit<Remedy, "then">, names: Names): string {
  const told = remedy as Remedy;
  switch (told.kind) {
    case "wait":
      return `From ${dayWords(told.from)}`;
    case "free_uses":
      return freeWords(told, names.freedBy);
    case "raise_limit":
      return `Raise the limit: ${told.limits
        .map(({ limit, to }) => `${limitWords(to, names)} instead of ${limitWords(limit, names)}`)
        .join("; ")}`;
    case "sign_in":
      return told.hasAccount ? "Sign in" : "Make an account with this shop and sign in";
    case "join":
      return joinWords(told, names);
    case "leave":
      return `Take the customer out of ${told.memberships.map((each) => memberWords(each, names)).join(", ")}`;
    case "first_order":
      return "A first order without this code";
    case "open":
      return OPEN[told.what];
    case "lift":
      return `${LIFT[told.from]} ${told.scopes.map((scope) => scopeWords(scope, names)).join(" and ")}`;
    case "allow":
      return "Put this customer on the allow-list of the campaign";
  }
}

type FreeUses = Extract<Remedy, { kind: "free_uses" }>;

function freeWords({ count, orders }: FreeUses, freedBy: string): string {
  const names = orders.map(({ name }) => name);
  const last = names.pop() ?? "";
  const how = freedBy === "" ? "" : ` (${freedBy})`;
  const listed = (word: string) =>
    names.length > 0 ? `${names.join(", ")} ${word} ${last}` : last;
  return count === 1
    ? `Free the use of order ${listed("or")}${how}`
    : `Free the uses of orders ${listed("and")}${how}`;
}

function joinWords({ all, any }: Extract<Remedy, { kind: "join" }>, names: Names): string {
  const list = (some: readonly string[], word: string) =>
    some.map((each) => memberWords(each, names)).join(word);
  const others = all.filter((each) => !isIssuance(each));
  const parts = [
    ...(others.length > 0 ? [list(others, " and ")] : []),
    ...(any.length > 0 ? [list(any, " or ")] : []),
  ];
  const join = `ring the customer into ${parts.join(", and into ")}`;
  if (others.length === all.length) return `B${join}`;
  const issue = `Record that ${names.campaign} was issued to this customer`;
  return parts.length > 0 ? `${issue}, and b${join}` : issue;
}

/** "everything", a group or a campaign by name. */
export function scopeWords(scope: string, { campaign, rule, groups }: Names): string {
  if (scope === "*") return "everything";
  if (scope === rule) return campaign;
  return `the group ${groups[scope] ?? "that is deleted"}`;
}
