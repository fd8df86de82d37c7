import { settle } from "./settle.ts";

/** How many digits the currency's minor unit has: 2 for euro cents, 0 for yen. */
function minorDigits(currency: string, locale: string): number {
  const options = new Intl.NumberFormat(locale, { style: "currency", currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** `minor` in the currency's minor unit (cents), as people of that locale write it. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return settle(format.format(minor / 10 ** digits));
}

/** For an axis: no more digits than fit ("€1.2K"). */
export function formatMoneyShort(minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  });
  return settle(format.format(minor / 10 ** minorDigits(currency, locale)));
}
