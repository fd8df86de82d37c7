import { bloomUnder, diceAt } from "#app/domain/identity/encode/bloom.ts";
import { foldText, lettersOf } from "#app/domain/identity/fold-text.ts";
import { slip } from "#test/worlds/habits/habits.ts";
import { HELD_OUT } from "#test/worlds/habits/held-out.ts";
import { chanceOf } from "#test/worlds/random.ts";
import { EUROPE_AND_AMERICA } from "#test/worlds/world.ts";
import { hmac } from "./cases.ts";

/** From here on two surnames are taken for one with a slip. */
const ALIKE = 0.7;
/** As wide as makes chance collisions vanish: what the same comparison says of plain text. */
const PLAIN_WORDS = 512;

export type EncodingQuality = { slipsFound: number; strangersTaken: number };

/** Surnames of eight countries with one slip of the finger, and pairs of different surnames: as encoded, and as plain text. */
export function measureEncodings(): { encoded: EncodingQuality; plain: EncodingQuality } {
  return { encoded: qualityOf(), plain: qualityOf(PLAIN_WORDS) };
}

function qualityOf(words?: number): EncodingQuality {
  const chance = chanceOf(5);
  const bloom = bloomUnder(hmac, words);
  const names = [
    ...new Set([...EUROPE_AND_AMERICA, ...HELD_OUT].flatMap(({ lastNames }) => lastNames)),
  ]
    .map((name) => lettersOf(foldText(name)))
    .filter((name) => name.length >= 5);
  const isAlike = (a: string, b: string) => diceAt(bloom(a), bloom(b), 0, 0, words) >= ALIKE;
  let [slips, found, pairs, taken] = [0, 0, 0, 0];
  for (let i = 0; i < 20_000; i++) {
    const name = chance.pick(names);
    const slipped = slip(name, chance);
    if (slipped !== name) {
      slips++;
      if (isAlike(name, slipped)) found++;
    }
    const other = chance.pick(names);
    if (other === name) continue;
    pairs++;
    if (isAlike(name, other)) taken++;
  }
  return { slipsFound: found / slips, strangersTaken: taken / pairs };
}
