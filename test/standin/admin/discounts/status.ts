import { classOf } from "../../checkout/discount.ts";
import type { Discount } from "../../state.ts";

export type DiscountStatus = "ACTIVE" | "EXPIRED" | "SCHEDULED";

export function statusOf({ startsAt, endsAt }: Discount, now: Date): DiscountStatus {
  if (endsAt && endsAt <= now) return "EXPIRED";
  return startsAt > now ? "SCHEDULED" : "ACTIVE";
}

export function classesOf(discount: Discount) {
  return discount.type === "app" ? discount.discountClasses : [classOf(discount.offer)];
}

export function usageOf(discount: Discount): number {
  if (discount.method === "automatic") return discount.type === "app" ? 0 : discount.usageCount;
  return discount.redeemCodes.uses;
}

/** As the `type` and `discount_type` filters name it. */
export function kindOf(discount: Discount): string {
  switch (discount.type) {
    case "app":
      return "app";
    case "bxgy":
      return "bxgy";
    case "freeShipping":
      return "free_shipping";
    case "basic":
      return discount.offer.kind === "percentage" ? "percentage" : "fixed_amount";
  }
}
