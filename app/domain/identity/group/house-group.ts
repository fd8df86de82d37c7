import { BLOOM_WORDS } from "../encode/bloom.ts";
import { AT, FLAG, KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import { DAY_MS } from "../../shared/days.ts";
import type { IdentityView, KnownOrder } from "../index/identity-index.ts";
import { areFatherAndSon } from "../link/compare-pair.ts";
import { campaignRate, type ShareOf } from "../link/shares.ts";
import { paceOf } from "./pace.ts";
import { WEIGHTS } from "../weights.ts";
import { traitBits } from "./traits.ts";

/**
 * `bits`: log odds, base 2, that the order is a ring's next at this house rather than an honest one of somebody who lives
 * or works there. `crowd`: how likely the house is a crowd's; `honestRate`: honest uses a day there;
 * `uses`: of the campaign there so far.
 */
export type House = { bits: number; crowd: number; honestRate: number; uses: number };

type Hypotheses = { home: number; crowd: number; drop: number };

/**
 * Whether a house that takes parcel after parcel of one campaign is a ring's drop, or a home, a dormitory, an office:
 * the whole row of orders is judged, not each pair. A home has few who redeem. A crowd has many, at a pace of its own,
 * behind many doors, unlike each other but for a fashion. At a drop, each is foretold by the others. Then whether this
 * order is the ring's: honest people may live where a ring has its parcels brought.
 *
 * @param earlier orders with the campaign at the house, newest first, not empty
 */
export function judgeHouse(
  order: EncodedOrder,
  earlier: readonly KnownOrder[],
  view: IdentityView,
  share: ShareOf,
): House {
  const row = [...earlier].reverse();
  const odds: Hypotheses = {
    home: 0,
    crowd: Math.log2(
      (order.words[AT.flags]! & FLAG.pickUp) !== 0 ? WEIGHTS.crowdPickUp : WEIGHTS.crowdHouse,
    ),
    drop: Math.log2(WEIGHTS.dropHouse),
  };
  for (let at = 1; at < row.length; at++) {
    const before = row.slice(0, at);
    const next = row[at]!;
    if (before.some(({ cluster }) => cluster === next.cluster)) odds.drop += WEIGHTS.knownAgain;
    else {
      const steps = stepsOf(next.order, before, view, share);
      odds.home += steps.home;
      odds.crowd += steps.crowd;
      // Not every order at a drop is the ring's.
      odds.drop += log2Sum(steps.drop - 1, steps.home - 1);
    }
  }
  const clusters = view.clustersOf(order.keys[KEY.house]!);
  const uses = new Set(row.map(({ cluster }) => cluster)).size;
  addOthers(odds, uses, Math.max(0, clusters - uses));
  const all = log2Sum(log2Sum(odds.home, odds.crowd), odds.drop);
  const last = stepsOf(order, row, view, share);
  const crowd = 2 ** (odds.crowd - all);
  const passing = passingRate(order, view);
  const honest = log2Sum(
    log2Sum(last.home, odds.crowd - all + last.crowd),
    Math.log2(passing + 1e-9),
  );
  // One that is told late was placed before some of them.
  const days = Math.abs(order.at - row[0]!.order.at) / DAY_MS;
  return {
    bits: odds.drop - all + last.drop - honest,
    crowd,
    uses: row.length,
    honestRate:
      (crowd * (row.length + 0.5)) / (days + 2) +
      WEIGHTS.relatives / WEIGHTS.campaignDays +
      passing,
  };
}

/**
 * Uses a day by people who have nothing to do with each other: where many order without the campaign (a locker, a shop
 * that keeps parcels, an office), some come with it, ring or no ring.
 */
function passingRate(order: EncodedOrder, view: IdentityView): number {
  const others = othersAtHouse(order, view);
  return (campaignRate(view, order) * others) / Math.max(100, view.total(order.at).clusters);
}

/** People who ordered to the house without the campaign. */
export function othersAtHouse(order: EncodedOrder, view: IdentityView): number {
  const count = (place: number) => {
    const key = order.keys[place]!;
    return key === 0 ? 0 : view.clustersOf(key);
  };
  return Math.max(0, count(KEY.house) - count(KEY.campaignHouse));
}

/** How likely an order is as the next at a home, a crowd's house, and a drop: log2 of a density a day. */
function stepsOf(
  order: EncodedOrder,
  before: readonly KnownOrder[],
  view: IdentityView,
  share: ShareOf,
): Hypotheses {
  const orders = before.map((known) => known.order);
  const people = new Set(before.map(({ cluster }) => cluster)).size;
  const gap = Math.abs(order.at - orders.at(-1)!.at);
  const span = Math.abs(orders.at(-1)!.at - orders[0]!.at);
  const steps: Hypotheses = {
    home: Math.log2(WEIGHTS.relatives / people / WEIGHTS.campaignDays),
    crowd: Math.log2(crowdPace(before.length, span, gap)),
    drop: Math.log2(0.8 * paceOf(gap)),
  };
  for (const { trait, bits } of traitBits(order, orders, view, share)) {
    if (trait === "house" || trait === "range") continue;
    steps.drop += bits;
    if (trait !== "made_up") steps.crowd += fashionBits(bits);
    if (trait === "bin" || trait === "browser") steps.home += sharedBits(bits);
  }
  addDoor(steps, order, orders);
  steps.home += relativeBits(order, orders) + spellingBits(order, orders);
  return steps;
}

/**
 * How much better a relative than a made-up customer explains that an order shares surname and line with others of its
 * house, or does not, in bits: relatives mostly do, and who hides has other lines and names.
 */
export function relativeBits(order: EncodedOrder, others: readonly EncodedOrder[]): number {
  const bits = (place: number, [relative, madeUp]: readonly [number, number]) => {
    const known = others.filter(({ words }) => words[place] !== 0);
    if (order.words[place] === 0 || known.length === 0) return 0;
    const isShared = known.some(({ words }) => words[place] === order.words[place]);
    return Math.log2(isShared ? relative / madeUp : (1 - relative) / (1 - madeUp));
  };
  return (
    bits(AT.last, WEIGHTS.sharesSurname) +
    bits(AT.ip, WEIGHTS.sharesLine) +
    generationBits(order, others)
  );
}

function generationBits(order: EncodedOrder, others: readonly EncodedOrder[]): number {
  const [relative, madeUp] = WEIGHTS.tellsGeneration;
  const isTold = others.some((other) => areFatherAndSon(order.words, other.words));
  return isTold ? Math.log2(relative / madeUp) : 0;
}

/** The same of how the address is written: at a home it is written alike. */
function spellingBits(order: EncodedOrder, others: readonly EncodedOrder[]): number {
  const [relative, madeUp] = WEIGHTS.sharesSpelling;
  const isAlike = others.some((other) => isWrittenAlike(order.words, other.words));
  return Math.log2(isAlike ? relative / madeUp : (1 - relative) / (1 - madeUp));
}

function isWrittenAlike(x: Int32Array, y: Int32Array): boolean {
  if (x[AT.door] !== y[AT.door]) return false;
  for (let i = 0; i < BLOOM_WORDS; i++)
    if (x[AT.streetBits + i] !== y[AT.streetBits + i]) return false;
  return true;
}

/** What is left of a trait's bits when a household shares its cards and devices. */
export function sharedBits(bits: number): number {
  return Math.log2(1 - WEIGHTS.sharedAtHome + WEIGHTS.sharedAtHome * 2 ** bits);
}

/** What is left of a trait's bits when a crowd's own fashion may explain it. */
export function fashionBits(bits: number): number {
  return Math.log2(1 - WEIGHTS.fashion + WEIGHTS.fashion * 2 ** bits);
}

/** A crowd's rate is unknown and learnt from its own row (Gamma-Poisson): density a day. */
function crowdPace(uses: number, spanMs: number, gapMs: number): number {
  const shape = uses + 0.5;
  const days = spanMs / DAY_MS + 2;
  return (shape / days) * (days / (days + gapMs / DAY_MS)) ** (shape + 1);
}

/** Where people live or work, some order without the campaign; at a drop nobody does, unless it lies among them. */
function addOthers(odds: Hypotheses, uses: number, others: number): void {
  const anyMix = 1 / (uses + others + 1);
  odds.home += Math.log2(anyMix);
  odds.crowd += Math.log2(anyMix);
  odds.drop += Math.log2(
    WEIGHTS.cleanDrop * 0.97 ** uses * 0.03 ** others + (1 - WEIGHTS.cleanDrop) * anyMix,
  );
}

function addDoor(odds: Hypotheses, order: EncodedOrder, orders: readonly EncodedOrder[]): void {
  const door = order.words[AT.door]!;
  const doors = orders.map(({ words }) => words[AT.door]!).filter((known) => known !== 0);
  if (door === 0 || doors.length === 0) return;
  const isKnown = doors.includes(door);
  odds.home += Math.log2(isKnown ? 0.9 : 0.05);
  odds.crowd += Math.log2(isKnown ? 0.08 : 0.9);
  odds.drop += Math.log2(isKnown ? 0.6 : 0.25);
}

function log2Sum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log2(2 ** (a - top) + 2 ** (b - top));
}
