import type { Minimum } from "../../checkout/discount.ts";
import type { ShopState } from "../../state.ts";
import type { Args } from "../context.ts";
import { minorUnits } from "../money.ts";
import type { Problems } from "./problems.ts";

/** What the cart must hold; `null` takes a requirement away. */
export function readMinimum(
  shop: ShopState,
  given: unknown,
  problems: Problems,
  current: Minimum | undefined,
): Minimum | undefined {
  if (given === undefined) return current;
  if (given === null) return undefined;
  const quantity = object(object(given)["quantity"])["greaterThanOrEqualToQuantity"];
  const subtotal = object(object(given)["subtotal"])["greaterThanOrEqualToSubtotal"];
  const hasQuantity = quantity !== undefined && quantity !== null;
  const hasSubtotal = subtotal !== undefined && subtotal !== null;
  const path = ["minimumRequirement"];
  if (hasQuantity && hasSubtotal) {
    problems.add(
      [...path, "subtotal", "greaterThanOrEqualToSubtotal"],
      "CONFLICT",
      "Minimum subtotal cannot be defined when minimum quantity is.",
    );
    problems.add(
      [...path, "quantity", "greaterThanOrEqualToQuantity"],
      "CONFLICT",
      "Minimum quantity cannot be defined when minimum subtotal is.",
    );
  }
  if (hasQuantity && Number(quantity) < 1) {
    const field = [...path, "quantity", "greaterThanOrEqualToQuantity"];
    problems.add(field, "GREATER_THAN", "Minimum quantity must be greater than 0");
  }
  if (hasQuantity) return { kind: "quantity", quantity: Number(quantity) };
  if (hasSubtotal) return { kind: "subtotal", amount: minorUnits(subtotal, shop.currencyCode) };
  return undefined;
}

export function object(value: unknown): Args {
  return (value ?? {}) as Args;
}

export function optionalNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
