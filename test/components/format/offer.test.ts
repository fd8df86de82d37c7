import { expect, it } from "vitest";
import { formatLimit, formatOffer } from "#app/components/format/offer.ts";

it.each([
  [{ kind: "percentage", basisPoints: 1_500 } as const, "15% off"],
  [{ kind: "percentage", basisPoints: 1_250 } as const, "12.5% off"],
  [{ kind: "fixed_amount", amountMinor: 1_000, currency: "EUR" } as const, "€10.00 off"],
  [{ kind: "free_shipping" } as const, "Free shipping"],
])("an offer in words: %o is %s", (offer, text) => {
  expect(formatOffer(offer, "en")).toBe(text);
});

it("a limit in words", () => {
  expect(formatLimit(1, "lifetime", "en")).toBe("once in total");
  expect(formatLimit(3, "month", "en")).toBe("3 times a month");
});
