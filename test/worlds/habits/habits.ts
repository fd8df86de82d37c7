import type { Chance } from "../random.ts";

/** A house, and the door behind which somebody lives; "" where the house has one door. */
export type Home = {
  country: string;
  city: string;
  postcode: string;
  street: string;
  number: number;
  suffix: string;
  door: string;
};

/** How an address is typed: as its owner does, or bent so that it reads like another one and still arrives. */
export type Lines = { address1: string; address2: string | null; city: string; zip: string };

/** How people of a country are called and write what a shop asks of them. */
export type Habits = {
  country: string;
  firstNames: readonly string[];
  lastNames: readonly string[];
  /** Pet names, "formal:pet". */
  petNames: readonly string[];
  providers: readonly (readonly [string, number])[];
  /** Beginning and end of the names of private domains. */
  domainEnd: string;
  home(chance: Chance, area: number): Home;
  /** `style` is a person's own habit, 0 … 5, kept for life. */
  write(home: Home, style: number, chance: Chance): Lines;
  /** Bends an address on purpose. */
  bend(home: Home, chance: Chance): Lines;
  pickUp(chance: Chance, area: number): { home: Home; line: string };
  /** Digits of a mobile number within the country. */
  mobile(chance: Chance): string;
  /** The number as typed: nationally, with a prefix, with blanks. */
  writePhone(national: string, style: number): string;
};

export const words = (text: string): string[] => text.trim().split(/\s+/);

/** A slip of the finger: a letter left out, doubled, or swapped with its neighbour. */
export function slip(word: string, chance: Chance): string {
  if (word.length < 4) return word;
  const at = chance.between(1, word.length - 2);
  const kind = chance.below(3);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
