import { WEIGHTS } from "./weights.ts";

/** Log odds, base 2: that a known person ordered again, that a ring went on, that a house is a drop. Null: nothing to compare with. */
export type Opinion = {
  same: number | null;
  group: { bits: number } | null;
  house: { bits: number } | null;
};

/** Beyond so many bits either way an opinion adds nothing. */
const MOST = 8;

/**
 * Three opinions as one, log odds base 2. They look at the same orders, so none is taken at its full word; but a person
 * who is surely the same needs no ring. `ringBits`: how much commoner rings are here than usual. Never falls when an
 * opinion rises.
 */
export function weighOpinions({ same, group, house }: Opinion, ringBits: number): number {
  const { base, ofSame, ofGroup, ofHouse, ofRings, sureFrom } = WEIGHTS.opinions;
  const held = (bits: number | undefined | null) => Math.min(MOST, Math.max(-MOST, bits ?? -MOST));
  const together =
    base +
    ofSame * held(same) +
    ofGroup * held(group?.bits) +
    ofHouse * held(house?.bits) +
    ofRings * ringBits;
  return Math.max(together, (same ?? -99) - sureFrom);
}
