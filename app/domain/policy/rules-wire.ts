import { codeHash } from "./digest.ts";
import { LIMITS_MOST, type GroupId } from "./limit.ts";
import { METAFIELD_LIMIT_BYTES, RULES_KEYS } from "./metafields.ts";
import { GROUPS_MOST, type GuardRule, type RuleTerms } from "./rule.ts";
import { termsFrom, termsText } from "./terms-text.ts";
import {
  escapeText,
  seal,
  unescapeText,
  unseal,
  utf8Length,
  type WireProblem,
} from "./wire-text.ts";

/*
 * Rules on the wire: one record for each code by itself, one for each prefix of unique codes (with
 * their length in all and "s" for the safe alphabet, "a" for any), one for the terms of each
 * campaign, and the sentences (`text-records.ts`):
 *
 *   2;1;,!.l,This code …;,#11,BF-,sb1;,a3,m,l.1;,b1,a,m.1;FREESHIP,=a3;;
 *
 * The head: how many shards there are, and "h" when codes are folded: ",:" and a hash of the code
 * instead of the code. A value too long goes on in the next shard, with the same head.
 */
export type EncodedRules =
  | { ok: true; shards: string[]; bytes: number; limitBytes: number }
  | { ok: false; problem: "too_large"; bytes: number; limitBytes: number };

/** What rules and sentences may be long together. */
const RULES_LIMIT_BYTES = METAFIELD_LIMIT_BYTES * RULES_KEYS.length;

/**
 * One value for each shard needed, at most one for each of `RULES_KEYS`. Rules must not overlap
 * (`rulesOverlap`): of two that do, the reader may find either. Codes of the rules in `folded`
 * (ids) are told by their hash. Throws on terms beyond what a rule may carry.
 */
export function encodeRules(
  rules: readonly GuardRule[],
  texts: readonly string[] = [],
  folded: ReadonlySet<string> = new Set(),
): EncodedRules {
  const records = [...new Set([...rules.flatMap((rule) => recordsOf(rule, folded)), ...texts])];
  const flag = folded.size > 0 ? "h" : "";
  const bytes = utf8Length(seal("1" + flag, records));
  const groups = inShards(records.sort());
  const fitting = records.every((record) => utf8Length(record) < METAFIELD_LIMIT_BYTES - FRAME);
  const fits = groups.length <= RULES_KEYS.length && fitting;
  if (!fits) return { ok: false, problem: "too_large", bytes, limitBytes: RULES_LIMIT_BYTES };
  const shards = groups.map((group) => seal(groups.length + flag, group));
  return { ok: true, shards, bytes, limitBytes: RULES_LIMIT_BYTES };
}

/** Bytes that every shard needs beside its records. */
const FRAME = seal("1h", []).length;

function inShards(sorted: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  let left = METAFIELD_LIMIT_BYTES - FRAME;
  for (const record of sorted) {
    const bytes = utf8Length(record) + 1;
    if (bytes > left) {
      groups.push([]);
      left = METAFIELD_LIMIT_BYTES - FRAME;
    }
    groups.at(-1)?.push(record);
    left -= bytes;
  }
  return groups;
}

function recordsOf(rule: GuardRule, folded: ReadonlySet<string>): string[] {
  const { match, id } = rule;
  assertCarried(rule);
  const terms = "," + id + "," + termsText(rule);
  if (match.kind === "code") {
    const code = folded.has(id) ? ",:" + codeHash(match.key) + "=" : escapeText(match.key) + ",=";
    return [code + id, terms];
  }
  const total = match.prefix.length + match.length;
  return [",#" + total + "," + match.prefix + "," + match.alphabet.charAt(0) + id, terms];
}

function assertCarried({ id, limits, groups }: RuleTerms): void {
  const counted = limits.map(({ counter }) => counter).filter((counter) => counter.startsWith("+"));
  if (limits.length > LIMITS_MOST || groups.length > GROUPS_MOST) {
    throw new RangeError(`Rule ${id} has more limits or groups than the wire carries`);
  }
  if (counted.some((group) => !groups.includes(group as GroupId))) {
    throw new RangeError(`Rule ${id} counts by a group it is not in`);
  }
}

export type DecodedRules = { rules: GuardRule[]; folded: { hash: string; id: string }[] };

/** Every rule on the wire, for the server to compare with what it meant to write. */
export function decodeRules(
  values: readonly unknown[],
): ({ ok: true } & DecodedRules) | { ok: false; problem: WireProblem } {
  const records: string[] = [];
  let shards = 1;
  for (let shard = 0; shard < shards; shard++) {
    const parts = unseal(values[shard]);
    if (typeof parts === "string") return { ok: false, problem: parts };
    shards = Number(parts[0]?.charAt(0));
    records.push(...parts.slice(1));
  }
  const terms = new Map<string, RuleTerms>();
  for (const record of records) {
    const [, id, rest] = /^,([0-9a-z]+),(.*)$/s.exec(record) ?? [];
    const read = id && rest !== undefined ? termsFrom(id, rest) : null;
    if (read) terms.set(read.id, read);
  }
  const decoded: DecodedRules = { rules: [], folded: [] };
  for (const record of records) {
    if (!decodeInto(decoded, record, terms)) return { ok: false, problem: "malformed" };
  }
  return shards > 0 ? { ok: true, ...decoded } : { ok: false, problem: "malformed" };
}

/** Whether the record could be read. */
function decodeInto(
  { rules, folded }: DecodedRules,
  record: string,
  all: ReadonlyMap<string, RuleTerms>,
): boolean {
  if (record.startsWith(",!")) return true;
  const hashed = /^,:(.+)=([0-9a-z]+)$/s.exec(record);
  if (hashed?.[1] && hashed[2]) {
    folded.push({ hash: hashed[1], id: hashed[2] });
    return all.has(hashed[2]);
  }
  const unique = /^,#(\d+),([^,]*),([sa])([0-9a-z]+)$/.exec(record);
  const code = unique ? null : /^([^,]+),=([0-9a-z]+)$/s.exec(record);
  const terms = all.get(unique?.[4] ?? code?.[2] ?? "");
  if (code?.[1] && terms) {
    rules.push({ ...terms, match: { kind: "code", key: unescapeText(code[1]) } });
    return true;
  }
  if (unique && terms) {
    const [, total, prefix = "", alphabet] = unique;
    const length = Number(total) - prefix.length;
    const match = {
      kind: "unique",
      prefix,
      length,
      alphabet: alphabet === "s" ? "safe" : "any",
    } as const;
    rules.push({ ...terms, match });
    return length > 0;
  }
  return all.has(/^,([0-9a-z]+),/.exec(record)?.[1] ?? "");
}
