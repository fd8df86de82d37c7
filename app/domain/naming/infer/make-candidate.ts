import type { DateSpelling, Field } from "../field.ts";
import { isField, type Candidate, type Piece } from "./candidate.ts";
import { textOf, weightOf, YEAR, type Group } from "./columns.ts";
import { MARKET_WORDS } from "./market-words.ts";
import { readDigits } from "./read-digits.ts";

const CURRENCIES = new Set(MARKET_WORDS.currency.split(" "));

/** Few words many codes share are a list: at most this many, each in this many codes. */
const LIST = { most: 40, codesEach: 5 };
/** Codes of more fields nobody reads. */
const MOST_FIELDS = 6;
/** A handful is a list sooner. */
const SHORT_LIST = { most: 8, codesEach: 2 };

/** The convention a group of rows follows; null when nothing about it is known but its shape. */
export function makeCandidate(group: Group, fields: ReadonlyMap<string, Field>): Candidate | null {
  const pieces: Piece[] = [];
  const tokens = group.rows[0]!.tokens;
  const isTaken = (id: string) => pieces.some((p) => p.kind === "field" && p.field.id === id);
  const typed = (fits: (field: Field) => boolean): Field | undefined =>
    [...fields.values()].find((field) => fits(field) && !isTaken(field.id));
  const dated = (spelling: DateSpelling) =>
    typed(({ type }) => type.kind === "date" && type.spelling === spelling);

  const digitPieces = (column: ReadonlyMap<string, number>, at: number): Piece[] => {
    const meaning = readDigits(column, besideOf(group, pieces.at(-1), at, fields));
    if (meaning.kind === "dates") {
      const dates = meaning.spellings.map(dated);
      if (dates.every((field) => field !== undefined)) {
        return dates.map((field) => ({ kind: "field", field }));
      }
    }
    const percent = typed(({ type }) => type.kind === "percentage");
    const isAmount = CURRENCIES.has(textOf(group.rows[0]!, at + 1));
    if (meaning.kind === "percent" && percent && !isAmount)
      return [{ kind: "field", field: percent }];
    if (column.size === 1) return [{ kind: "literal", text: [...column.keys()][0]! }];
    if (meaning.kind === "percent") return [{ kind: "number", min: 1, max: 100, digits: null }];
    if (meaning.kind === "number") return [meaning];
    const longest = Math.max(...[...column.keys()].map((text) => text.length));
    const isEven = [...column.keys()].every((text) => text.length === longest);
    return longest <= 9 && isEven
      ? [{ kind: "number", min: 0, max: 10 ** longest - 1, digits: longest }]
      : [{ kind: "free", bounded: isBounded(tokens, at), letters: false, values: column }];
  };

  tokens.forEach((token, at) => {
    const meaning = group.meanings[at];
    const field = meaning ? fields.get(meaning) : undefined;
    const column = columnOf(group, at);
    switch (token.kind) {
      case "separator":
        return pieces.push({ kind: "literal", text: token.text });
      case "unique":
        return pieces.push({ ...token });
      case "offer": {
        const offer = typed(({ type }) => type.kind === "offer");
        return pieces.push(offer ? { kind: "field", field: offer } : wordPiece(column, true));
      }
      case "digits":
        return pieces.push(...digitPieces(column, at));
      case "word":
      case "mixed":
        return pieces.push(
          field ? { kind: "field", field } : wordPiece(column, isBounded(tokens, at)),
        );
    }
  });
  return isTelling(pieces)
    ? { pieces: joined(pieces), gaps: [], weight: weightOf(group.rows), merged: [] }
    : null;
}

/**
 * A number alone, or a word of any kind, says nothing; with a word the shop repeats it does. Many
 * words of any kind, one beside the other, are what chance wrote.
 */
function isTelling(pieces: readonly Piece[]): boolean {
  const free = pieces.filter(({ kind }) => kind === "free");
  const loose = pieces.filter((piece) => piece.kind === "free" && !piece.bounded);
  const fields = pieces.filter(isField);
  const count = (kind: Piece["kind"]) => pieces.filter((piece) => piece.kind === kind).length;
  const isChance = loose.length > 1 || 2 * free.length > fields.length + 1 || count("number") > 1;
  if (isChance || fields.length > MOST_FIELDS || count("list") > 2) return false;
  const says = pieces.some(({ kind }) => kind === "field" || kind === "list" || kind === "unique");
  const named = pieces.some(
    (piece) =>
      (piece.kind === "literal" && /[A-Z]/.test(piece.text)) ||
      (piece.kind === "free" && piece.letters && !piece.bounded),
  );
  const alone =
    pieces.length === 1 && pieces[0]!.kind === "field" ? pieces[0]!.field.type.kind : "";
  return fields.length > 0 && (says || named) && alone !== "percentage";
}

function wordPiece(values: ReadonlyMap<string, number>, bounded: boolean): Piece {
  const words = [...values.keys()];
  if (words.length === 1) return { kind: "literal", text: words[0]! };
  const codes = [...values.values()].reduce((a, b) => a + b, 0);
  const isList = [LIST, SHORT_LIST].some(
    ({ most, codesEach }) => words.length <= most && codes >= codesEach * words.length,
  );
  if (isList) return { kind: "list", values };
  const letters = words.every((word) => /^[A-Z]+$/.test(word));
  return { kind: "free", bounded, letters, values };
}

/** Literal pieces side by side are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === "literal" && last?.kind === "literal") {
      out[out.length - 1] = { kind: "literal", text: last.text + piece.text };
    } else out.push(piece);
  }
  return out;
}

function columnOf({ rows }: Group, at: number): Map<string, number> {
  const values = new Map<string, number>();
  for (const row of rows) {
    const text = textOf(row, at);
    values.set(text, (values.get(text) ?? 0) + row.weight);
  }
  return values;
}

const isBounded = (tokens: readonly { kind: string }[], at: number): boolean =>
  [tokens[at - 1], tokens[at + 1]].every((token) => !token || token.kind === "separator");

/** What stands directly beside a column of digits. */
function besideOf(
  { meanings }: Group,
  before: Piece | undefined,
  at: number,
  fields: ReadonlyMap<string, Field>,
): "date" | "known" | "free" {
  const isDate = (meaning: string | null | undefined): boolean =>
    !!meaning &&
    (meaning === YEAR || meaning === "season" || fields.get(meaning)?.type.kind === "date");
  if (isDate(meanings[at - 1]) || isDate(meanings[at + 1])) return "date";
  return before?.kind === "free" || !before ? "free" : "known";
}
