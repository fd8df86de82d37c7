import { codeHash } from "./digest.ts";
import { isOnly, type RuleTerms } from "./rule.ts";
import { termsFrom } from "./terms-text.ts";
import { countUpTo, restOf, wireProblem, type WireProblem } from "./wire-text.ts";

/** The rules (`rules-wire.ts`), taken apart and not read before they are asked for. */
export type OpenRules = readonly string[];

/**
 * `values` of `RULES_KEYS`; `problem` is what of them could not be read. Without the first there are no rules; without
 * another, those that it held are missing.
 */
export function openRules(values: readonly unknown[]): {
  rules: OpenRules | null;
  problem: WireProblem | null;
} {
  let problem = wireProblem(values[0]);
  if (problem) return { rules: null, problem };
  let text = values[0] as string;
  if (text[2] === "2") {
    problem = wireProblem(values[1]);
    // The second has the same head, and goes on where the first ends.
    if (!problem) text = text.slice(0, -2) + (values[1] as string).slice(text.indexOf(";", 2));
  }
  return { rules: text.slice(2, -2).split(";"), problem };
}

/** The terms of the one rule that speaks for a code, if any: `key` is its `codeKey` as it is written (`escapeText`) and ",". */
export function ruleOf(rules: OpenRules, key: string): RuleTerms | null {
  let rule = restOf(rules, key + "=");
  if (rule === null) {
    // No prefix of codes of one length begins another, so only the last one up to the code can be
    // its. They compare as their prefixes do, because "," is before every character of a code.
    const code = key.slice(0, -1);
    const start = ",#" + code.length + ",";
    const found = rules[countUpTo(rules, start + code) - 1]!;
    const end = found.indexOf(",", start.length);
    const prefix = start + code.slice(0, end - start.length);
    if (
      found.slice(0, end) === prefix &&
      isOnly(found[end + 1] === "s", (start + code).slice(end))
    ) {
      rule = found.slice(end + 2);
    } else if (rules[0]![1] === "h") rule = restOf(rules, ",:" + codeHash(code) + "=");
  }
  if (rule === null) return null;
  if (rule.indexOf(",") < 0) rule += "," + restOf(rules, "," + rule + ",");
  return termsFrom(rule);
}
