import type { OrderActions } from "../checkout/order-actions.ts";
import type { OrderDraft } from "../checkout/order-draft.ts";
import { draftAt } from "./draft.ts";
import type { HistoryOptions } from "./options.ts";
import { chance, type Chance } from "./random.ts";
import { orderMoments } from "./rhythm.ts";
import { shoppersOf } from "./shopper.ts";

export type HistoryResult = {
  readonly orders: number;
  readonly withCode: number;
  readonly cancelled: number;
  readonly refunded: number;
  readonly expired: number;
  readonly pending: number;
};

const HOUR = 3_600_000;

/**
 * Writes a past for a shop: orders through the same functions a paid checkout uses, with Shopify's own rules as
 * they stood at the time, but without running any discount function. Events follow one another in time.
 */
export async function generateHistory(options: HistoryOptions): Promise<HistoryResult> {
  const { shop } = options;
  const dice = chance(options.seed);
  const end = shop.now();
  const result = { orders: 0, withCode: 0, cancelled: 0, refunded: 0, expired: 0, pending: 0 };
  const uses = new Map<string, number>();
  const later: Later[] = [];
  const nextShopper = shoppersOf(shop, dice, options.orders);
  for (const at of orderMoments(dice, end, options.days, options.orders)) {
    await runUntil(later, at);
    const draft = draftAt(options, dice, { shopper: nextShopper(), at }, uses);
    const order = await shop.placeOrder(draft);
    result.orders += 1;
    if (draft.applications.length > 0) result.withCode += 1;
    if (draft.financialStatus === "pending") result.pending += 1;
    const fate = fateOf(options.actions, dice, draft, order.id);
    if (fate && fate.at < end) later.push(countedAs(fate, result));
    options.onProgress?.(result.orders);
  }
  await runUntil(later, end);
  return result;
}

type Later = { readonly at: Date; readonly run: () => Promise<void> };
type Fate = Later & { readonly kind: "cancelled" | "refunded" | "expired" | "paid" };
type Counts = { -readonly [K in keyof HistoryResult]: HistoryResult[K] };

/** What becomes of an order: most are left alone; a bank transfer arrives, or never does. */
function fateOf(
  actions: OrderActions,
  dice: Chance,
  { createdAt, financialStatus }: OrderDraft,
  id: string,
): Fate | undefined {
  const after = (least: number, most: number): Date =>
    new Date(createdAt.getTime() + (least + dice.next() * (most - least)) * HOUR);
  if (financialStatus === "pending") {
    const at = after(12, 96);
    const lapses = after(160, 200);
    return dice.next() < 0.8
      ? { kind: "paid", at, run: () => actions.markPaid(id, at) }
      : { kind: "expired", at: lapses, run: () => actions.expire(id, lapses) };
  }
  const luck = dice.next();
  if (luck < 0.035) {
    const at = after(1, 40);
    return { kind: "cancelled", at, run: () => actions.cancel(id, at) };
  }
  if (luck < 0.085) {
    const at = after(72, 400);
    return { kind: "refunded", at, run: () => actions.refund(id, at) };
  }
  return undefined;
}

function countedAs(fate: Fate, counts: Counts): Later {
  return {
    at: fate.at,
    run: async () => {
      await fate.run();
      if (fate.kind !== "paid") counts[fate.kind] += 1;
      if (fate.kind === "paid" || fate.kind === "expired") counts.pending -= 1;
    },
  };
}

async function runUntil(later: Later[], moment: Date): Promise<void> {
  later.sort((a, b) => a.at.getTime() - b.at.getTime());
  while (later[0] && later[0].at <= moment) await later.shift()?.run();
}
