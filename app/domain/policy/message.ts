import { limitText } from "./terms-text.ts";
import type { Rejection } from "./verdict.ts";
import { restOf, unescapeText } from "./wire-text.ts";

/*
 * What a shopper reads, from the sentences on the wire (`text-records.ts`):
 *
 *   ,!de.l,Dieser Code gilt {l} pro Person.|Sie haben ihn {c}-mal benutzt, bis {u}.
 *   ,!de.=m.2,2-mal im Monat
 *   ,!de.@,{d}. {m} {y}|Januar|Februar|…
 *
 * by language (none for the shop's own) and kind of refusal. The second sentence tells of the person,
 * so it is for them alone when they are signed in. {l} is the limit in words, {c} a count, {u} a day.
 */
const KINDS = {
  disqualified: "d",
  sign_in_needed: "s",
  not_eligible: "e",
  new_only: "n",
  returning_only: "r",
  limit_reached: "l",
};

/** When the wire has no sentence: what it should not come to. */
const NO_SENTENCE = "This code cannot be used for this order.";

/** `parts` of `openRules`; `language` is Shopify's code ("DE", "PT_BR"). */
export function messageOf(
  rejection: Rejection,
  { parts, language, signedIn }: { parts: readonly string[]; language: string; signedIn: boolean },
): string {
  const { reason, limit, rule } = rejection;
  const kind = limit && limit.counter.startsWith("+") ? "g" : KINDS[reason];
  const tag = language.toLowerCase().replace("_", "-");
  for (const spoken of [tag, tag.slice(0, 2), ""]) {
    const start = ",!" + spoken + ".";
    const own = rejection.hasTexts ? restOf(parts, start + kind + rule + ",") : null;
    const found = own ?? restOf(parts, start + kind + ",");
    if (!found) continue;
    const [general = "", personal = ""] = found.split("|");
    const told = signedIn && personal ? filled(personal, rejection, parts, start) : null;
    // Nothing about a person can get into the sentence for anybody, whatever stands in it.
    const said = told ?? filled(general, limit ? { limit } : {}, parts, start);
    return said ? unescapeText(said) : NO_SENTENCE;
  }
  return NO_SENTENCE;
}

/** Null when the sentence says something that is not known. */
function filled(
  sentence: string,
  { limit, count, until }: Partial<Rejection>,
  parts: readonly string[],
  start: string,
): string | null {
  let text = sentence;
  if (text.includes("{l}")) {
    const phrase = limit ? restOf(parts, start + "=" + limitText(limit) + ",") : null;
    if (!phrase) return null;
    text = text.split("{l}").join(phrase);
  }
  if (text.includes("{c}")) {
    if (!count) return null;
    text = text.split("{c}").join("" + count);
  }
  if (text.includes("{u}")) {
    if (!until) return null;
    const [pattern = "", ...months] = (restOf(parts, start + "@,") ?? "").split("|");
    const month = months[Number(until.slice(5, 7)) - 1];
    const date = month
      ? pattern
          .replace("{d}", "" + Number(until.slice(8)))
          .replace("{m}", month)
          .replace("{y}", until.slice(0, 4))
      : until;
    text = text.split("{u}").join(date);
  }
  return text;
}
