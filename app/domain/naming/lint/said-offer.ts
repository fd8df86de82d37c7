import type { PlainOffer } from "#app/domain/campaign/offer.ts";
import { decimalsOf, decimalText, parseMinor } from "#app/domain/shared/money.ts";
import type { Field } from "../field.ts";
import type { Finding, LintContext, NamedOffer } from "./rule.ts";

/** What a part of a name says the discount is; `some_discount` does not say how much. */
type Said = PlainOffer | { kind: "some_discount" };

/** The offer a part of a name speaks of; null when it speaks of none. */
export function saidOffer({ type }: Field, value: string): Said | null {
  if (type.kind === "percentage") return percent(value);
  if (type.kind !== "offer") return null;
  if (value === "FREESHIP") return { kind: "free_shipping" };
  if (value === "DISCOUNT") return { kind: "some_discount" };
  const [, number, currency] = /^([0-9]+)([A-Z]{3})?OFF$/.exec(value) ?? [];
  if (number === undefined) return null;
  if (currency === undefined) return percent(number);
  const amountMinor = parseMinor(number, currency);
  return amountMinor === null ? null : { kind: "fixed_amount", amountMinor, currency };
}

const percent = (digits: string): PlainOffer => ({
  kind: "percentage",
  basisPoints: Number(digits) * 100,
});

/** How a field spells an offer: in full, else without saying how much; null when it cannot. */
function spelled({ type }: Field, offer: NamedOffer): string | null {
  const whole =
    offer.kind === "percentage" && offer.basisPoints % 100 === 0 ? offer.basisPoints / 100 : null;
  if (type.kind === "percentage") return whole === null ? null : String(whole);
  if (offer.kind === "free_shipping") return "FREESHIP";
  if (whole !== null) return `${whole}OFF`;
  if (offer.kind === "percentage" || offer.kind === "buy_x_get_y") return "DISCOUNT";
  const units = offer.amountMinor / 10 ** decimalsOf(offer.currency);
  return Number.isInteger(units) ? `${units}${offer.currency}OFF` : "DISCOUNT";
}

function inWords(said: Said | NamedOffer): string {
  switch (said.kind) {
    case "some_discount":
      return "a discount";
    case "free_shipping":
      return "free shipping";
    case "buy_x_get_y":
      return "buy X, get Y";
    case "percentage":
      return `${said.basisPoints / 100}%`;
    case "fixed_amount":
      return `${decimalText(said.amountMinor, said.currency).replace(/\.0+$/, "")} ${said.currency}`;
  }
}

/**
 * The name says one offer, the discount is another. Either may be the slip: the name may have been
 * copied, or the discount not been set yet. A discount in another currency than the shop's cannot be.
 */
export function contradiction(said: Said, { field, value, named, renamed }: LintContext): Finding {
  const { offer, currency } = named;
  const what = `“${value}” says ${inWords(said)}, but the discount is ${inWords(offer)}.`;
  const fixes = renamed(spelled(field, offer));
  if (said.kind === "some_discount") return { message: what, fixes };
  const message = `${what} If the name is right, make the discount ${inWords(said)}.`;
  const isForeign = said.kind === "fixed_amount" && said.currency !== currency;
  if (!isForeign) fixes.push({ kind: "set_offer", offer: said });
  return { message, fixes };
}
