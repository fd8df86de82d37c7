import type { OpenRules } from "./rules-reader.ts";
import type { Rejection } from "./verdict.ts";

/** When the wire has no sentence: what it should not come to. */
const NO_SENTENCE = "This code cannot be used.";

/**
 * What a shopper reads, in a language (Shopify's code: "DE", "PT_BR"), else in the shop's own. The sentence that tells of the
 * person is for them alone, when they are signed in and all it tells is known; nothing about a person can get into the other,
 * whatever stands in it. What stands where: `text-blocks.ts`.
 */
export function messageOf(
  { reason, limit, rule, hasTexts, count, until }: Rejection,
  rules: OpenRules,
  language: string,
  signedIn: boolean,
): string {
  // The shop's own is the first.
  let place = rules.slice(11, 12 + language.length);
  if (place === language + "=") place = rules.slice(11 + place.length, 21 + place.length);
  else {
    const index = rules.slice(9, 9 + +rules.slice(4, 9)).split("^", 2)[1] ?? "";
    place =
      index.split("," + language + "=", 2)[1] ??
      index.split("," + language.slice(0, 2) + "=", 2)[1] ??
      index.split("=", 2)[1] ??
      "";
  }
  const from = +place.slice(0, 5);
  // Without its second shard a value may end among the sentences.
  if (!from || (rules[2] === "2" && 9 + +rules.slice(4, 9) > rules.length)) return NO_SENTENCE;
  const block = rules.slice(from);
  const parts = limit ? limit.split(".") : null;
  // In the order of `REFUSAL_KINDS`.
  let kind = 6;
  if (parts) kind = parts[3]?.[0] === "+" ? 1 : 0;
  else if (reason === "sign_in_needed") kind = 5;
  else if (reason === "not_eligible") kind = 2;
  else if (reason === "new_only") kind = 3;
  else if (reason === "returning_only") kind = 4;
  const table = 111 + kind * 8;
  const middle = +block.slice(table + 4, table + 8);
  let personal = signedIn ? block.slice(middle, +block.slice(table + 8, table + 12)) : "";
  let text = "";
  const own = hasTexts
    ? rules.slice(from, +place.slice(5, 10)).split("`" + kind + ":" + rule + "|", 2)[1]
    : "";
  if (own) {
    const said = own.split("|", 2);
    text = said[0]!;
    personal = signedIn ? said[1]! : "";
  }
  if (personal && (until || personal.split("{d}", 2).length < 2)) {
    text = personal;
    if (until) {
      const month = +until.slice(2, 4) * 9 + 3;
      const name = block.slice(month - 9, month).trim();
      const year = "20" + until.slice(0, 2);
      let day = "" + +until.slice(4);
      if (block[2] === "0") day = name + " " + day + ", " + year;
      else if (block[2] === "1") day += ". " + name + " " + year;
      else day = year + "-" + name + "-" + until.slice(4);
      text = text.replace("{d}", day);
    }
    if (block[1] === "c") text = text.replace("{c}", "" + (count || 1));
  } else text ||= block.slice(+block.slice(table, table + 4), middle);
  if (parts) {
    const phrase = 167 + +parts[2]! * 4;
    const begin = +block.slice(phrase, phrase + 4);
    text = text.replace("{l}", block.slice(begin, +block.slice(phrase + 4, phrase + 8)));
  }
  if (block[0] === "%") {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Not what we wrote.
    }
  }
  return text || NO_SENTENCE;
}
