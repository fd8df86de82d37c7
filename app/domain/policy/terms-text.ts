import { FOREVER } from "./day.ts";
import type { GroupId, GuardLimit } from "./limit.ts";
import { GUEST_POLICIES, type RuleTerms } from "./rule.ts";
import { escapeText } from "./wire-text.ts";

/*
 * A rule's terms as text: flags, limits, groups, then the memberships asked for: any of, all of,
 * none of. Lists are parted by "|", and what is empty at the end is left out.
 *
 *   mi,m.2|l.1.+7,+7,%23vip,,5551
 *
 * Flags: the first letter of the guest policy; "n" new or "r" returning customers only; "i" signed
 * in only; "t" has texts of its own. A limit: the window's letter ("p" and both days of a promotional
 * period, "r" and the days of a rolling one), how many, and "=" for one code or a group.
 */
const WINDOWS = ["lifetime", "day", "week", "month", "quarter"] as const;

/** Width of a day on the wire: base 36. */
export const DAY_WIDTH = 3;

export function dayCode(day: number): string {
  return Math.max(0, Math.min(day, FOREVER)).toString(36).padStart(DAY_WIDTH, "0");
}

export function termsText(terms: RuleTerms): string {
  const { limits, groups, eligibility: who, guest, hasTexts } = terms;
  const flags =
    guest.charAt(0) +
    (who.customers === "everyone" ? "" : who.customers.charAt(0)) +
    (who.signedIn ? "i" : "") +
    (hasTexts ? "t" : "");
  const lists = [
    limits.map(limitText),
    groups,
    who.any.map(escapeText),
    who.all.map(escapeText),
    who.none.map(escapeText),
  ];
  return [flags, ...lists.map((list) => list.join("|"))].join(",").replace(/,+$/, "");
}

function limitText({ perCustomer, window, counter }: GuardLimit): string {
  const counted = counter === "campaign" ? "" : "." + (counter === "code" ? "=" : counter);
  if (typeof window === "string") return window.charAt(0) + "." + perCustomer + counted;
  if (window.kind === "rolling") return "r" + window.days + "." + perCustomer + counted;
  return "p" + window.first + window.last + "." + perCustomer + counted;
}

/**
 * Terms after their rule's id and ","; null when they cannot be read, which holds nothing. Memberships stay as they are
 * written, as they do in the standing they are looked for in.
 */
export function termsFrom(text: string): RuleTerms | null {
  const parts = text.split(",");
  const flags = parts[1] ?? "";
  const guest = GUEST_POLICIES["msa".indexOf(flags[0] ?? "?")];
  if (!guest) return null;
  const limits: GuardLimit[] = [];
  const written = listed(parts[2]);
  for (let at = 0; at < written.length; at++) {
    const limit = written[at]!.split(".");
    const span = limit[0]!;
    const counted = limit[2];
    const perCustomer = +(limit[1] ?? "");
    let window: GuardLimit["window"] | undefined = WINDOWS["ldwmq".indexOf(span[0] ?? "?")];
    if (span[0] === "r") window = { kind: "rolling", days: +span.slice(1) };
    if (span[0] === "p")
      window = { kind: "period", first: span.slice(1, 11), last: span.slice(11) };
    if (!window || !(perCustomer >= 1)) return null;
    const counter = counted ? (counted === "=" ? "code" : (counted as GroupId)) : "campaign";
    limits.push({ perCustomer, window, counter });
  }
  return {
    id: parts[0]!,
    groups: listed(parts[3]) as GroupId[],
    limits,
    eligibility: {
      any: listed(parts[4]),
      all: listed(parts[5]),
      none: listed(parts[6]),
      customers: flags.indexOf("n") > 0 ? "new" : flags.indexOf("r") > 0 ? "returning" : "everyone",
      signedIn: flags.indexOf("i") > 0,
    },
    guest,
    hasTexts: flags.indexOf("t") > 0,
  };
}

const listed = (list: string | undefined): string[] => (list ? list.split("|") : []);
