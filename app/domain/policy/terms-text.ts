import type { GroupId, GuardLimit } from "./limit.ts";
import { GUEST_POLICIES, type RuleTerms } from "./rule.ts";
import { dayNumber, dayText } from "./day.ts";
import { escapeText, unescapeText } from "./wire-text.ts";

/*
 * A rule's terms as text: flags, limits, groups, then the memberships asked for: all of, any of,
 * none of. Lists are parted by "|", and what is empty at the end is left out.
 *
 *   mi,m.2|l.1..+7,7,,5551|#vip
 *
 * Flags: the first letter of the guest policy; "n" new or "r" returning customers only; "i" signed
 * in only; "t" has texts of its own. A limit: the window's letter, how many, what the window needs
 * (both days of a period, or the days of a rolling one), and "=" for one code or a group.
 */
const WINDOWS = ["lifetime", "day", "week", "month", "quarter"] as const;
const LETTERS = "ldwmqpr";

/** Width of a day on the wire: base 36. */
export const DAY_WIDTH = 3;

export function dayCode(day: number): string {
  return Math.max(0, Math.min(day, 46_655)).toString(36).padStart(DAY_WIDTH, "0");
}

export function termsText(terms: RuleTerms): string {
  const { limits, groups, eligibility: who, guest, hasTexts } = terms;
  const flags =
    guest.charAt(0) +
    (who.customers === "everyone" ? "" : who.customers.charAt(0)) +
    (who.signedIn ? "i" : "") +
    (hasTexts ? "t" : "");
  const lists = [
    limits.map((limit) => limitText(limit) + counterText(limit)),
    groups.map((group) => group.slice(1)),
    who.all.map(escapeText),
    who.any.map(escapeText),
    who.none.map(escapeText),
  ];
  return [flags, ...lists.map((list) => list.join("|"))].join(",").replace(/,+$/, "");
}

/** A limit without what it counts: what its phrase in a sentence is found by. */
export function limitText({ perCustomer, window }: GuardLimit): string {
  if (typeof window === "string") return window.charAt(0) + "." + perCustomer;
  if (window.kind === "rolling") return "r." + perCustomer + "." + window.days;
  const days = [window.first, window.last].map((date) => dayCode(dayNumber(date) ?? 0));
  return "p." + perCustomer + "." + days.join("");
}

function counterText({ counter, window }: GuardLimit): string {
  if (counter === "campaign") return "";
  return (typeof window === "string" ? ".." : ".") + (counter === "code" ? "=" : counter);
}

/** Terms that cannot be read hold nothing: null. */
export function termsFrom(id: string, text: string): RuleTerms | null {
  const [flags = "", limitList, groups, all, any, none] = text.split(",");
  const guest = GUEST_POLICIES["msa".indexOf(flags.charAt(0) || "?")];
  if (!guest) return null;
  const limits: GuardLimit[] = [];
  for (const part of listed(limitList)) {
    const limit = limitFrom(part);
    if (!limit) return null;
    limits.push(limit);
  }
  const customers = flags.includes("n") ? "new" : flags.includes("r") ? "returning" : "everyone";
  return {
    id,
    groups: listed(groups).map((group): GroupId => `+${group}`),
    limits,
    eligibility: {
      all: listed(all).map(unescapeText),
      any: listed(any).map(unescapeText),
      none: listed(none).map(unescapeText),
      customers,
      signedIn: flags.includes("i"),
    },
    guest,
    hasTexts: flags.includes("t"),
  };
}

const listed = (text: string | undefined): string[] => (text ? text.split("|") : []);

function limitFrom(text: string): GuardLimit | null {
  const [letter, most, days = "", counted] = text.split(".");
  const at = LETTERS.indexOf(letter || "?");
  const perCustomer = Number(most);
  if (at < 0 || !(perCustomer >= 1)) return null;
  let window: GuardLimit["window"] | undefined = WINDOWS[at];
  if (letter === "r") window = { kind: "rolling", days: Number(days) };
  if (letter === "p") {
    const [first, last] = [days.slice(0, DAY_WIDTH), days.slice(DAY_WIDTH)];
    window = { kind: "period", first: dateFrom(first), last: dateFrom(last) };
  }
  const counter = !counted ? "campaign" : counted === "=" ? "code" : (counted as GroupId);
  return window ? { perCustomer, window, counter } : null;
}

const dateFrom = (code: string): string => dayText(parseInt(code, 36));
