import type { Offer } from "#app/domain/campaign/offer.ts";
import type { Convention } from "./convention.ts";
import type { Dimensions } from "./dimensions.ts";

/** What the discount really does; `endsAt` null when it does not end. */
export type Named = { offer: Offer; startsAt: Date; endsAt: Date | null; timeZone: string };

/** A name that says something else than the discount does. `field` is the field's id. */
export type NameWarning = { field: string; message: string };

/** No place on earth is further from UTC than this, so a date within it is not called wrong. */
const ZONE_SLACK_MS = 14 * 60 * 60 * 1000;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** Where a name contradicts the discount. It never refuses: the merchant may know better. */
export function lintName(
  convention: Convention,
  dimensions: Dimensions,
  named: Named,
): NameWarning[] {
  const warnings: NameWarning[] = [];
  for (const [id, value] of Object.entries(dimensions)) {
    const type = convention.fields.get(id)?.type;
    const message =
      type?.kind === "offer"
        ? offerWarning(value, named.offer)
        : type?.kind === "percentage"
          ? percentageWarning(value, named.offer)
          : type?.kind === "date" && (type.spelling === "YY" || type.spelling === "YYYY")
            ? yearWarning(value, named)
            : type?.kind === "date"
              ? monthWarning(id, value, named)
              : null;
    if (message) warnings.push({ field: id, message });
  }
  return warnings;
}

function offerWarning(value: string, offer: Offer): string | null {
  if (value === "DISCOUNT") {
    return offer.kind === "free_shipping" ? says("a discount", value, offer) : null;
  }
  if (value === "FREESHIP") {
    return offer.kind === "free_shipping" ? null : says("free shipping", value, offer);
  }
  const amount = /^([0-9]+)([A-Z]{3})?OFF$/.exec(value);
  if (!amount) return null;
  const [, number, currency] = amount;
  if (currency === undefined) {
    const same = offer.kind === "percentage" && offer.basisPoints === Number(number) * 100;
    return same ? null : says(`${number} %`, value, offer);
  }
  const same = offer.kind === "fixed_amount" && amountText(offer) === `${number} ${currency}`;
  return same ? null : says(`${number} ${currency}`, value, offer);
}

function percentageWarning(value: string, offer: Offer): string | null {
  const same = offer.kind === "percentage" && offer.basisPoints === Number(value) * 100;
  return same ? null : says(`${value} %`, value, offer);
}

const says = (what: string, value: string, offer: Offer): string =>
  `“${value}” says ${what}, but the discount is ${offerText(offer)}.`;

function offerText(offer: Offer): string {
  if (offer.kind === "free_shipping") return "free shipping";
  return offer.kind === "percentage" ? `${offer.basisPoints / 100} %` : amountText(offer);
}

const NO_CENTS = ["JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "PYG", "UGX", "RWF"];

function amountText({ amountMinor, currency }: Extract<Offer, { kind: "fixed_amount" }>): string {
  return `${amountMinor / (NO_CENTS.includes(currency) ? 1 : 100)} ${currency}`;
}

function yearWarning(value: string, { startsAt, endsAt }: Named): string | null {
  const [from, to] = span(startsAt, endsAt ?? startsAt);
  const digits = value.length;
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year++) {
    if (String(year).slice(-digits) === value) return null;
  }
  const runs = startsAt.getUTCFullYear();
  return `“${value}” says ${digits === 2 ? "20" + value : value}, but the discount starts in ${runs}.`;
}

/** Only fields that are a month or a quarter say when; a season depends on where one lives. */
function monthWarning(id: string, value: string, { startsAt, endsAt }: Named): string | null {
  const quarter = id === "quarter" ? /^Q([1-4])$/.exec(value) : null;
  const month = id === "month" ? MONTHS.indexOf(value) : -1;
  if (!quarter && month < 0) return null;
  const [from, to] = span(startsAt, endsAt ?? startsAt);
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const last = to.getUTCFullYear() * 12 + to.getUTCMonth();
  for (let n = first; n <= last && n < first + 12; n++) {
    if (quarter ? Math.floor((n % 12) / 3) + 1 === Number(quarter[1]) : n % 12 === month)
      return null;
  }
  return `“${value}” is not when the discount runs (from ${startsAt.toISOString().slice(0, 7)}).`;
}

const span = (from: Date, to: Date): [Date, Date] => [
  new Date(from.getTime() - ZONE_SLACK_MS),
  new Date(to.getTime() + ZONE_SLACK_MS),
];
