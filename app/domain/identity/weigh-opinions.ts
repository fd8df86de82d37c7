import { WEIGHTS } from "./weights.ts";

/** Log odds, base 2: that a known person ordered again, that a ring went on, that a house is a drop. Null: nothing to compare with. */
export type Opinion = {
  same: number | null;
  group: { bits: number } | null;
  house: { bits: number } | null;
};

/** Beyond so many bits either way an opinion adds nothing. */
const MOST = 14;
/** How rare rings are says no more of somebody known than it did where it was measured, in bits. */
const MOST_RINGS = 2.5;

/**
 * Three opinions as one, log odds base 2: each calibrated, then their odds added, since each is another way of one more
 * use by the same hand and three that doubt make none that believes. `ringBits`: how much commoner rings are here than
 * usual. Never falls when an opinion rises.
 */
export function weighOpinions({ same, group, house }: Opinion, ringBits: number): number {
  const { ofSame, ofGroup, ofHouse, ringsToSame, ringsToGroup } = WEIGHTS.opinions;
  const odds = ([base, slope]: readonly [number, number], bits: number | undefined | null) =>
    2 ** (base + slope * held(bits));
  const rarity = Math.max(-MOST_RINGS, Math.min(MOST_RINGS, ringBits));
  const known = 2 ** (ringsToSame * rarity) * odds(ofSame, same);
  const ring = odds(ofGroup, group?.bits) + odds(ofHouse, house?.bits);
  return Math.log2(known + 2 ** (ringsToGroup * ringBits) * ring);
}

/**
 * What the opinions were formed in.
 *
 * - `household`: that the strongest link is to somebody of one household, log odds; null: there is no link.
 * - `crowd`: how likely the house is a crowd's; null: nobody used the campaign at this house before.
 * - `others`: people who ordered to the house without the campaign.
 * - `usesHere`: of the group, when it had parcels brought to this house; 0 otherwise.
 * - `isDisposable`: the address is one of those that are made for ten minutes.
 */
export type Circumstances = {
  household: number | null;
  crowd: number | null;
  others: number;
  usesHere: number;
  isDisposable: boolean;
};

/** The circumstances take no more than this from what the opinions say, and add no more, in bits: they accuse nobody. */
const LEAST = -1.5;
const MOST_ADDED = 1.6;

/**
 * The opinions in their circumstances, log odds base 2 (`WEIGHTS.circumstances`): never falls when one of them rises. Two
 * that agree say more than their odds added, for one hand leaves traces of more than one kind; of somebody's household, of
 * a house to which others order as well, and of many uses that came to this door before, they say less.
 */
export function weighUse(opinion: Opinion, circumstances: Circumstances, ringBits: number): number {
  const joint = weighOpinions(opinion, ringBits);
  const by = WEIGHTS.circumstances;
  const { household, crowd, others, usesHere, isDisposable } = circumstances;
  const bits =
    by.base +
    by.joint * held(joint) +
    by.same * held(opinion.same) +
    by.group * held(opinion.group?.bits) +
    by.house * held(opinion.house?.bits) +
    by.household * held(household) +
    (crowd === null ? by.newHouse : by.crowd * crowd) +
    by.others * Math.log2(1 + others) +
    by.usesHere * Math.log2(1 + usesHere) +
    (isDisposable ? by.disposable : 0);
  return joint + Math.min(MOST_ADDED, Math.max(LEAST, bits - joint));
}

function held(bits: number | undefined | null): number {
  return Math.min(MOST, Math.max(-MOST, bits ?? -MOST));
}
