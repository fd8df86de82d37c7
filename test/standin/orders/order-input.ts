import type { OrderDraft } from "../checkout/order-draft.ts";
import type { Application } from "../checkout/price.ts";
import type { OrderAddress, Presentment } from "./order.ts";

/** A checkout's draft, and what only other sales channels or scripted orders have. Ids are numbers or gids, as text. */
export type OrderInput = Omit<OrderDraft, "applications"> & {
  readonly applications: readonly OrderInputApplication[];
  /** The shop's own currency unless said otherwise. */
  readonly presentment?: Presentment;
  /** The shipping address unless said otherwise. */
  readonly billingAddress?: OrderAddress;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly noteAttributes?: readonly { readonly name: string; readonly value: string }[];
};

/** Automatic discounts have no code. */
export type OrderInputApplication = Omit<Application, "code"> & {
  readonly code: string | undefined;
};
