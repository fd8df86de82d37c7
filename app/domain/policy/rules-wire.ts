import { METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { Limit, LimitWindow } from "./limit.ts";
import { matches, type GuardRule, type GuestPolicy, type RuleMatch } from "./rule.ts";
import type { RuleBook } from "./question.ts";
import type { Encoded, WireProblem } from "./wire-text.ts";
import { encoded, escapeText, recordsOf, seal, unescapeText, wireProblem } from "./wire-text.ts";

/*
 * Rules on the wire. Codes first, then groups of unique prefixes, each group headed by the total
 * length of its codes:
 *
 *   1;FREESHIP,=a3,m1l;WELCOME,=a4,s2m,5551+5552;#11,#;BF-,~b1,a1l;XM-,~b2,m;;
 *
 * key , mark body — with body: campaign, then guest policy (m|s|a) with limit count and window
 * (l|d|w|m|q), then segments joined by "+". Prefixes are sorted within their group.
 * The function looks a code up in the text itself and reads one record, not all of them.
 */
const WINDOW_OF: Readonly<Record<string, LimitWindow>> = {
  l: "lifetime",
  d: "day",
  w: "week",
  m: "month",
  q: "quarter",
};
const GUEST_OF: Readonly<Record<string, GuestPolicy>> = { m: "match", s: "sign_in", a: "allow" };

/** Rules must not overlap (`rulesOverlap`): of two that do, the reader may find either. */
export function encodeRules(rules: readonly GuardRule[]): Encoded {
  const records: string[] = [];
  const groups = new Map<number, string[]>();
  for (const rule of rules) {
    const { match } = rule;
    if (match.kind === "code") {
      records.push(escapeText(match.key) + ",=" + bodyOf(rule));
      continue;
    }
    const prefix = escapeText(match.prefix);
    const total = prefix.length + match.length;
    const group = groups.get(total) ?? [];
    groups.set(total, [...group, prefix + ",~" + bodyOf(rule)]);
  }
  for (const [total, group] of groups) {
    const sorted = [...group].sort((a, b) => (prefixOf(a) < prefixOf(b) ? -1 : 1));
    records.push("#" + total + ",#", ...sorted);
  }
  return encoded(seal(records), METAFIELD_LIMIT_BYTES);
}

function bodyOf(rule: GuardRule): string {
  const { limit } = rule;
  const held = limit ? limit.perCustomer + limit.window.charAt(0) : "";
  const segments = rule.segments.length > 0 ? "," + rule.segments.join("+") : "";
  return rule.id + "," + rule.guest.charAt(0) + held + segments;
}

/** Every rule on the wire, for the server to compare with what it meant to write. */
export function decodeRules(
  value: unknown,
): { ok: true; rules: GuardRule[] } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const rules: GuardRule[] = [];
  let total = 0;
  for (const record of recordsOf(value as string)) {
    const at = record.indexOf(",");
    const name = record.slice(0, at);
    const mark = record.charAt(at + 1);
    if (at >= 0 && mark === "#") {
      total = Number(name.slice(1));
      continue;
    }
    const match: RuleMatch =
      mark === "="
        ? { kind: "code", key: unescapeText(name) }
        : { kind: "unique", prefix: unescapeText(name), length: total - name.length };
    const rule = mark === "=" || mark === "~" ? ruleFrom(match, record.slice(at + 2)) : null;
    if (!rule) return { ok: false, problem: "malformed" };
    rules.push(rule);
  }
  return { ok: true, rules };
}

/** The rules as the function reads them: nothing is parsed before it is asked for. */
export function openRules(
  value: unknown,
): { ok: true; book: RuleBook } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const text = value as string;
  return { ok: true, book: { ruleOf: (key) => publicRule(text, key) ?? uniqueRule(text, key) } };
}

function publicRule(text: string, key: string): GuardRule | null {
  const record = ";" + escapeText(key) + ",=";
  const at = text.indexOf(record);
  if (at < 0) return null;
  const from = at + record.length;
  return ruleFrom({ kind: "code", key }, text.slice(from, text.indexOf(";", from)));
}

// Of the prefixes up to the code, the last is the only candidate, unless it differs from the code
// somewhere: then only what both begin with can still be one.
function uniqueRule(text: string, key: string): GuardRule | null {
  const code = escapeText(key);
  const head = ";#" + code.length + ",#;";
  const at = text.indexOf(head);
  if (at < 0) return null;
  const next = text.indexOf(",#;", at + head.length);
  const end = next < 0 ? text.length - 2 : text.lastIndexOf(";", next);
  const group = text.slice(at + head.length, end).split(";");
  let candidate = code;
  for (let i = lastUpTo(group, candidate); i >= 0; i = lastUpTo(group, candidate)) {
    const record = group[i] ?? "";
    const name = prefixOf(record);
    if (code.startsWith(name)) {
      const length = code.length - name.length;
      const match: RuleMatch = { kind: "unique", prefix: unescapeText(name), length };
      if (matches(match, key)) return ruleFrom(match, record.slice(name.length + 2));
      if (name === "") return null;
      candidate = name.slice(0, -1);
    } else {
      candidate = commonStart(candidate, name);
    }
  }
  return null;
}

/** Index of the last record whose prefix is not after `limit`; -1 when there is none. */
function lastUpTo(group: readonly string[], limit: string): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prefixOf(group[middle] ?? "") <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function commonStart(a: string, b: string): string {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return a.slice(0, i);
}

function prefixOf(record: string): string {
  const at = record.indexOf(",");
  return at < 0 ? record : record.slice(0, at);
}

/** A body that cannot be read holds nothing: null. */
function ruleFrom(match: RuleMatch, body: string): GuardRule | null {
  const [id = "", held = "", segments] = body.split(",");
  const guest = GUEST_OF[held.charAt(0)];
  if (id === "" || guest === undefined) return null;
  const limit = held.length > 1 ? limitFrom(held) : null;
  if (limit === undefined) return null;
  return { id, match, limit, segments: segments ? segments.split("+") : [], guest };
}

function limitFrom(held: string): Limit | undefined {
  const window = WINDOW_OF[held.charAt(held.length - 1)];
  const perCustomer = Number(held.slice(1, -1));
  const sound = window !== undefined && Number.isInteger(perCustomer) && perCustomer >= 1;
  return sound ? { perCustomer, window } : undefined;
}
