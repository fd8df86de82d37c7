import { expect, it } from "vitest";
import type { Offer } from "#app/domain/campaign/offer.ts";
import type { Minimum } from "#app/domain/discount/terms.ts";
import { formatOffer } from "#app/components/format/offer.ts";

function buyXGetY(need: Minimum, basisPoints: number): Offer {
  const buys = { items: { kind: "collections", ids: ["1"] } as const, need };
  const times = { quantity: 1, usesPerOrder: null, currency: "EUR" };
  return { kind: "buy_x_get_y", buys, basisPoints, ...times };
}

it.each([
  [{ kind: "percentage", basisPoints: 1_500 } as const, "15% off"],
  [{ kind: "percentage", basisPoints: 1_250 } as const, "12.5% off"],
  [{ kind: "fixed_amount", amountMinor: 1_000, currency: "EUR" } as const, "€10.00 off"],
  [{ kind: "free_shipping" } as const, "Free shipping"],
  [
    { kind: "fixed_amount", amountMinor: 1_000, currency: "EUR", eachItem: true } as const,
    "€10.00 off each item",
  ],
  [buyXGetY({ kind: "quantity", quantity: 2 }, 10_000), "Buy 2, get 1 free"],
  [buyXGetY({ kind: "subtotal", minor: 5_000 }, 5_000), "Buy for €50.00, get 1 at 50% off"],
])("an offer in words: %o is %s", (offer, text) => {
  expect(formatOffer(offer, "en")).toBe(text);
});
