import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { Offer, PlainOffer } from "#app/domain/campaign/offer.ts";
import type { Range } from "#app/domain/insight/range.ts";
import { formatDate, formatDay, formatDays, formatMoment, shopLocalMinute } from "./date.ts";
import { formatMoney, formatMoneyShort } from "./money.ts";
import { formatNumber, formatNumberShort, formatPercent } from "./number.ts";
import { formatOffer } from "./offer.ts";
import { formatRelative } from "./relative.ts";

/** The formatters, bound to this shop's locale, currency and time zone and to the page's time. */
export function useFormat() {
  const { shop, now } = useFrame();
  const { locale, timeZone } = shop;
  const year = shopLocalMinute(now, timeZone).slice(0, 4);
  return {
    locale,
    now,
    number: (value: number) => formatNumber(value, locale),
    numberShort: (value: number) => formatNumberShort(value, locale),
    percent: (share: number) => formatPercent(share, locale),
    money: (minor: number, currency = shop.currency) => formatMoney(minor, currency, locale),
    moneyShort: (minor: number) => formatMoneyShort(minor, shop.currency, locale),
    date: (iso: string) => formatDate(iso, timeZone, locale),
    moment: (iso: string) => formatMoment(iso, timeZone, locale),
    day: (day: string) => formatDay(day, locale, year),
    days: (range: Range) => formatDays(range, locale, year),
    relative: (iso: string) => formatRelative(iso, now, locale),
    offer: (offer: Offer | PlainOffer) => formatOffer(offer, locale),
  };
}
