import type { Minimum, Offer } from "../../checkout/discount.ts";
import type { ShopState } from "../../state.ts";
import type { Args } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { minorUnits } from "../money.ts";
import type { Problems } from "./problems.ts";
import { readItems } from "./read-items.ts";
import { object, optionalNumber } from "./read-minimum.ts";
import { atLeastOne, readFraction } from "./read-number.ts";

type BuyXGetY = Extract<Offer, { kind: "buy-x-get-y" }>;

export function readBxgy(
  shop: ShopState,
  input: Args,
  problems: Problems,
  current: BuyXGetY | undefined,
): Offer {
  const buys = object(input["customerBuys"]);
  const gets = object(input["customerGets"]);
  const buyItems = readItems(shop, "customerBuys", buys["items"], problems, current?.buys);
  const getItems = readItems(shop, "customerGets", gets["items"], problems, current?.gets);
  if (getItems.kind === "all" && gets["items"]) {
    problems.add(["customerGets"], "INVALID", "Items in 'customer get' cannot be set to all");
  }
  if (buyItems.kind === "all" && buys["items"]) {
    problems.add(["customerBuys"], "INVALID", "Items in 'customer buys' cannot be set to all");
  }
  const need = object(buys["value"]);
  const onQuantity = object(object(gets["value"])["discountOnQuantity"]);
  const effect = object(onQuantity["effect"]);
  if (effect["amount"]) throw unimplemented("buy X get Y with an amount off");
  const path = ["customerGets", "value", "discountOnQuantity"];
  const given = effect["percentage"] ?? current?.fraction;
  if (given === undefined) problems.add(path, "BLANK", "Value can't be blank");
  const usesPerOrder =
    input["usesPerOrderLimit"] === undefined
      ? current?.usesPerOrder
      : optionalNumber(input["usesPerOrderLimit"]);
  atLeastOne(usesPerOrder, ["usesPerOrderLimit"], "Uses per order limit", problems);
  const getsQuantity = Number(onQuantity["quantity"] ?? current?.getsQuantity ?? 1);
  atLeastOne(getsQuantity, [...path, "quantity"], "Quantity", problems);
  return {
    kind: "buy-x-get-y",
    buys: buyItems,
    buysNeed: readNeed(shop, need, problems, current?.buysNeed),
    buysOnOneTimePurchase:
      (buys["isOneTimePurchase"] ?? current?.buysOnOneTimePurchase ?? true) === true,
    buysOnSubscription: (buys["isSubscription"] ?? current?.buysOnSubscription ?? false) === true,
    gets: getItems,
    getsQuantity,
    fraction: readFraction(Number(given ?? 0), [...path, "effect", "percentage"], problems),
    usesPerOrder,
  };
}

function readNeed(
  shop: ShopState,
  need: Args,
  problems: Problems,
  current: Minimum | undefined,
): Minimum {
  if (need["quantity"] !== undefined && need["quantity"] !== null) {
    const quantity = Number(need["quantity"]);
    atLeastOne(quantity, ["customerBuys", "value", "quantity"], "Quantity", problems);
    return { kind: "quantity", quantity };
  }
  if (need["amount"] !== undefined && need["amount"] !== null) {
    return { kind: "subtotal", amount: minorUnits(need["amount"], shop.currencyCode) };
  }
  if (!current) problems.add(["customerBuys", "value"], "BLANK", "Value can't be blank");
  return current ?? { kind: "quantity", quantity: 1 };
}
