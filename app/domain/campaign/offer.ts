import type { DiscountValue } from "../discount/terms.ts";

/** What a name can say of an offer, and what is told of it in short. */
export type PlainOffer =
  | { kind: "percentage"; basisPoints: number }
  | { kind: "fixed_amount"; amountMinor: number; currency: string }
  | { kind: "free_shipping" };

type Value<Kind extends DiscountValue["kind"]> = Extract<DiscountValue, { kind: Kind }>;

/**
 * What a discount takes off. `basisPoints` are hundredths of a percent (1000 = 10 %); amounts are in
 * `currency`'s minor unit (cents).
 */
export type Offer =
  | Value<"percentage">
  | (Value<"fixed_amount"> & { currency: string })
  | (Value<"free_shipping"> & { currency: string })
  | (Value<"buy_x_get_y"> & { currency: string });

/** The offer as Shopify's discount holds it, whose amounts are the shop's currency's anyway. */
export function valueOf(offer: Offer): DiscountValue {
  if (offer.kind === "percentage") return offer;
  const { currency: _, ...value } = offer;
  return value;
}
