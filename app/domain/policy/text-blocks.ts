import { isIssuance, type RuleTerms } from "./rule.ts";
import {
  placeholdersFor,
  REFUSAL_KINDS,
  sentenceProblem,
  type RefusalKind,
  type Sentence,
} from "./sentence.ts";
import { english, NEUTRAL, SHIPPED, type Wording } from "./shipped-texts.ts";
import { phraseName, phraseNames } from "./terms-text.ts";
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

/** Characters of a month. A longer name is cut. */
const MONTH_WIDTH = 9;

/**
 * The sentences that can be needed for these rules, a block for each language, the shop's own first. What the function needs
 * of it is cut out, not looked for:
 *
 * - "%" when something in it is escaped, else "-"; "c" when a text tells the count, else "-"; the letter of `DATES`;
 * - the names of the months, `MONTH_WIDTH` each;
 * - places in four digits, counted from the beginning: where the two texts of each of `TOLD_KINDS` begin, for anybody and
 *   for the customer who is signed in, then where each of the phrases (`phraseNames`) does, and where they end;
 * - the texts, and the phrases; and what campaigns say in their own words (`0:a3|general|personal|` with the kind's number),
 *   each after "`".
 *
 * Who is refused because a campaign was not issued to them is not eligible to the judge: so what is said of it stands as a
 * sentence of the campaign's own (`saysIssued`).
 *
 * In a text {l} and {c} stand where the limit and the count come in, {d} where the day does. Other braces cannot be there: a
 * sentence that `sentenceProblem` refuses is not sent, and the shipped one stands.
 */
export function textBlocks(texts: ShopTexts, rules: readonly RuleTerms[]): TextBlock[] {
  const kinds = kindsOf(rules);
  if (kinds.size === 0) return [];
  const { shopLanguage } = texts;
  const others = [...new Set(texts.languages)].filter((one) => one !== shopLanguage);
  const issued = issuedRules(rules);
  return [shopLanguage, ...others].map((language) => {
    const wording = SHIPPED[language.slice(0, 2)]?.wording ?? NEUTRAL;
    const block = blockOf(sentencesIn(language, texts, { kinds, issued }), rules, wording);
    return { language: shopifyCode(language), block };
  });
}

/** What the function tells apart, in the order of its places. */
const TOLD_KINDS = REFUSAL_KINDS.filter((kind) => kind !== "not_issued");

/** So many campaigns can have the sentence of `not_issued`, which is written once for each of them and language. */
const ISSUED_MOST = 20;

/** Whether a campaign asks for nothing but that it was issued to somebody, and so says of it what it is. */
export function saysIssued({ eligibility: { all, any, none } }: RuleTerms): boolean {
  return all.length === 1 && all.every(isIssuance) && any.length + none.length === 0;
}

/** By their ids. Of more than there is room for all say what is said of members. */
function issuedRules(rules: readonly RuleTerms[]): string[] {
  const ids = [...new Set(rules.filter(saysIssued).map(({ id }) => id))];
  return ids.length > ISSUED_MOST ? [] : ids;
}

/** `language`: Shopify's code. */
export type TextBlock = { language: string; block: string };

const PLACE_WIDTH = 4;

/** How a day is written (`Wording.date`), by what the function knows it as. */
const DATES = ["{m} {d}, {y}", "{d}. {m} {y}", "{y}-{m}-{d}"];

function blockOf(said: readonly Said[], rules: readonly RuleTerms[], wording: Wording): string {
  const general = (kind: RefusalKind) => said.find((one) => one.kind === kind && !one.campaign);
  const texts = TOLD_KINDS.flatMap((kind) => textsOf(general(kind)));
  const phrases = phrasesOf(rules, wording);
  const own = said
    .filter(({ campaign }) => campaign !== null)
    .map((one) => {
      const name = "`" + REFUSAL_KINDS.indexOf(one.kind) + ":" + one.campaign;
      return [name, ...textsOf(one), ""].join("|");
    });
  const months = wording.months
    .map((month) => escapeText(month).slice(0, MONTH_WIDTH).padEnd(MONTH_WIDTH))
    .join("");
  const parts = [...texts, ...phrases];
  let place = 3 + months.length + (parts.length + 1) * PLACE_WIDTH;
  const places = [...parts, ""].map((part) => {
    const written = String(place).padStart(PLACE_WIDTH, "0");
    place += part.length;
    return written;
  });
  const rest = [...places, ...parts, ...own].join("");
  const flags = ((months + rest).includes("%") ? "%" : "-") + (rest.includes("{c}") ? "c" : "-");
  return flags + Math.max(0, DATES.indexOf(wording.date)) + months + rest;
}

function textsOf(said: Said | undefined): string[] {
  if (!said) return ["", ""];
  const { kind, sentence } = said;
  return [
    onWire(kind, "general", sentence.general),
    onWire(kind, "personal", sentence.personal ?? ""),
  ];
}

function phrasesOf(rules: readonly RuleTerms[], wording: Wording): string[] {
  const limits = rules.flatMap((rule) => rule.limits);
  return phraseNames(rules).map((name) => {
    const limit = limits.find((one) => phraseName(one) === name);
    return limit ? escapeText(wording.limit(limit)) : "";
  });
}

type Said = { kind: RefusalKind; campaign: string | null; sentence: Sentence };

type Wanted = { kinds: ReadonlySet<RefusalKind>; issued: readonly string[] };

/** One for every kind, and what campaigns say in their own words. */
function sentencesIn(language: string, texts: ShopTexts, { kinds, issued }: Wanted): Said[] {
  const theirs = texts.own.filter(
    ({ language: tongue, kind, campaign, sentence }) =>
      tongue === language &&
      kinds.has(kind) &&
      isSound(kind, sentence) &&
      !(kind === "not_eligible" && campaign !== null && issued.includes(campaign)),
  );
  const inherited = [...kinds].filter(
    (kind) => !theirs.some((one) => one.kind === kind && one.campaign === null),
  );
  const filled = inherited.map((kind): Said => {
    return { kind, campaign: null, sentence: usualIn(language, texts, kind) };
  });
  const ofIssued = issued.map((campaign): Said => {
    const own = ownIn(language, texts, "not_issued", campaign);
    const sentence = own ?? usualIn(language, texts, "not_issued");
    return { kind: "not_eligible", campaign, sentence };
  });
  return [...theirs, ...filled, ...ofIssued];
}

/** What is said of a kind for all campaigns. */
function usualIn(language: string, texts: ShopTexts, kind: RefusalKind): Sentence {
  const { shopLanguage } = texts;
  const shipped = SHIPPED[language.slice(0, 2)];
  return (
    ownIn(language, texts, kind, null) ??
    shipped?.sentences[kind] ??
    ownIn(shopLanguage, texts, kind, null) ??
    (SHIPPED[shopLanguage.slice(0, 2)] ?? english).sentences[kind]
  );
}

function ownIn(
  language: string,
  { own }: ShopTexts,
  kind: RefusalKind,
  campaign: string | null,
): Sentence | undefined {
  return own.find(
    (one) =>
      one.language === language &&
      one.kind === kind &&
      one.campaign === campaign &&
      isSound(kind, one.sentence),
  )?.sentence;
}

function isSound(kind: RefusalKind, { general, personal }: Sentence): boolean {
  return (
    !sentenceProblem(kind, "general", general) &&
    (personal === null || !sentenceProblem(kind, "personal", personal))
  );
}

function onWire(kind: RefusalKind, part: keyof Sentence, text: string): string {
  const marks = { limit: "{l}", count: "{c}", until: "{d}" };
  return placeholdersFor(kind, part).reduce(
    (said, name) => said.split(`{${name}}`).join(marks[name]),
    escapeText(text).replaceAll("%2C", ",").replaceAll("%3B", ";"),
  );
}

/** A BCP 47 tag as Shopify's language code: "PT_BR". */
const shopifyCode = (tag: string): string => tag.toUpperCase().replace("-", "_");

/** What can be refused by these rules. Anybody can be disqualified, or asked to sign in, at any time. */
function kindsOf(rules: readonly RuleTerms[]): Set<RefusalKind> {
  const kinds = new Set<RefusalKind>(rules.length > 0 ? ["disqualified", "sign_in_needed"] : []);
  for (const { limits, eligibility: who } of rules) {
    for (const { counter } of limits) {
      kinds.add(counter.startsWith("+") ? "group_limit_reached" : "limit_reached");
    }
    if (who.all.length + who.any.length + who.none.length > 0) kinds.add("not_eligible");
    if (who.customers === "new") kinds.add("new_only");
    if (who.customers === "returning") kinds.add("returning_only");
  }
  return kinds;
}
