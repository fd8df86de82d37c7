import type { Offer } from "../../checkout/discount.ts";
import type { NativeOffer, ShopState } from "../../state.ts";
import type { Args } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { minorUnits } from "../money.ts";
import type { Problems } from "./problems.ts";
import { changed, list } from "./read-audience.ts";
import { readItems } from "./read-items.ts";
import { readBxgy } from "./read-bxgy.ts";
import { object } from "./read-minimum.ts";
import { readFraction } from "./read-number.ts";

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
