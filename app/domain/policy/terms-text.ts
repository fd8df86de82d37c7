import { codeDate, DAY_WIDTH } from "./day-code.ts";
import { LIMIT_WINDOWS, spendCapOf, type GroupId, type GuardLimit } from "./limit.ts";
import { GUEST_POLICIES, type RuleTerms } from "./rule.ts";
import { windowText } from "./window-days.ts";
import { escapeText, unescapeText } from "./wire-text.ts";

/*
 * A rule's terms as text: flags, limits, groups, then the memberships asked for: any of, all of,
 * none of. Lists are parted by "|", and what is empty at the end is left out.
 *
 *   m-i,m.2.0|l.1.1.+7,+7,%23vip,,5551
 *
 * Flags, each in its place and "-" when it is not set: the first letter of the guest policy; "n" new
 * or "r" returning customers only; "i" signed in only; "t" has texts of its own. A limit: the window
 * (`windowText`), how many, and "=" for one code, a group, or a cap per customer (`SpendCounter`).
 *
 * The judge reads it in place (`evaluate.ts`): to make objects of it would cost more than to judge.
 */

export function termsText(terms: RuleTerms, phrases: readonly string[]): string {
  const { limits, groups, eligibility: who, guest, hasTexts } = terms;
  const flags =
    guest.charAt(0) +
    (who.customers === "everyone" ? "-" : who.customers.charAt(0)) +
    (who.signedIn ? "i" : "-") +
    (hasTexts ? "t" : "-");
  const lists = [
    limits.map((limit) => limitText(limit, phrases)),
    groups,
    who.any.map((name) => escapeText(name)),
    who.all.map((name) => escapeText(name)),
    who.none.map((name) => escapeText(name)),
  ];
  return [flags.replace(/-+$/, ""), ...lists.map((list) => list.join("|"))]
    .join(",")
    .replace(/,+$/, "");
}

export function limitText(limit: GuardLimit, phrases: readonly string[]): string {
  const { perCustomer, window, counter } = limit;
  const counted = counter === "campaign" ? "" : "." + (counter === "code" ? "=" : counter);
  const phrase = Math.max(0, phrases.indexOf(phraseName(limit)));
  return windowText(window) + "." + perCustomer + "." + phrase + counted;
}

/** What the limits of these rules are called in words, each once; the words stand in this order (`text-blocks.ts`). */
export function phraseNames(rules: readonly RuleTerms[]): string[] {
  return [...new Set(rules.flatMap(({ limits }) => limits.map(phraseName)))].sort();
}

/** Limits that sound alike share one. */
export function phraseName({ window, perCustomer, counter }: GuardLimit): string {
  if (spendCapOf({ counter }) !== null) return "$";
  const isPeriod = typeof window === "object" && window.kind === "period";
  return (isPeriod ? "p" : windowText(window)) + "." + perCustomer;
}

const FLAGS = /^[msa](?:[-nr](?:[-i](?:[-t])?)?)?$/;

/** Terms taken apart (`ruleOf`), their rule's id first; null when they cannot be read. */
export function termsFrom(parts: readonly string[] | null): RuleTerms | null {
  const [id = "", flags = "", ...lists] = parts ?? [];
  const guest = GUEST_POLICIES.find((policy) => policy.charAt(0) === flags[0]);
  const [limits = [], groups = [], any = [], all = [], none = []] = lists.map(listed);
  const read = limits.flatMap((text) => limitFrom(text) ?? []);
  if (id === "" || !guest || !FLAGS.test(flags) || read.length < limits.length) return null;
  return {
    id,
    groups: groups as GroupId[],
    limits: read,
    eligibility: {
      all: all.map(unescapeText),
      any: any.map(unescapeText),
      none: none.map(unescapeText),
      customers: flags[1] === "n" ? "new" : flags[1] === "r" ? "returning" : "everyone",
      signedIn: flags[2] === "i",
    },
    guest,
    hasTexts: flags[3] === "t",
  };
}

/** Null when it cannot be read. */
export function limitFrom(text: string): GuardLimit | null {
  const [span = "", most = "", , counted = ""] = text.split(".");
  const window = windowFrom(span);
  const perCustomer = Number(most);
  if (!window || !(perCustomer >= 1)) return null;
  const counter = counted === "" ? "campaign" : counted === "=" ? "code" : (counted as GroupId);
  return { perCustomer, window, counter };
}

const SPAN = /^(?:[ldwmq]|r\d+|p\d{12})$/;

function windowFrom(span: string): GuardLimit["window"] | undefined {
  if (!SPAN.test(span)) return undefined;
  const days = span.slice(1);
  if (span[0] === "r") return { kind: "rolling", days: Number(days) };
  if (span[0] === "p") {
    const [first, last] = [days.slice(0, DAY_WIDTH), days.slice(DAY_WIDTH)];
    return { kind: "period", first: codeDate(first), last: codeDate(last) };
  }
  return LIMIT_WINDOWS.find((window) => window.charAt(0) === span[0]);
}

const listed = (list: string): string[] => (list ? list.split("|") : []);
