/**
 * What a shopper can be told about a refused code. A limit that counts over a group is a kind of its own, and so is a
 * campaign that is only for those it was issued to, although to the judge both are as the others (`text-blocks.ts`).
 */
export type RefusalKind =
  | "disqualified"
  | "sign_in_needed"
  | "not_eligible"
  | "new_only"
  | "returning_only"
  | "limit_reached"
  | "group_limit_reached"
  | "not_issued";

export const REFUSAL_KINDS: readonly RefusalKind[] = [
  "limit_reached",
  "group_limit_reached",
  "not_eligible",
  "new_only",
  "returning_only",
  "sign_in_needed",
  "disqualified",
  "not_issued",
];

/**
 * What is said of one kind. `general` is for anybody; `personal`, when there is one, is for the customer who is signed
 * in, and the only one that may tell {count} or {until}. Where it needs one that is not known, `general` stands.
 */
export type Sentence = { general: string; personal: string | null };

/** The names that may stand in braces: the limit in words, uses so far, the last day the refusal holds. */
export type Placeholder = "limit" | "count" | "until";

/** Characters of a sentence. Shopify shows a message in one or two lines. */
export const SENTENCE_MOST = 200;

const LIMITED: readonly RefusalKind[] = ["limit_reached", "group_limit_reached"];

/** Which placeholders a sentence may have. */
export function placeholdersFor(kind: RefusalKind, part: keyof Sentence): Placeholder[] {
  const isLimited = LIMITED.includes(kind);
  if (part === "general") return isLimited ? ["limit"] : [];
  if (isLimited) return ["limit", "count", "until"];
  return kind === "disqualified" ? ["until"] : [];
}

export type SentenceProblem =
  | { problem: "empty" }
  | { problem: "too_long"; most: number }
  | { problem: "line_break" }
  | { problem: "stray_brace" }
  | { problem: "repeated_placeholder"; name: string }
  | { problem: "unknown_placeholder"; name: string; known: Placeholder[] }
  /** It would tell something about a person to whoever typed their e-mail. */
  | { problem: "personal_placeholder"; name: Placeholder };

/** Why a merchant's sentence cannot be used; null when it can. */
export function sentenceProblem(
  kind: RefusalKind,
  part: keyof Sentence,
  text: string,
): SentenceProblem | null {
  if (text.trim() === "") return { problem: "empty" };
  if (text.length > SENTENCE_MOST) return { problem: "too_long", most: SENTENCE_MOST };
  if (/\p{Cc}|[\u2028\u2029]/u.test(text)) return { problem: "line_break" };
  const known = placeholdersFor(kind, part);
  for (const [written, name = ""] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (text.split(written).length > 2) return { problem: "repeated_placeholder", name };
    if (known.some((one) => one === name)) continue;
    const isPersonal = name === "count" || name === "until";
    return isPersonal && placeholdersFor(kind, "personal").includes(name)
      ? { problem: "personal_placeholder", name }
      : { problem: "unknown_placeholder", name, known };
  }
  return /[{}]/.test(text.replace(/\{[a-z]+\}/g, "")) ? { problem: "stray_brace" } : null;
}
