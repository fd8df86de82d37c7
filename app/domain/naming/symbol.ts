/**
 * The 38 characters names are made of, as numbers: A–Z 0–25, 0–9 26–35, "_" 36, "-" 37; and sets
 * of them as two bit masks, because 38 bits do not fit in one.
 */
export type SymbolSet = { letters: number; others: number };

/** `min` to `max` symbols of a set. */
export type Run = { set: SymbolSet; min: number; max: number };

export const LETTERS: SymbolSet = { letters: 0x3ffffff, others: 0 };
export const DIGITS: SymbolSet = { letters: 0, others: 0x3ff };
export const LETTERS_DIGITS: SymbolSet = { letters: 0x3ffffff, others: 0x3ff };

export const SYMBOL_COUNT = 38;

const TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

/** The symbol of a character; lower case as upper; -1 when it is none. */
export function symbolOf(charCode: number): number {
  if (charCode >= 65 && charCode <= 90) return charCode - 65;
  if (charCode >= 97 && charCode <= 122) return charCode - 97;
  if (charCode >= 48 && charCode <= 57) return charCode - 22;
  if (charCode === 95) return 36;
  return charCode === 45 ? 37 : -1;
}

export const isLetter = (symbol: number): boolean => symbol >= 0 && symbol < 26;
export const isSeparator = (symbol: number): boolean => symbol >= 36;

export const characterOf = (symbol: number): string => TEXT.charAt(symbol);

export function only(symbol: number): SymbolSet {
  return symbol < 26
    ? { letters: 1 << symbol, others: 0 }
    : { letters: 0, others: 1 << (symbol - 26) };
}

export function has(set: SymbolSet, symbol: number): boolean {
  return symbol < 26
    ? (set.letters & (1 << symbol)) !== 0
    : (set.others & (1 << (symbol - 26))) !== 0;
}

/** The digits from one to another. */
export function digitsFrom(from: number, to: number): SymbolSet {
  return { letters: 0, others: (2 << to) - (1 << from) };
}

/** The symbols of an upper-case text. */
export function setOf(text: string): SymbolSet {
  const set: SymbolSet = { letters: 0, others: 0 };
  for (let i = 0; i < text.length; i++) {
    const { letters, others } = only(symbolOf(text.charCodeAt(i)));
    set.letters |= letters;
    set.others |= others;
  }
  return set;
}

/** Some symbol both sets have, or -1. */
export function common(a: SymbolSet, b: SymbolSet): number {
  const letters = a.letters & b.letters;
  if (letters !== 0) return 31 - Math.clz32(letters & -letters);
  const others = a.others & b.others;
  return others === 0 ? -1 : 57 - Math.clz32(others & -others);
}

/** The one symbol of the set, or -1 when it has several. */
export function single(set: SymbolSet): number {
  const first = common(set, set);
  if (first < 0) return -1;
  const { letters, others } = only(first);
  return letters === set.letters && others === set.others ? first : -1;
}

/** Whether text is not empty and made of symbols in upper case. */
export function isSymbols(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf(text.charCodeAt(i));
    if (symbol < 0 || characterOf(symbol) !== text[i]) return false;
  }
  return text.length > 0;
}
