import { ANY_ONLY, SAFE_ONLY } from "#app/domain/code/alphabet.ts";
import { LIMIT_WINDOWS } from "./limit.ts";
import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { RuleBook } from "./question.ts";
import { GUEST_POLICIES, type GuardRule, type RuleTerms } from "./rule.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";
import { countUpTo, encoded, escapeText, recordsOf, restOf } from "./wire-text.ts";
import { seal, unescapeText, wireProblem } from "./wire-text.ts";

/*
 * Rules on the wire: one record for each code by itself, then one for all unique prefixes whose
 * codes have the same length in all and the same alphabet ("*": any), sorted:
 *
 *   1;FREESHIP,=a3,m1l;WELCOME,=a4,s2m,5551+5552;#11*,#EX-,b3,a1l;#11,#BF-,b1,a1l|XM-,b2,m;;
 *
 * Terms are: campaign; the first letter of the guest policy, then limit and first letter of its
 * window; segments. The function finds the one record a code needs and reads only that.
 */

/** Rules must not overlap (`rulesOverlap`): of two that do, the reader may find either. */
export function encodeRules(rules: readonly GuardRule[]): Encoded {
  const records: string[] = [];
  const groups = new Map<string, string[]>();
  for (const rule of rules) {
    const { match } = rule;
    if (match.kind === "code") {
      records.push(escapeText(match.key) + ",=" + termsText(rule));
    } else {
      const total = match.prefix.length + match.length;
      const name = "#" + total + (match.alphabet === "any" ? "*" : "");
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push(match.prefix + "," + termsText(rule));
    }
  }
  for (const [name, group] of groups) records.push(name + ",#" + group.sort().join("|"));
  return encoded(seal(records), METAFIELD_LIMIT_BYTES);
}

function termsText({ id, limit, segments, guest }: RuleTerms): string {
  const held = limit ? limit.perCustomer + limit.window.charAt(0) : "";
  const inAny = segments.length > 0 ? "," + segments.join("+") : "";
  return id + "," + guest.charAt(0) + held + inAny;
}

/** Every rule on the wire, for the server to compare with what it meant to write. */
export function decodeRules(
  value: unknown,
): { ok: true; rules: GuardRule[] } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const rules: (GuardRule | null)[] = [];
  for (const record of recordsOf(value as string)) {
    const [name, rest] = splitAt(record, record.indexOf(","));
    const terms = termsFrom(rest.slice(1));
    if (rest.startsWith("=")) {
      rules.push(terms && { match: { kind: "code", key: unescapeText(name) }, ...terms });
    } else if (rest.startsWith("#")) rules.push(...groupFrom(name, rest.slice(1)));
    else rules.push(null);
  }
  const sound = rules.filter((rule) => rule !== null);
  return sound.length === rules.length
    ? { ok: true, rules: sound }
    : { ok: false, problem: "malformed" };
}

function groupFrom(name: string, group: string): (GuardRule | null)[] {
  const total = parseInt(name.slice(1), 10);
  const alphabet = name.endsWith("*") ? "any" : "safe";
  return group.split("|").map((entry) => {
    const [prefix, rest] = splitAt(entry, entry.indexOf(","));
    const terms = termsFrom(rest);
    const length = total - prefix.length;
    return terms && length > 0
      ? { match: { kind: "unique", prefix, length, alphabet }, ...terms }
      : null;
  });
}

const splitAt = (text: string, at: number): [string, string] =>
  at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];

/** The rules as the function reads them: nothing is parsed before it is asked for. */
export function openRules(
  value: unknown,
): { ok: true; book: RuleBook } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const records = recordsOf(value as string);
  return {
    ok: true,
    book: {
      ruleOf(key) {
        const terms = restOf(records, escapeText(key) + ",=");
        if (terms !== null) return termsFrom(terms);
        return (
          uniqueRule(records, key, ",#", SAFE_ONLY) ?? uniqueRule(records, key, "*,#", ANY_ONLY)
        );
      },
    },
  };
}

// No prefix of a group begins another, so only the last one up to the code can be the code's.
// Entries compare as their prefixes do, because "," is before every character of a code.
function uniqueRule(
  records: readonly string[],
  key: string,
  mark: string,
  only: RegExp,
): RuleTerms | null {
  const group = restOf(records, "#" + key.length + mark)?.split("|") ?? [];
  const [prefix, ...terms] = (group[countUpTo(group, key) - 1] ?? "").split(",");
  return prefix !== undefined && key.startsWith(prefix) && only.test(key.slice(prefix.length))
    ? termsFrom(terms.join())
    : null;
}

/** Terms that cannot be read hold nothing: null. */
function termsFrom(text: string): RuleTerms | null {
  const [id, held = "", segments] = text.split(",");
  const guest = GUEST_POLICIES["msa".indexOf(held.slice(0, 1) || "?")];
  if (!id || !guest) return null;
  const window = LIMIT_WINDOWS["ldwmq".indexOf(held.slice(-1) || "?")];
  const perCustomer = Number(held.slice(1, -1));
  const limit = window && perCustomer >= 1 ? { perCustomer, window } : null;
  if (held.length > 1 && !limit) return null;
  return {
    id,
    limit: held.length > 1 ? limit : null,
    segments: segments ? segments.split("+") : [],
    guest,
  };
}
