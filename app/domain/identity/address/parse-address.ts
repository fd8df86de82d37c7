import { foldText, lettersOf, skeletonOf } from "../fold-text.ts";
import type { OrderAddress } from "../order-record.ts";
import { postcodeOf } from "./postcode.ts";
import { splitLine } from "./split-line.ts";
import { PICK_UP } from "./words.ts";

/**
 * A postal address taken apart, whatever country's habit it is written in.
 *
 * - `street`: the letters of its name without kind ("street", "rue"), direction and little words; `numbered`: the digits of
 *   one that is called by a number ("42nd Street"), else "".
 * - `number`: of the house, digits only; `unit`: what tells one door of it, letters and digits; "" when not said.
 * - `isPickUp`: a locker, a shop, a box: many strangers share it by its nature.
 */
export type AddressParts = {
  country: string;
  postcode: string;
  city: string;
  street: string;
  numbered: string;
  number: string;
  unit: string;
  isPickUp: boolean;
};

/** Null when there is neither a street nor a number. */
export function parseAddress(address: OrderAddress): AddressParts | null {
  const country = (address.country ?? "").toUpperCase();
  const city = foldText(address.city ?? "").trim();
  // Many say the city once more in the second line.
  const line2 = foldText(address.line2 ?? "").trim();
  const text = [foldText(address.line1 ?? ""), line2 === city ? "" : line2]
    .filter((line) => line !== "")
    .join(" , ");
  const { street, numbered, number, unit } = splitLine(text, country);
  if (street === "" && number === "") return null;
  return {
    country,
    postcode: postcodeOf(address.postcode, country),
    city: lettersOf(city),
    street,
    numbered,
    number,
    unit,
    isPickUp: PICK_UP.test(text),
  };
}

/** The house, in a spelling that survives a typing error in the street's name; null when no house is told. */
export function houseOf(parts: AddressParts): string | null {
  if (parts.number === "" && parts.street === "") return null;
  const area = parts.postcode || skeletonOf(parts.city, 5);
  if (area === "") return null;
  return `${parts.country}|${area}|${parts.number}|${parts.numbered}${skeletonOf(parts.street, 3)}`;
}
