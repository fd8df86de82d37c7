import type { OrderRecord } from "./order-record.ts";

/** What the order was made for: the dearest thing in the basket. Fillers beside it are taken to reach free shipping. */
export function productOf({ basket }: OrderRecord): string | null {
  const dearest = basket.reduce<OrderRecord["basket"][number] | null>(
    (most, item) => (most === null || item.totalMinor > most.totalMinor ? item : most),
    null,
  );
  return dearest?.productId ?? null;
}

/** The page a visit began on, without what campaigns add to it; null on the home page, where everybody begins. */
export function landingOf({ landing }: OrderRecord): string | null {
  const path = (landing ?? "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
  return path === "" ? null : path;
}

/** The browser, down to its version: updates come to all, so that it is evidence for days, not for months. */
export function agentOf({ userAgent }: OrderRecord): string | null {
  return userAgent?.trim() || null;
}
