import type { CodeKind } from "../campaign/summary.ts";

/**
 * A code that is used by people it was not issued to or, if it is private (`isPrivate`), by way of coupon sites. `since`: the
 * first use the alarm rests on; `rangAt`: when it rang, both ISO 8601. `orders`: such ones from `since` on, to the alarm's
 * end if it was ended; `hasMore`: at least so many. `isOn`: whether the campaign's codes can be used; `isInUse`: whether this
 * one can, which may have been retired or replaced since; `isLeaving`: until its replacement is in Shopify. `ended`: by whom,
 * and when.
 */
export type Leak = {
  id: string;
  campaign: {
    id: string;
    name: string;
    isOn: boolean;
    kind: CodeKind;
    isPrivate: boolean;
  };
  code: string;
  codeId: string | null;
  isInUse: boolean;
  isLeaving: boolean;
  since: string;
  rangAt: string;
  orders: number;
  hasMore: boolean;
  ended: { by: string; at: string } | null;
};

/** One of its orders: the coupon site it came by (host; of private codes only), and what the code took off, in minor units of `currency`. */
export type LeakLine = {
  order: { id: string; name: string };
  couponSite: string | null;
  at: string;
  discountMinor: number;
  currency: string;
};

/** A coupon site and how many of an alarm's orders came by it. */
export type LeakSite = { site: string; orders: number };

/**
 * An alarm with its orders, newest first, a page at a time: `next` fetches the page after. `sites`: of a private code, the
 * coupon sites most of those that are counted came by, at most three.
 */
export type LeakDetail = { leak: Leak; sites: LeakSite[]; lines: LeakLine[]; next: string | null };
