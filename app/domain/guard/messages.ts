import {
  placeholdersFor,
  REFUSAL_KINDS,
  sentenceProblem,
  type RefusalKind,
  type Sentence,
  type SentenceProblem,
} from "../policy/sentence.ts";
import { SHIPPED } from "../policy/shipped-texts.ts";
import type { Problem } from "../shared/outcome.ts";

/**
 * The sentences of one language, for all campaigns or one. `own`: what the merchant wrote; `usual`: what is said where
 * they wrote nothing, null in a language without shipped words.
 */
export type MessageSet = {
  language: string;
  messages: { kind: RefusalKind; own: Sentence | null; usual: Sentence | null }[];
};

/** As posted: fields "KIND.general" and "KIND.personal"; both empty: the usual sentence. */
export type MessageForm = Readonly<Record<string, string>>;

/** A BCP 47 tag in lower case, as Shopify tells a shopper's language: "de", "pt-br". */
export const isLanguage = (text: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/.test(text);

export const messageField = (kind: RefusalKind, part: keyof Sentence) => `${kind}.${part}`;

export type ReadMessages =
  | { ok: true; own: { kind: RefusalKind; sentence: Sentence | null }[] }
  | { ok: false; problems: Problem[] };

/** Reads what was written for each kind, and says beside the field what is wrong with it. */
export function readMessages(form: MessageForm): ReadMessages {
  const problems: Problem[] = [];
  const own = REFUSAL_KINDS.map((kind) => {
    const text = (part: keyof Sentence) => (form[messageField(kind, part)] ?? "").trim();
    const [general, personal] = [text("general"), text("personal")];
    if (general === "" && personal === "") return { kind, sentence: null };
    const report = (part: keyof Sentence, said: string) =>
      problems.push({ field: messageField(kind, part), message: problemWords(kind, part, said) });
    if (general === "" || sentenceProblem(kind, "general", general)) report("general", general);
    if (personal !== "" && sentenceProblem(kind, "personal", personal))
      report("personal", personal);
    return { kind, sentence: { general, personal: personal === "" ? null : personal } };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, own };
}

/** Why a sentence cannot be used, and what to do; empty when it can. */
export function problemWords(kind: RefusalKind, part: keyof Sentence, text: string): string {
  const problem = sentenceProblem(kind, part, text);
  return problem ? said(problem, placeholdersFor(kind, part)) : "";
}

function said(problem: SentenceProblem, known: readonly string[]): string {
  const offered = known.map((name) => `{${name}}`).join(", ");
  switch (problem.problem) {
    case "empty":
      return "Write a sentence for every shopper, or leave both fields empty for the usual one.";
    case "too_long":
      return `Use at most ${problem.most} characters: Shopify shows one or two lines.`;
    case "line_break":
      return "Use one line, without line breaks or tabs.";
    case "stray_brace":
      return "Braces stand for placeholders only. Take the others out.";
    case "repeated_placeholder":
      return `Use {${problem.name}} once only.`;
    case "unknown_placeholder":
      return known.length > 0
        ? `{${problem.name}} is no placeholder here. You can use ${offered}.`
        : `{${problem.name}} is no placeholder here; this sentence has none.`;
    case "personal_placeholder":
      return `{${problem.name}} tells about a person, so it belongs in the sentence for signed-in customers.`;
  }
}

/** The shipped sentence, in the words of a language or of none. */
export function usualSentence(kind: RefusalKind, language: string): Sentence | null {
  return SHIPPED[language.slice(0, 2)]?.sentences[kind] ?? null;
}
