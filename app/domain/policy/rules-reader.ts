import { ANY_ONLY, SAFE_ONLY } from "#app/domain/code/alphabet.ts";
import { codeHash } from "./digest.ts";
import type { RuleBook } from "./question.ts";
import { termsFrom } from "./terms-text.ts";
import { countUpTo, escapeText, restOf, unseal, type WireProblem } from "./wire-text.ts";

/**
 * The rules as the function reads them: nothing is parsed before it is asked for. `parts` are for
 * the sentences (`message.ts`). `problem`: what of the shards could not be read; the rules are held
 * as far as the first could.
 */
export type OpenRules = { book: RuleBook; parts: readonly string[]; problem: WireProblem | null };

/** `values` of `RULES_KEYS`. Nothing but the problem when the first cannot be read. */
export function openRules(values: readonly unknown[]): OpenRules | WireProblem {
  let parts = unseal(values[0]);
  if (typeof parts === "string") return parts;
  const head = parts[0]!;
  let problem: WireProblem | null = null;
  for (let shard = 1; shard < Number(head.charAt(0)); shard++) {
    const more = unseal(values[shard]);
    if (typeof more === "string") problem = more;
    else parts = parts.concat(more.slice(1));
  }
  const records = parts;
  const ruleOf = (key: string) => {
    const id = idOf(records, head, key);
    const terms = id ? restOf(records, "," + id + ",") : null;
    return id && terms ? termsFrom(id, terms) : null;
  };
  return { book: { ruleOf }, parts, problem };
}

function idOf(parts: readonly string[], head: string, key: string): string | null {
  const own = restOf(parts, escapeText(key) + ",=");
  if (own) return own;
  // No prefix of codes of one length begins another, so only the last one up to the code can be
  // its. They compare as their prefixes do, because "," is before every character of a code.
  const start = ",#" + key.length + ",";
  const record = parts[countUpTo(parts, start + key) - 1]!;
  if (record.startsWith(start)) {
    const [prefix = "", rule = ""] = record.slice(start.length).split(",");
    const only = rule.charAt(0) === "s" ? SAFE_ONLY : ANY_ONLY;
    if (key.startsWith(prefix) && only.test(key.slice(prefix.length))) return rule.slice(1);
  }
  return head.charAt(1) === "h" ? restOf(parts, ",:" + codeHash(key) + "=") : null;
}
