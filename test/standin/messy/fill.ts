import { foldCode } from "../gid.ts";
import type { CodeDiscount, ShopState, World } from "../state.ts";
import { addDraft } from "./draft.ts";
import { HABITS, type Surroundings } from "./habits.ts";
import type { MessyOptions } from "./options.ts";
import { pickFrom, type Pick } from "./pick.ts";

export type Filled = {
  readonly discounts: number;
  readonly codes: number;
  /** How many discounts each habit brought about. */
  readonly habits: Readonly<Record<string, number>>;
};

type Batch = { readonly discount: CodeDiscount; readonly prefix: string };

/** No vowels, and nothing that looks like something else: as batches of a good generator are. */
const SIGNS = "BCDFGHJKMNPQRTVWXYZ2346789";
const BATCH_SIGNS = 8;
const KNOWN = 40;

/** Codes made before anybody else may have a turn. */
const TURN = 5_000;

/** Fills a shop; yields now and then, so that a million codes keep nobody waiting. */
export function* fillShop(
  world: World,
  shop: ShopState,
  { seed, discounts, codes }: MessyOptions,
): Generator<undefined, Filled> {
  const pick = pickFrom(seed);
  const known: string[] = [];
  const habits: Record<string, number> = {};
  const batches: Batch[] = [];
  const before = shop.codeIndex.size;
  for (let count = 0; count < discounts; count += 1) {
    const habit = habitOf(pick, count);
    habits[habit.name] = (habits[habit.name] ?? 0) + 1;
    const around: Surroundings = { shop, pick, known };
    const draft = habit.draft(around);
    const discount = addDraft(world, shop, pick, draft);
    if (discount.method !== "code") continue;
    if (draft.batch !== undefined) batches.push({ discount, prefix: draft.batch });
    else {
      const code = freeCode(shop, draft.code ?? "CODE");
      addCode(world, discount, code, draft.isUnused ? 0 : pick.below(400));
      if (known.length < KNOWN) known.push(code);
    }
    if (count % 500 === 499) yield;
  }
  const singles = shop.codeIndex.size - before;
  yield* fillBatches(world, shop, pick, batches, codes - singles);
  return { discounts, codes: shop.codeIndex.size - before, habits };
}

/** The first batch gets half of them, the next a quarter: stores have one that is huge. */
function* fillBatches(
  world: World,
  shop: ShopState,
  pick: Pick,
  batches: readonly Batch[],
  codes: number,
): Generator<undefined> {
  let left = Math.max(codes, batches.length);
  let made = 0;
  for (const [index, { discount, prefix }] of batches.entries()) {
    const others = batches.length - index - 1;
    const size = others === 0 ? left : Math.max(1, Math.min(Math.floor(left / 2), left - others));
    left -= size;
    for (let count = 0; count < size; count += 1) {
      addCode(world, discount, batchCode(shop, pick, prefix), pick.chance(0.15) ? 1 : 0);
      made += 1;
      if (made % TURN === 0) yield;
    }
  }
}

function habitOf(pick: Pick, count: number) {
  // Each habit once, so that a small store has them all; then as common as they are.
  const habit = HABITS[count];
  if (habit) return habit;
  let at = pick.below(HABITS.reduce((sum, { weight }) => sum + weight, 0));
  for (const one of HABITS) {
    at -= one.weight;
    if (at < 0) return one;
  }
  throw new Error("No habit");
}

function addCode(world: World, discount: CodeDiscount, code: string, usageCount: number): void {
  const id = world.nextId("DiscountRedeemCode");
  discount.redeemCodes.add({ id, code, createdAt: discount.createdAt, usageCount });
}

/** People try the next number when a code is taken. */
function freeCode(shop: ShopState, wanted: string): string {
  let code = wanted;
  for (let number = 2; shop.codeIndex.has(foldCode(code)); number += 1)
    code = `${wanted}-${number}`;
  return code;
}

function batchCode(shop: ShopState, pick: Pick, prefix: string): string {
  for (;;) {
    // Joined, not added up: a million strings of strings would take twice the memory.
    const signs = Array.from({ length: BATCH_SIGNS }, () => SIGNS[pick.below(SIGNS.length)]);
    const code = [prefix, "-", ...signs].join("");
    if (!shop.codeIndex.has(foldCode(code))) return code;
  }
}
