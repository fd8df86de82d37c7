import type { GuardLimit, RollingWindow } from "./limit.ts";
import type { OpenRules } from "./rules-reader.ts";
import type { Rejection } from "./verdict.ts";
import { restOf, unescapeText } from "./wire-text.ts";

/** When the wire has no sentence: what it should not come to. */
const NO_SENTENCE = "This code cannot be used.";

/** The name of a limit in words; limits that sound alike share one. */
export function phraseName({ window, perCustomer }: GuardLimit): string {
  const name = typeof window === "string" ? window : window.kind;
  return "{=" + name + ((window as Partial<RollingWindow>).days ?? "") + "." + perCustomer;
}

/** The fields (`text-records.ts`) in a language (Shopify's code: "DE", "PT_BR"), else in the shop's own. */
export function textsIn(rules: OpenRules, language: string): string[] {
  const found =
    restOf(rules, ",!" + language + ",") ??
    restOf(rules, ",!" + language.slice(0, 2) + ",") ??
    restOf(rules, ",!,");
  return (found ?? "").split("|");
}

/**
 * What a shopper reads. The sentence that tells of the person is for them alone, when they are signed in and all it
 * tells is known; nothing about a person can get into the other, whatever stands in it.
 */
export function messageOf(
  { reason, limit, rule, hasTexts, count, until }: Rejection,
  texts: readonly string[],
  signedIn: boolean,
): string {
  const kind = (limit && limit.counter[0] === "+" ? "{group_" : "{") + reason;
  let at = hasTexts ? texts.indexOf(kind + ":" + rule) : -1;
  if (at < 0) at = texts.indexOf(kind);
  if (at < 0) return NO_SENTENCE;
  let text = texts[at + 1] ?? "";
  const personal = signedIn && texts[at + 2];
  if (personal && (until || personal.indexOf("{y}") < 0)) {
    text = personal.replace("{c}", "" + (count || 1));
    if (until) {
      const months = texts[texts.indexOf("{@") + 1] ?? "";
      const width = months.length / 12;
      const end = +until.slice(5, 7) * width;
      text = text
        .replace("{m}", months.slice(end - width, end).trim())
        .replace("{d}", "" + +until.slice(8))
        .replace("{y}", until.slice(0, 4));
    }
  }
  if (limit) text = text.replace("{l}", texts[texts.indexOf(phraseName(limit)) + 1] ?? "");
  return text.indexOf("{") < 0 && text ? unescapeText(text) : NO_SENTENCE;
}
