import { AT, FLAG, KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import type { IdentityView } from "../index/identity-index.ts";
import { WEIGHTS } from "../weights.ts";
import { madeUpBits } from "./made-up.ts";
import { campaignShare, type ShareOf } from "../link/shares.ts";

/** What orders of one hand have in common although every name on them is made up. */
export type Trait =
  | "house"
  | "product"
  | "landing"
  | "bin"
  | "browser"
  | "range"
  | "disposable"
  | "made_up"
  | "household";

export type TraitBits = { trait: Trait; bits: number };

const MOST: Readonly<Record<Trait, number>> = {
  house: 14,
  product: 8,
  landing: 6,
  bin: 8,
  browser: 4,
  range: 5,
  disposable: 2,
  made_up: 3,
  household: 4,
};

/**
 * How much better each trait of an order is foretold by a group's earlier orders than by the shop at large, in bits
 * (Pólya's urn: a group is as likely to do again what it has done so far). An order that differs from a group in
 * everything speaks against belonging to it; so a crowd, whose members differ, is not taken for a ring.
 */
export function traitBits(
  order: EncodedOrder,
  group: readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
): TraitBits[] {
  const found: TraitBits[] = [];
  const add = (trait: Trait, place: number, chance: () => number) => {
    const value = order.words[place]!;
    if (value === 0) return;
    const known = group.filter((other) => other.words[place] !== 0);
    if (known.length === 0) return;
    const same = known.filter((other) => other.words[place] === value).length;
    found.push({ trait, bits: urnBits(same, known.length, chance(), MOST[trait]) });
  };
  const campaign = (place: number, campaignPlace: number) => () =>
    campaignShare(view, order, share, place, campaignPlace);
  add("house", AT.house, () => share(KEY.house));
  add("product", AT.product, campaign(KEY.product, KEY.campaignProduct));
  add("landing", AT.landing, () => landingChance(order, group, view, share));
  add("bin", AT.bin, campaign(KEY.bin, KEY.campaignBin));
  add("browser", AT.agent, campaign(KEY.agent, KEY.campaignAgent));
  add("range", AT.range, () => share(KEY.range));
  found.push(flagBits("disposable", FLAG.disposable, order, group, 0.03));
  found.push({ trait: "made_up", bits: madeUpBits(order, view) });
  return found;
}

/** A landing page follows from the product: who buys what an advertisement shows has come by it. */
function landingChance(
  order: EncodedOrder,
  group: readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
): number {
  const alone = campaignShare(view, order, share, KEY.landing, KEY.campaignLanding);
  const product = order.words[AT.product]!;
  if (product === 0 || !group.some((other) => other.words[AT.product] === product)) return alone;
  const both = view.clustersOf(order.keys[KEY.productLanding]!);
  const all = view.clustersOf(order.keys[KEY.campaignProduct]!);
  return Math.min(0.9, Math.max(alone, (both + 0.5) / (all + 3)));
}

function urnBits(same: number, known: number, chance: number, most: number): number {
  const foretold = (same + WEIGHTS.thinning * chance) / (known + WEIGHTS.thinning);
  return Math.min(most, Math.max(WEIGHTS.leastTrait, Math.log2(foretold / chance)));
}

function flagBits(
  trait: "disposable",
  flag: number,
  order: EncodedOrder,
  group: readonly EncodedOrder[],
  chance: number,
): TraitBits {
  const has = (of: EncodedOrder) => (of.words[AT.flags]! & flag) !== 0;
  const same = has(order) ? group.filter(has).length : 0;
  return { trait, bits: same === 0 ? 0 : urnBits(same, group.length, chance, MOST[trait]) };
}
