import { digestOf } from "./digest.ts";
import { NEAR, restOf, wireProblem, type WireProblem } from "./wire-text.ts";

/** The rules as they are written (`rules-wire.ts`), all shards in one. */
export type OpenRules = string;

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
  let rules = values[0] as string;
  if (rules[2] === "2") {
    problem = wireProblem(values[1]);
    // The second has the same head, and goes on where the first ends.
    if (!problem) rules = rules.slice(0, -2) + (values[1] as string).slice(9);
  }
  return { rules, problem };
}

/**
 * The id and the terms (`terms-text.ts`), taken apart, of the one rule that speaks for a code, if any: `key` is its `codeKey`
 * as it is written (`escapeText`) and ",".
 */
export function ruleOf(rules: OpenRules, key: string): readonly string[] | null {
  // After the head and the sentences.
  const records = 9 + (+rules.slice(4, 9) || 0);
  let rule = restOf(rules, "^" + key + "=", records);
  if (rule === null) {
    // No prefix of codes of one length begins another, so only the last one up to the code can be
    // its. They compare as their prefixes do, because "," is before every character of a code.
    const code = key.slice(0, -1);
    const start = ",#" + code.length + ",";
    let low = records;
    let high = rules.length - 2;
    while (high - low > NEAR) {
      const middle = rules.indexOf("^", (low + high) >> 1);
      if (middle < 0 || middle >= high) break;
      if (rules.slice(middle + 1, middle + 1 + start.length + code.length) <= start + code)
        low = middle;
      else high = middle;
    }
    const near = rules.slice(low, high).split("^");
    let last = near.length - 1;
    while (last > 0 && near[last]! > start + code) last--;
    const found = near[last]!;
    const prefix = start + (found.slice(start.length).split(",", 1)[0] ?? "");
    const tail = (start + code).slice(prefix.length);
    // The safe alphabet (`SAFE_ALPHABET`), or any letters and digits.
    if (
      found.slice(0, prefix.length) === prefix &&
      prefix + tail === start + code &&
      (found[prefix.length + 1] === "s" ? /^[2-579B-DF-HJKMNPRTV-X]*$/ : /^[0-9A-Z]*$/).test(tail)
    ) {
      rule = found.slice(prefix.length + 2);
    } else if (rules[3] === "h") {
      rule = restOf(rules, "^,:" + digestOf(0, 0, code).slice(1) + "=", records);
    }
  }
  if (rule === null) return null;
  const parts = rule.split("^", 1)[0]!.split(",");
  if (parts.length > 1) return parts;
  rule = restOf(rules, "^," + parts[0] + ",", records) ?? "";
  return [parts[0]!].concat(rule.split("^", 1)[0]!.split(","));
}
