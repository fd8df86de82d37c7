import type { Application } from "./price.ts";

export type Address = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** Where an order is placed from. */
export type Client = { readonly ip: string; readonly userAgent: string };

export type PaymentMethod = "card" | "declined-card" | "bank-transfer" | "test-gateway";

/** Everything a paid or pending checkout knows. Amounts in minor units of the shop's currency. */
export type OrderDraft = {
  readonly checkoutToken: string;
  readonly cartToken: string;
  readonly customerId: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly lines: readonly {
    readonly lineId: string;
    readonly variantId: string;
    readonly productId: string;
    readonly title: string;
    readonly quantity: number;
    readonly unitPrice: number;
  }[];
  readonly shippingPrice: number | undefined;
  readonly shippingAddress: Address;
  readonly applications: readonly Application[];
  readonly financialStatus: "paid" | "pending";
  readonly gateway: string;
  readonly isTest: boolean;
  readonly browserIp: string;
  readonly userAgent: string;
  /** The page the visit came from; most browsers tell none. */
  readonly referringSite?: string | undefined;
  readonly createdAt: Date;
};

export type PlacedOrder = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly total: number;
  readonly financialStatus: string;
  readonly cancelledAt: Date | undefined;
  readonly codes: readonly string[];
};
