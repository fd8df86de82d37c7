import type { DiscountValue } from "#app/domain/discount/terms.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

type Buys = Omit<Extract<DiscountValue, { kind: "buy_x_get_y" }>, "kind">;

/** What is bought for an offer of buy X get Y; null for every other offer. */
export function buysOf({ offerKind, buys }: Pick<Campaign, "offerKind" | "buys">): Buys | null {
  return offerKind === "buy_x_get_y" ? (buys as Buys | null) : null;
}
