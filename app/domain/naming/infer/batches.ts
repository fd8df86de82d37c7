import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { randomAlphabet } from "./random-tails.ts";

/**
 * `count` codes that begin with `head` and end in `length` random characters; `sample` is one.
 */
export type Batch = {
  head: string;
  length: number;
  alphabet: UniqueAlphabet;
  count: number;
  sample: string;
};

const FEWEST_CODES = 8;
const SHORTEST = 4;
/** What a unique part can hold; longer random tails are in no batch. */
const LONGEST = 14;
/** Behind the last separator; longer is no code people were given. */
const LONGEST_TAIL = 40;

/**
 * Parts batches of unique codes from all others. Random codes that begin in no common way, or are
 * too long, belong to no batch a convention could name; they are in neither answer.
 */
export function findBatches(codes: readonly string[]): { batches: Batch[]; rest: string[] } {
  const found: Batch[] = [];
  const taken = new Set<string>();
  const take = (members: readonly string[], length: number, alphabet: UniqueAlphabet) => {
    const heads = groupBy(members, (code) => code.slice(0, code.length - length));
    for (const [head, own] of heads) {
      if (head === "" || length > LONGEST) continue;
      found.push({ head, length, alphabet, count: own.length, sample: own[0]! });
    }
    for (const code of members) taken.add(code);
  };

  const few: string[] = [];
  for (const group of groupBy(codes, headAndLength).values()) {
    if (group.length < FEWEST_CODES) few.push(...group);
    else splitByBeginning(group, tailLength(group[0]!), take);
  }
  // Heads too various for batches of their own, such as one for each creator: those that begin
  // alike are judged together, then all of one shape.
  const alone: string[] = [];
  for (const group of groupBy(few, openingAndMask).values()) {
    if (!takeTogether(group, take)) alone.push(...group);
  }
  for (const group of groupBy(alone, maskAndLength).values()) takeTogether(group, take);
  return { batches: found, rest: codes.filter((code) => !taken.has(code)) };
}

type Take = (members: readonly string[], length: number, alphabet: UniqueAlphabet) => void;

/**
 * Walks the tree of the codes' beginnings until what is left looks random. A beginning far more
 * frequent than the others beside it is walked on its own, and the others are judged together.
 */
function splitByBeginning(codes: readonly string[], length: number, take: Take): void {
  if (codes.length < FEWEST_CODES || length < SHORTEST || length > LONGEST_TAIL) return;
  const alphabet = alphabetOfTails(codes, length);
  if (alphabet) return take(codes, length, alphabet);
  const children = [...groupBy(codes, (code) => code.charAt(code.length - length)).values()];
  const sizes = children.map((child) => child.length).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)]!;
  const heavy = children.filter(
    (child) => children.length <= 3 || child.length > 4 * median + FEWEST_CODES,
  );
  for (const child of heavy) splitByBeginning(child, length - 1, take);
  const light = children.filter((child) => !heavy.includes(child));
  const together = heavy.length > 0 ? light.flat() : [];
  const lightAlphabet = alphabetOfTails(together, length);
  if (lightAlphabet) take(together, length, lightAlphabet);
  else for (const child of light) splitByBeginning(child, length - 1, take);
}

function takeTogether(codes: readonly string[], take: Take): boolean {
  const length = tailLength(codes[0]!);
  const alphabet = length < codes[0]!.length ? alphabetOfTails(codes, length) : null;
  // Words as long as the random tails may stand among them; what has a digit is no word.
  if (alphabet) take(alphabet === "letters" ? codes : codes.filter(hasDigit), length, alphabet);
  return alphabet !== null;
}

function alphabetOfTails(codes: readonly string[], length: number): UniqueAlphabet | null {
  if (codes.length < FEWEST_CODES || length < SHORTEST || length > LONGEST_TAIL) return null;
  const alphabet = randomAlphabet(codes, length);
  // Random digits after a digit are the end of a longer number.
  const inNumber = codes.some((code) => /[0-9]$/.test(code.slice(0, code.length - length)));
  return alphabet === "digits" && inNumber ? null : alphabet;
}

const tailLength = (code: string): number =>
  code.length - 1 - Math.max(code.lastIndexOf("-"), code.lastIndexOf("_"));

/** In its tail. */
const hasDigit = (code: string): boolean => /[0-9][A-Z0-9]*$/.test(code);

const headAndLength = (code: string): string => {
  const length = tailLength(code);
  return `${length} ${code.slice(0, code.length - length)}`;
};

const openingAndMask = (code: string): string => {
  const opening = /^[^-_]*/.exec(code)?.[0] ?? "";
  return `${opening.replaceAll(/[0-9]+/g, "0")} ${maskAndLength(code)}`;
};

const maskAndLength = (code: string): string => {
  const length = tailLength(code);
  const head = code.slice(0, code.length - length);
  return `${length} ${head.replaceAll(/[A-Z]+/g, "A").replaceAll(/[0-9]+/g, "0")}`;
};

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
