import type { Verdict } from "./evaluate.ts";
import type { Address, PlacedOrder } from "./order-draft.ts";
import type { Price } from "./price.ts";

/** Who is at the till. A known customer has been recognised, but has not signed in. */
export type Buyer =
  | { readonly kind: "signed-in"; readonly customerId: string }
  | { readonly kind: "known"; readonly customerId: string }
  | {
      readonly kind: "guest";
      readonly email: string | undefined;
      readonly phone: string | undefined;
    };

export type CheckoutLineInput = { readonly variantId: string; readonly quantity: number };

/** An open or finished checkout. Prices and verdicts are those of the last evaluation. */
export type Checkout = {
  readonly id: number;
  readonly token: string;
  readonly cartToken: string;
  readonly shop: string;
  readonly sessionId: string;
  readonly createdAt: Date;
  lines: readonly CheckoutLineInput[];
  buyer: Buyer;
  /** Codes that stand; a refused code is taken out, as Shopify does. */
  codes: readonly string[];
  /** What became of the codes last entered or last dropped. */
  verdicts: readonly Verdict[];
  price: Price;
  address: Address;
  /** BCP 47. */
  language: string;
  order: PlacedOrder | undefined;
};

/** Shopify's answer when paying. `changed`: codes that stood before no longer do, so the shopper is asked again. */
export type PayResult =
  | { readonly kind: "placed"; readonly order: PlacedOrder }
  | { readonly kind: "already-paid"; readonly order: PlacedOrder }
  | { readonly kind: "changed"; readonly verdicts: readonly Verdict[] }
  | { readonly kind: "declined"; readonly message: string }
  | { readonly kind: "incomplete"; readonly field: string; readonly message: string };
