/**
 * A code that is used by people it was not issued to. `since`: the first use the alarm rests on; `rangAt`: when it rang, both
 * ISO 8601. `orders`: by such people from `since` on, to the alarm's end if it was ended; `hasMore`: at least so many.
 * `isOn`: whether the campaign's codes can be used. `ended`: who said that it is no leak, and when.
 */
export type Leak = {
  id: string;
  campaign: { id: string; name: string; isOn: boolean; isPersonal: boolean };
  code: string;
  since: string;
  rangAt: string;
  orders: number;
  hasMore: boolean;
  ended: { by: string; at: string } | null;
};

/** One of its orders: what the code took off, in minor units of `currency`. */
export type LeakLine = {
  order: { id: string; name: string };
  at: string;
  discountMinor: number;
  currency: string;
};

/** An alarm with its orders, newest first, a page at a time: `next` fetches the page after. */
export type LeakDetail = { leak: Leak; lines: LeakLine[]; next: string | null };
