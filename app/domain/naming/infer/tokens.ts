import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { CURRENCIES } from "../vocabulary/currencies.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A piece of a code. `mixed` holds letters and digits in no order of its own. */
export type Token =
  | { kind: "separator" | "word" | "digits" | "offer" | "mixed"; text: string }
  | { kind: "unique"; length: number; alphabet: UniqueAlphabet };

/** Codes with the same pieces: one code or, where they end in a unique part, a batch. */
export type Row = { tokens: readonly Token[]; weight: number };

/** Beyond this a code is no name made of parts people chose. */
const LONGEST_NAME = 64;
const MOST_TOKENS = 16;

const OFFER_AT_END = new RegExp(
  `^(.*?)((?:100|[1-9][0-9]?|[1-9][0-9]{0,5}(?:${CURRENCIES.join("|")}))OFF|FREESHIP|DISCOUNT)$`,
);
const OFFER_AT_START = /^((?:100|[1-9][0-9]?)OFF)([A-Z]{3,})$/;

/** How a shop's codes are taken apart. */
export type Lexer = {
  vocabulary: Vocabulary;
  /** Whether there is a field for offers; without one 15OFF is a number and a word. */
  offers: boolean;
  words: (run: string) => readonly string[];
};

/** The pieces of a code; null when it is too long or they are too many. `coarse`: see `coarseChunk`. */
export function tokenise(code: string, lexer: Lexer, coarse = false): Token[] | null {
  if (code.length > LONGEST_NAME) return null;
  const tokens: Token[] = [];
  let at = 0;
  while (at < code.length) {
    const separator = /^[-_]+/.exec(code.slice(at))?.[0];
    if (separator !== undefined) {
      tokens.push({ kind: "separator", text: separator });
      at += separator.length;
      continue;
    }
    const rest = code.slice(at);
    const spanning = lexer.vocabulary.spanning.find(
      (word) => rest.startsWith(word) && /^(?:$|[-_])/.test(rest.slice(word.length)),
    );
    const chunk = spanning ?? /^[^-_]+/.exec(rest)?.[0] ?? rest;
    if (spanning !== undefined) tokens.push({ kind: "word", text: chunk });
    else tokens.push(...(coarse ? [coarseChunk(chunk, lexer)] : fineChunk(chunk, lexer)));
    at += chunk.length;
    if (tokens.length > MOST_TOKENS) return null;
  }
  return tokens;
}

/** A chunk between separators as one piece: for free words such as A1SUMMER. */
function coarseChunk(chunk: string, lexer: Lexer): Token {
  const fine = fineChunk(chunk, lexer);
  const only = fine.length === 1 ? fine[0] : undefined;
  const isKnown =
    only && (only.kind !== "word" || lexer.vocabulary.meanings.has(only.text)) ? only : null;
  return isKnown ?? { kind: "mixed", text: chunk };
}

function fineChunk(chunk: string, lexer: Lexer): Token[] {
  if (lexer.vocabulary.meanings.has(chunk)) return [{ kind: "word", text: chunk }];
  const atEnd = lexer.offers ? OFFER_AT_END.exec(chunk) : null;
  if (atEnd?.[2] !== undefined && standsApart(atEnd[1] ?? "", atEnd[2], lexer)) {
    return [...runsOf(atEnd[1] ?? "", lexer), { kind: "offer", text: atEnd[2] }];
  }
  const atStart = lexer.offers ? OFFER_AT_START.exec(chunk) : null;
  if (atStart?.[1] !== undefined) {
    return [{ kind: "offer", text: atStart[1] }, ...runsOf(atStart[2] ?? "", lexer)];
  }
  return runsOf(chunk, lexer);
}

/** FREESHIP behind other letters is an offer only when those are a word of their own. */
function standsApart(before: string, offer: string, lexer: Lexer): boolean {
  if (before === "") return true;
  const letters = /[A-Z]+$/.exec(before)?.[0];
  if (/^[0-9]/.test(offer)) return letters !== undefined || /[0-9]{2}$/.test(before);
  return letters === undefined || lexer.vocabulary.meanings.has(letters);
}

function runsOf(chunk: string, lexer: Lexer): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < chunk.length) {
    const rest = chunk.slice(at);
    const mixed = lexer.vocabulary.mixed.find(
      (word) => rest.startsWith(word) && isBoundary(word, rest.slice(word.length)),
    );
    const run = mixed ?? /^(?:[A-Z]+|[0-9]+)/.exec(rest)?.[0] ?? rest;
    if (mixed !== undefined) tokens.push({ kind: "word", text: run });
    else if (/^[0-9]/.test(run)) tokens.push({ kind: "digits", text: run });
    else for (const word of lexer.words(run)) tokens.push({ kind: "word", text: word });
    at += run.length;
  }
  return tokens;
}

/** Whether a word of letters and digits may end here: Q1 does in Q126, not in Q15. */
function isBoundary(word: string, after: string): boolean {
  if (!/[0-9]$/.test(word)) return !/^[A-Z]/.test(after);
  return /^(?:[0-9]{2}|[0-9]{4})?(?:$|[A-Z])/.test(after);
}

/** Codes of one mask have the same kinds of pieces in the same order. */
export function maskOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.kind === "separator") return token.text;
      if (token.kind === "unique") return `u${token.length}${token.alphabet}`;
      return token.kind.charAt(0);
    })
    .join(" ");
}
