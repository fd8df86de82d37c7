import type { GuardLimit } from "./limit.ts";
import type { RuleTerms } from "./rule.ts";
import { placeholdersFor, sentenceProblem, type RefusalKind, type Sentence } from "./sentence.ts";
import { NEUTRAL, SHIPPED } from "./shipped-texts.ts";
import { limitText } from "./terms-text.ts";
import { escapeText } from "./wire-text.ts";

/**
 * The merchant's sentences. `language` is a BCP 47 tag in lower case ("de", "pt-br"); `campaign` a rule's id, null for
 * all campaigns. What is not there is said in the shipped words of the language, else in the shop's own language
 * (`shopLanguage`), else in English.
 */
export type ShopTexts = {
  shopLanguage: string;
  /** Besides the shop's own. */
  languages: readonly string[];
  own: readonly {
    language: string;
    kind: RefusalKind;
    campaign: string | null;
    sentence: Sentence;
  }[];
};

const LETTERS: Readonly<Record<RefusalKind, string>> = {
  disqualified: "d",
  sign_in_needed: "s",
  not_eligible: "e",
  new_only: "n",
  returning_only: "r",
  limit_reached: "l",
  group_limit_reached: "g",
};

/**
 * The records (`encodeRules`) of all sentences that can be needed for these rules; see `message.ts` for their form. A
 * sentence that `sentenceProblem` refuses is not sent: the shipped one stands.
 */
export function textRecords(texts: ShopTexts, rules: readonly RuleTerms[]): string[] {
  const kinds = kindsOf(rules);
  const records = new Set<string>();
  for (const language of new Set([texts.shopLanguage, ...texts.languages])) {
    const start = ",!" + (language === texts.shopLanguage ? "" : language) + ".";
    const said = sentencesIn(language, texts, kinds);
    for (const { kind, campaign, sentence } of said) {
      records.add(start + LETTERS[kind] + (campaign ?? "") + "," + onWire(kind, sentence));
    }
    const all = said.flatMap(({ sentence }) => [sentence.general, sentence.personal ?? ""]).join();
    const { wording } = SHIPPED[language.slice(0, 2)] ?? { wording: NEUTRAL };
    for (const limit of all.includes("{limit}") ? rules.flatMap(({ limits }) => limits) : []) {
      records.add(start + "=" + limitText(limit) + "," + wordsOf(limit, wording.limit));
    }
    if (all.includes("{until}") && wording.months.length > 0) {
      records.add(start + "@," + [wording.date, ...wording.months].join("|"));
    }
  }
  return [...records];
}

const wordsOf = (limit: GuardLimit, words: (limit: GuardLimit) => string): string =>
  escapeText(words(limit));

type Said = { kind: RefusalKind; campaign: string | null; sentence: Sentence };

function sentencesIn(language: string, texts: ShopTexts, kinds: ReadonlySet<RefusalKind>): Said[] {
  const sound = texts.own.filter((one) => isSound(one.kind, one.sentence));
  const own = sound.filter((one) => one.language === language && kinds.has(one.kind));
  const shipped =
    SHIPPED[language.slice(0, 2)] ?? (language === texts.shopLanguage ? SHIPPED["en"] : undefined);
  const missing = [...kinds].filter(
    (kind) => !own.some((one) => one.kind === kind && !one.campaign),
  );
  const filled = shipped
    ? missing.map((kind) => ({ kind, campaign: null, sentence: shipped.sentences[kind] }))
    : [];
  return [...own, ...filled];
}

function isSound(kind: RefusalKind, { general, personal }: Sentence): boolean {
  return (
    !sentenceProblem(kind, "general", general) &&
    (personal === null || !sentenceProblem(kind, "personal", personal))
  );
}

/** Braces are ours alone on the wire: whatever else stands in some is no placeholder there. */
function onWire(kind: RefusalKind, { general, personal }: Sentence): string {
  const parts = (["general", "personal"] as const).map((part) => {
    const text = part === "general" ? general : (personal ?? "");
    return placeholdersFor(kind, part).reduce(
      (said, name) => said.split(`{${name}}`).join(`{${name.charAt(0)}}`),
      escapeText(text),
    );
  });
  return parts[1] === "" ? (parts[0] ?? "") : parts.join("|");
}

/** What can be refused by these rules. Anybody can be disqualified at any time. */
function kindsOf(rules: readonly RuleTerms[]): Set<RefusalKind> {
  const kinds = new Set<RefusalKind>(rules.length > 0 ? ["disqualified"] : []);
  for (const { limits, guest, eligibility: who } of rules) {
    for (const { counter } of limits) {
      kinds.add(counter.startsWith("+") ? "group_limit_reached" : "limit_reached");
    }
    if (who.all.length + who.any.length + who.none.length > 0) kinds.add("not_eligible");
    if (who.customers === "new") kinds.add("new_only");
    if (who.customers === "returning") kinds.add("returning_only");
    const asksForCustomer =
      who.signedIn || who.all.length + who.any.length > 0 || who.customers === "returning";
    if (guest === "sign_in" || asksForCustomer) kinds.add("sign_in_needed");
  }
  return kinds;
}
