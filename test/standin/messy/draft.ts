import type { Audience, Minimum, Offer } from "../checkout/discount.ts";
import type { Discount, NativeOffer, ShopState, World } from "../state.ts";
import { RedeemCodes } from "../state/redeem-codes.ts";
import type { Pick } from "./pick.ts";

/** A discount as somebody once meant it. With neither code nor batch it is automatic. */
export type DraftDiscount = {
  readonly code?: string;
  /** What each code of a batch begins with. */
  readonly batch?: string;
  readonly title?: string;
  readonly offer?: Offer;
  readonly foreignApp?: string;
  readonly minimum?: Minimum;
  readonly usageLimit?: number;
  readonly oncePerCustomer?: boolean;
  readonly marketIds?: readonly string[];
  readonly cycles?: number;
  readonly when?: "past" | "future" | "always";
  readonly isUnused?: boolean;
};

const DAY = 86_400_000;

/** Puts a draft into the shop, without its codes, and tells nobody: it has long been there. */
export function addDraft(
  world: World,
  shop: ShopState,
  pick: Pick,
  draft: DraftDiscount,
): Discount {
  const id = world.nextId("DiscountNode");
  const audience: Audience = draft.marketIds?.length
    ? { kind: "markets", ids: draft.marketIds }
    : { kind: "all" };
  const shared = {
    id,
    title: draft.title ?? draft.code ?? draft.batch ?? "Discount",
    ...datesOf(world, pick, draft.when ?? pick.of(["past", "past", "always", "now"])),
    deactivatedAt: undefined,
    combinesWith: { ORDER: false, PRODUCT: false, SHIPPING: pick.chance(0.3) },
    tags: [],
  };
  const terms = {
    audience,
    appliesOnOneTimePurchase: draft.cycles === undefined,
    appliesOnSubscription: draft.cycles !== undefined,
    recurringCycleLimit: draft.cycles,
  };
  const discount = made(shop, { ...shared, ...terms }, draft);
  shop.discounts.set(id, discount);
  return discount;
}

type Made = Omit<
  Extract<Discount, { method: "automatic"; type: "basic" | "freeShipping" | "bxgy" }>,
  "method" | "type" | "offer" | "minimum" | "usageCount"
>;

function made(shop: ShopState, shared: Made, draft: DraftDiscount): Discount {
  const { foreignApp, minimum, offer = ANY_OFFER } = draft;
  const code = {
    ...shared,
    method: "code",
    usageLimit: draft.usageLimit,
    appliesOncePerCustomer: draft.oncePerCustomer ?? false,
    redeemCodes: new RedeemCodes(shop.codeIndex, shared.id),
  } as const;
  if (foreignApp !== undefined) {
    return {
      ...code,
      type: "app",
      functionHandle: "points",
      discountClasses: ["ORDER"],
      foreignApp,
    };
  }
  const native = { type: typeOf(offer), offer, minimum };
  if (draft.code !== undefined || draft.batch !== undefined) return { ...code, ...native };
  return { ...shared, method: "automatic", usageCount: 12, ...native };
}

const ANY_OFFER: Offer = { kind: "percentage", fraction: 0.1, items: { kind: "all" } };

function typeOf({ kind }: Offer): NativeOffer["type"] {
  if (kind === "free-shipping") return "freeShipping";
  return kind === "buy-x-get-y" ? "bxgy" : "basic";
}

function datesOf(world: World, pick: Pick, when: "past" | "future" | "always" | "now") {
  const now = Math.floor(world.now().getTime() / 1_000) * 1_000;
  const ago = (days: number): Date => new Date(now - days * DAY - pick.below(DAY / 1_000) * 1_000);
  const old = 100 + pick.below(900);
  switch (when) {
    case "past": {
      const startsAt = ago(old);
      const endsAt = new Date(startsAt.getTime() + (7 + pick.below(80)) * DAY);
      return { startsAt, endsAt, createdAt: startsAt, updatedAt: startsAt };
    }
    case "future": {
      const at = ago(5);
      return { startsAt: ago(-20), endsAt: ago(-60), createdAt: at, updatedAt: at };
    }
    case "always": {
      const at = ago(old);
      return { startsAt: at, endsAt: undefined, createdAt: at, updatedAt: at };
    }
    case "now": {
      const at = ago(pick.below(20));
      // Some are over any day now, unused or not.
      return { startsAt: at, endsAt: ago(-1 - pick.below(40)), createdAt: at, updatedAt: at };
    }
  }
}
