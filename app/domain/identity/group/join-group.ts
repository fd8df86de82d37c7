import { AT, type EncodedOrder } from "../encode/encoded-order.ts";
import type { IdentityView } from "../index/identity-index.ts";
import { campaignRate, type ShareOf } from "../link/shares.ts";
import { madeUpBits } from "./made-up.ts";
import { paceOf } from "./pace.ts";
import { WEIGHTS } from "../weights.ts";
import { fashionBits, relativeBits, sharedBits, type House } from "./house-group.ts";
import { traitBits, type Trait, type TraitBits } from "./traits.ts";

/** `bits`: log odds, base 2, that the order is the group's next rather than an honest one that came by itself. */
export type Joined = { bits: number; reasons: TraitBits[] };

/**
 * Whether an order is the next of a group that redeems a campaign again and again under made-up names: races the group
 * going on at its pace against all honest redemptions of the day, then asks which foretells the order better.
 *
 * @param group the group's earlier orders with the campaign, newest first, not empty
 */
export function joinGroup(
  order: EncodedOrder,
  group: readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
  house: House | null,
): Joined {
  const goesOn = group.length > 1 ? WEIGHTS.ringGoesOn : WEIGHTS.ringBegins;
  const gap = Math.abs(order.at - group[0]!.at);
  const rate = campaignRate(view, order);
  const race = Math.log2((goesOn * paceOf(gap)) / rate);
  const isHere =
    house !== null && group.some((known) => known.words[AT.house] === order.words[AT.house]);
  const reasons = traitBits(order, group, view, share)
    .filter(({ trait }) => trait !== "range" || !isHere)
    .map(({ trait, bits }) => ({
      trait,
      bits: isHere ? bitsHere(trait, bits, house, rate) : bits,
    }));
  if (isHere)
    reasons.push({ trait: "household", bits: doorBits(order, group) - relativeBits(order, group) });
  // Of a ring of which one order is known that one must look made up, too.
  if (group.length === 1) reasons.push({ trait: "made_up", bits: madeUpBits(group[0]!, view) });
  return { bits: race + reasons.reduce((sum, { bits }) => sum + bits, 0), reasons };
}

/** Who lives behind another door of the house is mostly somebody else. */
function doorBits(order: EncodedOrder, group: readonly EncodedOrder[]): number {
  const door = order.words[AT.door]!;
  const doors = group
    .filter(({ words }) => words[AT.house] === order.words[AT.house])
    .map(({ words }) => words[AT.door]!);
  if (doors.includes(door)) return 0.5;
  return door !== 0 && !doors.includes(0) ? -1.6 : 0;
}

/** What a trait says of two orders to one house, where a crowd may live, or a household. */
function bitsHere(trait: Trait, bits: number, house: House, rate: number): number {
  if (trait === "house")
    return Math.min(bits, -Math.log2(house.honestRate / (rate + house.honestRate)));
  if (trait === "made_up") return bits;
  const shared = trait === "bin" || trait === "browser" ? sharedBits(bits) : 0;
  return bits - Math.max(shared, house.crowd * fashionBits(bits));
}
