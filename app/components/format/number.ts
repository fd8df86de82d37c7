import type { UsedShare } from "#app/domain/campaign/summary.ts";
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

/** The share alone; the base has to stand beside it, see `formatUsedBase`. */
export function formatUsed(share: UsedShare, locale: string): string {
  return share.base > 0 ? formatPercent(share.used / share.base, locale) : "–";
}

/** "386 of 3,120 codes made": a share never stands without this. */
export function formatUsedBase(share: UsedShare, locale: string): string {
  const of = share.of === "codes made" ? "codes made" : "uses allowed in total";
  return `${formatNumber(share.used, locale)} of ${formatNumber(share.base, locale)} ${of}`;
}

export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
