import { codeHash } from "./digest.ts";
import { LIMITS_MOST, type GroupId } from "./limit.ts";
import { METAFIELD_LIMIT_BYTES, RULES_KEYS } from "./metafields.ts";
import { GROUPS_MOST, type GuardRule, type RuleTerms } from "./rule.ts";
import type { TextBlock } from "./text-blocks.ts";
import { phraseNames, termsFrom, termsText } from "./terms-text.ts";
import {
  escapeText,
  seal,
  unescapeText,
  unseal,
  utf8Length,
  type WireProblem,
} from "./wire-text.ts";

/*
 * Rules on the wire: first the sentences (`text-blocks.ts`), then one record for each code by itself,
 * one for each prefix of unique codes (with their length in all and "s" for the safe alphabet, "a" for
 * any), both with the rule and its terms (`terms-text.ts`), or with the terms of several codes in a
 * record of their own:
 *
 *   3^1-01315^,EN=0003700680,DE=0068101324^-January  …^%Januar   …^,#11,BF-,sb1,a,m.1.0^,a3,m,l.1.1^FREE,=a3^VIP,=a4,m,,,5551^^
 *
 * The head: how many shards there are; "h" when codes are folded (",:" and a hash of the code instead
 * of the code), else "-"; and how long the sentences are with what leads to them: for each language
 * from where to where its block stands, counted from the beginning, the shop's own first. So they are
 * not read unless somebody is refused. A value too long goes on in the next shard, with the same head.
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
  texts: readonly TextBlock[] = [],
  folded: ReadonlySet<string> = new Set(),
): EncodedRules {
  const records = [...sentenceRecords(texts), ...ruleRecords(rules, folded).sort()];
  const size = sentenceRecords(texts).reduce((sum, record) => sum + 1 + record.length, 0);
  const head = (folded.size > 0 ? "h" : "-") + digits(size);
  const bytes = utf8Length(seal("1" + head, records));
  const groups = inShards(records);
  const fitting =
    records.length <= RECORDS_MOST &&
    records.every((record) => utf8Length(record) < METAFIELD_LIMIT_BYTES - FRAME);
  const fits = groups.length <= RULES_KEYS.length && fitting;
  if (!fits) return { ok: false, problem: "too_large", bytes, limitBytes: RULES_LIMIT_BYTES };
  const shards = groups.map((group) => seal(groups.length + head, group));
  return { ok: true, shards, bytes, limitBytes: RULES_LIMIT_BYTES };
}

const PLACE_WIDTH = 5;
const digits = (place: number): string => String(place).padStart(PLACE_WIDTH, "0");

/** Bytes that every shard needs beside its records. */
const FRAME = seal("1-" + digits(0), []).length;

/** The blocks, and before them where each stands. */
function sentenceRecords(texts: readonly TextBlock[]): string[] {
  if (texts.length === 0) return [];
  const index = texts.reduce((sum, { language }) => sum + 2 + language.length + 2 * PLACE_WIDTH, 0);
  let end = FRAME - "^^".length + 1 + index;
  const places = texts.map(({ language, block }) => {
    const from = end + 1;
    end = from + block.length;
    return "," + language + "=" + digits(from) + digits(end);
  });
  return [places.join(""), ...texts.map(({ block }) => block)];
}

/** The most records in all shards, which bounds what it costs to search them. */
const RECORDS_MOST = 850;

function inShards(records: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  let left = METAFIELD_LIMIT_BYTES - FRAME;
  for (const record of records) {
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

function ruleRecords(rules: readonly GuardRule[], folded: ReadonlySet<string>): string[] {
  const codes = new Map<string, number>();
  for (const { id } of rules) codes.set(id, (codes.get(id) ?? 0) + 1);
  const records = new Set<string>();
  const phrases = phraseNames(rules);
  for (const rule of rules) {
    assertCarried(rule);
    const { id } = rule;
    const isOnlyOne = codes.get(id) === 1;
    const terms = id + "," + termsText(rule, phrases);
    records.add(matchText(rule, folded) + (isOnlyOne ? terms : id));
    if (!isOnlyOne) records.add("," + terms);
  }
  return [...records];
}

function matchText({ match, id }: GuardRule, folded: ReadonlySet<string>): string {
  if (match.kind === "code") {
    return folded.has(id)
      ? ",:" + codeHash(escapeText(match.key)) + "="
      : escapeText(match.key) + ",=";
  }
  const total = match.prefix.length + match.length;
  return ",#" + total + "," + match.prefix + "," + match.alphabet.charAt(0);
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

export type DecodedRules = { rules: GuardRule[]; folded: { hash: string; terms: RuleTerms }[] };

/** Every rule on the wire, for the server to compare with what it meant to write. */
export function decodeRules(
  values: readonly unknown[],
): ({ ok: true } & DecodedRules) | { ok: false; problem: WireProblem } {
  const records: string[] = [];
  let shards = 1;
  let head = "";
  for (let shard = 0; shard < shards; shard++) {
    const parts = unseal(values[shard]);
    if (typeof parts === "string") return { ok: false, problem: parts };
    head = parts[0] ?? "";
    shards = Number(head.charAt(0));
    records.push(...parts.slice(1));
  }
  if (!HEAD.test(head)) return { ok: false, problem: "malformed" };
  for (let size = Number(head.slice(2)); size > 0 && records.length > 0;) {
    size -= 1 + (records.shift() ?? "").length;
  }
  const decoded: DecodedRules = { rules: [], folded: [] };
  const shared = new Map(records.flatMap(sharedTerms));
  for (const record of records) {
    const isSound = sharedTerms(record).length > 0 || decodeInto(decoded, record, shared);
    if (!isSound) return { ok: false, problem: "malformed" };
  }
  return { ok: true, ...decoded };
}

const HEAD = /^[12][-h]\d{5}$/;

function sharedTerms(record: string): [string, RuleTerms][] {
  const terms = /^,[0-9a-z]+,/.test(record) ? termsFrom(record.slice(1).split(",")) : null;
  return terms ? [[terms.id, terms]] : [];
}

const HASHED = /^,:([^=]+)=(.*)$/s;
const UNIQUE = /^,#(\d+),([^,]*),([sa])(.*)$/s;
const CODE = /^([^,]+),=(.*)$/s;

/** Whether the record could be read. */
function decodeInto(
  { rules, folded }: DecodedRules,
  record: string,
  shared: ReadonlyMap<string, RuleTerms>,
): boolean {
  const [hashed, unique, code] = [HASHED.exec(record), UNIQUE.exec(record), CODE.exec(record)];
  const rest = hashed?.[2] ?? unique?.[4] ?? code?.[2] ?? "";
  const terms = shared.get(rest) ?? sharedTerms("," + rest)[0]?.[1];
  if (!terms) return false;
  if (hashed?.[1]) folded.push({ hash: hashed[1], terms });
  else if (unique) {
    const [, total, prefix = "", letter] = unique;
    const length = Number(total) - prefix.length;
    const alphabet = letter === "s" ? "safe" : "any";
    rules.push({ ...terms, match: { kind: "unique", prefix, length, alphabet } });
    return length > 0;
  } else rules.push({ ...terms, match: { kind: "code", key: unescapeText(code?.[1] ?? "") } });
  return true;
}
