import type { RedemptionRate } from "#app/domain/campaign/summary.ts";
import { settle } from "./settle.ts";

export function formatNumber(value: number, locale: string): string {
  return settle(new Intl.NumberFormat(locale).format(value));
}

export function formatNumberShort(value: number, locale: string): string {
  const options = { notation: "compact", maximumFractionDigits: 1 } as const;
  return settle(new Intl.NumberFormat(locale, options).format(value));
}

/** `share` 0.124 is "12.4%"; at most one digit after the point. */
export function formatPercent(share: number, locale: string): string {
  const options = { style: "percent", maximumFractionDigits: 1 } as const;
  return settle(new Intl.NumberFormat(locale, options).format(share));
}

/** The share alone; the base has to stand beside it, see `formatRateBase`. */
export function formatRate(rate: RedemptionRate, locale: string): string {
  return rate.base > 0 ? formatPercent(rate.used / rate.base, locale) : "–";
}

/** "386 of 3,120 codes made": a rate never stands without this. */
export function formatRateBase(rate: RedemptionRate, locale: string): string {
  const of = rate.of === "codes made" ? "codes made" : "uses allowed in total";
  return `${formatNumber(rate.used, locale)} of ${formatNumber(rate.base, locale)} ${of}`;
}

export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
