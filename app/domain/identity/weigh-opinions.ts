import { WEIGHTS } from "./weights.ts";

/** Log odds, base 2: that a known person ordered again, that a ring went on, that a house is a drop. Null: nothing to compare with. */
export type Opinion = {
  same: number | null;
  group: { bits: number } | null;
  house: { bits: number } | null;
};

/** Beyond so many bits either way an opinion adds nothing. */
const MOST = 14;

/**
 * Three opinions as one, log odds base 2: each calibrated, then their odds added, since each is another way of one more
 * use by the same hand and three that doubt make none that believes. `ringBits`: how much commoner rings are here than
 * usual. Never falls when an opinion rises.
 */
export function weighOpinions({ same, group, house }: Opinion, ringBits: number): number {
  const { ofSame, ofGroup, ofHouse, ofRings } = WEIGHTS.opinions;
  const held = (bits: number | undefined | null) => Math.min(MOST, Math.max(-MOST, bits ?? -MOST));
  const odds = ([base, slope]: readonly [number, number], bits: number | undefined | null) =>
    2 ** (base + slope * held(bits));
  const rings = 2 ** (ofRings * ringBits);
  return Math.log2(
    odds(ofSame, same) + rings * (odds(ofGroup, group?.bits) + odds(ofHouse, house?.bits)),
  );
}
