import type { Minimum, Offer } from "../../checkout/discount.ts";
import type { NativeOffer, ShopState } from "../../state.ts";
import type { Args } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { minorUnits } from "../money.ts";
import type { Problems } from "./problems.ts";
import { changed, list } from "./read-audience.ts";
import { readItems } from "./read-items.ts";
import { object, optionalNumber } from "./read-minimum.ts";

export type NativeType = NativeOffer["type"];

type OfferOf<Kind extends Offer["kind"]> = Extract<Offer, { kind: Kind }>;

export function readOffer(
  shop: ShopState,
  type: NativeType,
  input: Args,
  problems: Problems,
  current: Offer | undefined,
): Offer {
  switch (type) {
    case "basic":
      return readBasic(shop, input, problems, current);
    case "freeShipping":
      return readShipping(shop, input, problems, ofKind(current, "free-shipping"));
    case "bxgy":
      return readBxgy(shop, input, problems, ofKind(current, "buy-x-get-y"));
  }
}

function ofKind<Kind extends Offer["kind"]>(
  offer: Offer | undefined,
  kind: Kind,
): OfferOf<Kind> | undefined {
  return offer?.kind === kind ? (offer as OfferOf<Kind>) : undefined;
}

function readBasic(
  shop: ShopState,
  input: Args,
  problems: Problems,
  current: Offer | undefined,
): Offer {
  const before = current?.kind === "percentage" || current?.kind === "amount" ? current : undefined;
  const gets = object(input["customerGets"]);
  const items = readItems(shop, "customerGets", gets["items"], problems, before?.items);
  const value = object(gets["value"]);
  const path = ["customerGets", "value"];
  const amount = object(value["discountAmount"]);
  if (value["discountOnQuantity"]) {
    problems.add(
      [...path, "discountOnQuantity"],
      "INVALID",
      "Discount on quantity is only permitted with bxgy discounts.",
    );
  }
  if (typeof value["percentage"] === "number") {
    const fraction = readFraction(value["percentage"], [...path, "percentage"], problems);
    if (value["discountAmount"]) problems.add(path, "CONFLICT", "Specify only one value.");
    return { kind: "percentage", fraction, items };
  }
  if (amount["amount"] !== undefined) {
    const minor = minorUnits(amount["amount"], shop.currencyCode);
    if (minor <= 0) {
      const field = [...path, "discountAmount", "amount"];
      problems.add(field, "GREATER_THAN", "Amount must be greater than 0");
    }
    const onEachItem = amount["appliesOnEachItem"] === true;
    return { kind: "amount", amount: minor, onEachItem, items };
  }
  if (before) return { ...before, items };
  problems.add(path, "BLANK", "Value can't be blank");
  return { kind: "percentage", fraction: 0, items };
}

function readShipping(
  shop: ShopState,
  input: Args,
  problems: Problems,
  current: OfferOf<"free-shipping"> | undefined,
): Offer {
  const maximum = input["maximumShippingPrice"];
  const maximumPrice =
    maximum === undefined
      ? current?.maximumPrice
      : maximum === null
        ? undefined
        : minorUnits(maximum, shop.currencyCode);
  if (!input["destination"]) {
    if (!current) problems.add(["destination"], "BLANK", "Destination can't be blank");
    return { kind: "free-shipping", countries: current?.countries, maximumPrice };
  }
  const destination = object(input["destination"]);
  if (destination["all"] === true) {
    return { kind: "free-shipping", countries: undefined, maximumPrice };
  }
  const countries = object(destination["countries"]);
  if (countries["includeRestOfWorld"] === true) {
    throw unimplemented("destinations with the rest of the world");
  }
  const listed = changed(
    current?.countries ?? [],
    list(countries["add"]),
    list(countries["remove"]),
  );
  if (listed.length === 0) {
    problems.add(["destination", "countries"], "BLANK", "Destination can't be blank");
  }
  return { kind: "free-shipping", countries: listed, maximumPrice };
}

function readBxgy(
  shop: ShopState,
  input: Args,
  problems: Problems,
  current: OfferOf<"buy-x-get-y"> | undefined,
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
  const usesPerOrder = input["usesPerOrderLimit"];
  return {
    kind: "buy-x-get-y",
    buys: buyItems,
    buysNeed: readNeed(shop, need, problems, current?.buysNeed),
    gets: getItems,
    getsQuantity: Number(onQuantity["quantity"] ?? current?.getsQuantity ?? 1),
    fraction: readFraction(Number(given ?? 0), [...path, "effect", "percentage"], problems),
    usesPerOrder: usesPerOrder === undefined ? current?.usesPerOrder : optionalNumber(usesPerOrder),
  };
}

function readNeed(
  shop: ShopState,
  need: Args,
  problems: Problems,
  current: Minimum | undefined,
): Minimum {
  if (need["quantity"] !== undefined && need["quantity"] !== null) {
    return { kind: "quantity", quantity: Number(need["quantity"]) };
  }
  if (need["amount"] !== undefined && need["amount"] !== null) {
    return { kind: "subtotal", amount: minorUnits(need["amount"], shop.currencyCode) };
  }
  if (!current) problems.add(["customerBuys", "value"], "BLANK", "Value can't be blank");
  return current ?? { kind: "quantity", quantity: 1 };
}

function readFraction(value: number, field: readonly string[], problems: Problems): number {
  if (!(value >= 0 && value <= 1)) {
    problems.add(field, "VALUE_OUTSIDE_RANGE", "Value must be between 0.0 and 1.0");
  }
  return value;
}
