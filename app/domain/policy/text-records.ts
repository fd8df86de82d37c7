import { phraseName } from "./message.ts";
import type { RuleTerms } from "./rule.ts";
import { placeholdersFor, sentenceProblem, type RefusalKind, type Sentence } from "./sentence.ts";
import { english, NEUTRAL, SHIPPED, type Wording } from "./shipped-texts.ts";
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

/**
 * The records (`encodeRules`) of all sentences that can be needed for these rules, one for each language, the shop's own
 * without a name. Every record has a sentence for every kind:
 *
 *   ,!DE,{limit_reached|Dieser Code gilt {l} pro Person.||{@|Januar   Februar  …|{=month1|einmal im Monat
 *
 * in fields parted by "|": a name with a brace (the kind, with ":" and the campaign for one of its own), then what it
 * names. A sentence has two fields, for anybody and for the customer who is signed in; {l} and {c} stand where the limit
 * and the count come in, {d}, {m} and {y} where the day does. Other braces cannot be there: a sentence that `sentenceProblem` refuses is not
 * sent, and the shipped one stands.
 */
export function textRecords(texts: ShopTexts, rules: readonly RuleTerms[]): string[] {
  const kinds = kindsOf(rules);
  if (kinds.size === 0) return [];
  const languages = [...new Set(texts.languages)].filter((one) => one !== texts.shopLanguage);
  return [null, ...languages].map((language) => {
    const wording = SHIPPED[(language ?? texts.shopLanguage).slice(0, 2)]?.wording ?? NEUTRAL;
    const said = sentencesIn(language ?? texts.shopLanguage, texts, kinds);
    const fields = said.flatMap(({ kind, campaign, sentence }) => [
      "{" + kind + (campaign === null ? "" : ":" + campaign),
      onWire(kind, "general", sentence.general, wording),
      onWire(kind, "personal", sentence.personal ?? "", wording),
    ]);
    const all = said.map(({ sentence }) => sentence.general + (sentence.personal ?? "")).join();
    if (all.includes("{limit}")) fields.push(...limitFields(rules, wording));
    if (all.includes("{until}")) fields.push("{@", monthsText(wording.months));
    return ",!" + shopifyCode(language ?? "") + "," + fields.join("|");
  });
}

function limitFields(rules: readonly RuleTerms[], wording: Wording): string[] {
  const limits = rules.flatMap((rule) => rule.limits);
  const phrases = new Map(limits.map((limit) => [phraseName(limit), wording.limit(limit)]));
  return [...phrases].flatMap(([name, phrase]) => [name, escapeText(phrase)]);
}

/** All of one width, so that one is found without taking them apart. */
function monthsText(months: readonly string[]): string {
  const width = Math.max(0, ...months.map((month) => month.length));
  return months.map((month) => month.padEnd(width)).join("");
}

type Said = { kind: RefusalKind; campaign: string | null; sentence: Sentence };

/** One for every kind, and what campaigns say in their own words. */
function sentencesIn(language: string, texts: ShopTexts, kinds: ReadonlySet<RefusalKind>): Said[] {
  const own = (tongue: string) =>
    texts.own.filter(
      (one) => one.language === tongue && kinds.has(one.kind) && isSound(one.kind, one.sentence),
    );
  const theirs = own(language);
  const inherited = [...kinds].filter(
    (kind) => !theirs.some((one) => one.kind === kind && one.campaign === null),
  );
  const filled = inherited.map((kind): Said => {
    const shipped = SHIPPED[language.slice(0, 2)] ?? SHIPPED[texts.shopLanguage.slice(0, 2)];
    const ofShop = own(texts.shopLanguage).find((one) => one.kind === kind && !one.campaign);
    const sentence = SHIPPED[language.slice(0, 2)]?.sentences[kind] ?? ofShop?.sentence;
    return { kind, campaign: null, sentence: sentence ?? (shipped ?? english).sentences[kind] };
  });
  return [...theirs, ...filled];
}

function isSound(kind: RefusalKind, { general, personal }: Sentence): boolean {
  return (
    !sentenceProblem(kind, "general", general) &&
    (personal === null || !sentenceProblem(kind, "personal", personal))
  );
}

function onWire(kind: RefusalKind, part: keyof Sentence, text: string, { date }: Wording): string {
  const marks = { limit: "{l}", count: "{c}", until: date };
  return placeholdersFor(kind, part).reduce(
    (said, name) => said.split(`{${name}}`).join(marks[name]),
    escapeText(text).split("%2C").join(","),
  );
}

/** A BCP 47 tag as Shopify's language code: "PT_BR". */
const shopifyCode = (tag: string): string => tag.toUpperCase().replace("-", "_");

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
