import type { OrderActions } from "../checkout/order-actions.ts";
import type { CheckoutShop } from "../checkout/shop.ts";

export type HistoryOptions = {
  readonly shop: CheckoutShop;
  readonly actions: OrderActions;
  readonly days: number;
  readonly orders: number;
  readonly codes: readonly HistoryCode[];
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
};

export type HistoryCode = {
  readonly code: string;
  /** Share of all orders that try this code, 0–1; all shares together are at most 1. */
  readonly share: number;
  /** Nobody uses it more often than this; without it, history overshoots what the guard would have held. */
  readonly mostPerCustomer?: number | undefined;
  /** Only within the last so many days. */
  readonly sinceDays?: number | undefined;
  /** Where those who use it come from: the address of a page. */
  readonly referringSites?: readonly string[] | undefined;
};
