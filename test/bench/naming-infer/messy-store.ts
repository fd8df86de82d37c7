import { ALPHABETS } from "#app/domain/code/alphabet.ts";

const SEASONS = ["SUMMER", "WINTER", "SPRING", "FALL", "XMAS", "BF", "EASTER", "CYBERMONDAY"];
const OFFERS = ["FREESHIP", "10OFF", "15OFF", "20OFF", "5EUROFF", "10EUROFF"];
const CHANNELS = ["EMAIL", "SMS", "IG", "TIKTOK", "AFF"];
const REGIONS = ["DE", "AT", "CH", "FR", "GB", "US"];
const PROMOTIONS = ["SAVE", "WELCOME", "EXTRA", "VIP"];
const SYLLABLES = ["AN", "BE", "CA", "DO", "EL", "FI", "GU", "HA", "JO", "KI", "LU", "MA", "NO"];
const JUNK = ["grüße 10", "free ship!", "ŁÓDŹ", "100% off", "a b c", "тест", "", "🎁"];

type Draw = (below: number) => number;

/**
 * A store’s codes after some years, always the same: unique batches under several beginnings
 * (60 %), names of campaigns in several spellings, creators’ codes, one-offs, typing slips, lower
 * case, and what is no code at all.
 */
export function messyStore(count: number): string[] {
  const draw = drawer(20_26);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const random = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet.charAt(draw(alphabet.length))).join("");
  const year = () => 21 + draw(6);
  const makers: [share: number, make: () => string][] = [
    [35, () => `VIP-${random(8, ALPHABETS.safe)}`],
    [15, () => `${pick(SEASONS)}${year()}-${random(8, ALPHABETS.any)}`],
    [10, () => `THANKS${random(7, ALPHABETS.safe)}`],
    [8, () => `${pick(SEASONS)}${year()}_${pick(OFFERS)}`],
    [5, () => `${pick(SEASONS)}${year()}_${pick(OFFERS)}_${pick(CHANNELS)}`],
    [5, () => `${pick(REGIONS)}-${pick(CHANNELS)}-${pick(SEASONS)}20${year()}`],
    [9, () => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}${pick([5, 10, 15, 20])}`],
    [3, () => `${pick(PROMOTIONS)}${5 * (1 + draw(12))}`],
    [5, () => `REF_${pick(SYLLABLES)}${pick(SYLLABLES)}_${1 + draw(900)}`],
    [3, () => random(6 + draw(30), ALPHABETS.any)],
    [2, () => `${pick(JUNK)} ${draw(1000)}`],
  ];
  const wheel = makers.flatMap(([share, make]) => Array.from({ length: share }, () => make));
  return Array.from({ length: count }, () => {
    const code = pick(wheel)();
    return draw(10) === 0 ? code.toLowerCase() : code;
  });
}

/** The same numbers in every run: a linear congruential generator’s upper bits. */
function drawer(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
