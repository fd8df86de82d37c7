import type { Address } from "./people.ts";

export type FinancialStatus =
  "pending" | "authorized" | "paid" | "partially_refunded" | "refunded" | "voided" | "expired";

/** A part of a discount on one line; `applicationIndex` points into the order's `discountApplications`. */
export type DiscountAllocation = {
  readonly applicationIndex: number;
  readonly amountMinor: number;
};

export type OrderLine = {
  readonly id: number;
  readonly productId: number;
  readonly variantId: number;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly allocations: readonly DiscountAllocation[];
};

export type ShippingLine = {
  readonly id: number;
  readonly title: string;
  readonly priceMinor: number;
  readonly allocations: readonly DiscountAllocation[];
};

export type DiscountApplication = {
  readonly type: "discount_code" | "automatic" | "manual";
  /** The code as typed, or an automatic discount's title. */
  readonly label: string;
  /** Percent (`10.0`) or an amount in major units, as a decimal string. */
  readonly value: string;
  readonly valueType: "percentage" | "fixed_amount";
  readonly allocationMethod: "across" | "each" | "one";
  readonly targetType: "line_item" | "shipping_line";
  readonly targetSelection: "all" | "entitled" | "explicit";
};

export type OrderCode = {
  /** As the shopper typed it. */
  readonly code: string;
  /** What it took off in all, minor units. */
  readonly amountMinor: number;
  readonly type: "percentage" | "fixed_amount" | "shipping";
};

export type OrderTransaction = {
  readonly id: number;
  readonly kind: "authorization" | "sale" | "capture" | "refund" | "void";
  readonly status: "pending" | "success" | "failure";
  readonly amountMinor: number;
  readonly gateway: string;
  readonly createdAt: number;
  readonly card: CardDetails | null;
};

export type CardDetails = {
  readonly bin: string;
  readonly lastDigits: string;
  readonly company: string;
};

export type Refund = {
  readonly id: number;
  readonly createdAt: number;
  readonly note: string | null;
  readonly lines: readonly {
    readonly id: number;
    readonly lineId: number;
    readonly quantity: number;
    readonly subtotalMinor: number;
  }[];
  /** Money refunded that no line stands for (shipping, a goodwill amount). */
  readonly adjustmentMinor: number;
  readonly transactions: readonly OrderTransaction[];
};

/** One order. Prices include tax. Money in minor units of `currencyCode`. */
export type Order = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly currencyCode: string;
  customerId: number | null;
  email: string | null;
  phone: string | null;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly clientIp: string | null;
  readonly userAgent: string | null;
  readonly acceptLanguage: string | null;
  /** A secret of the order's status page. */
  readonly token: string;
  readonly checkoutToken: string;
  readonly cartToken: string | null;
  readonly sourceName: string;
  readonly gateways: readonly string[];
  readonly test: boolean;
  readonly lines: readonly OrderLine[];
  readonly shippingLines: readonly ShippingLine[];
  readonly discountCodes: readonly OrderCode[];
  readonly discountApplications: readonly DiscountApplication[];
  /** The redeem codes a use was counted for; `released` once it was given back. */
  readonly uses: {
    readonly discountId: number;
    readonly redeemCodeId: number;
    released: boolean;
  }[];
  readonly subtotalMinor: number;
  readonly totalDiscountsMinor: number;
  readonly shippingMinor: number;
  readonly totalMinor: number;
  tags: string[];
  note: string | null;
  readonly noteAttributes: readonly { readonly name: string; readonly value: string }[];
  financialStatus: FinancialStatus;
  fulfillmentStatus: "fulfilled" | "partial" | null;
  cancelledAt: number | null;
  cancelReason: "customer" | "declined" | "fraud" | "inventory" | "other" | "staff" | null;
  closedAt: number | null;
  readonly transactions: OrderTransaction[];
  readonly refunds: Refund[];
  readonly createdAt: number;
  readonly processedAt: number;
  updatedAt: number;
};

/** What a checkout hands over to become an order; ids, names and totals are worked out by `createOrder`. */
export type OrderDraft = {
  readonly customerId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly clientIp?: string | null;
  readonly userAgent?: string | null;
  readonly acceptLanguage?: string | null;
  readonly checkoutToken?: string;
  readonly cartToken?: string | null;
  readonly sourceName?: string;
  readonly gateway?: string;
  readonly card?: CardDetails | null;
  readonly test?: boolean;
  /** `paid`: `orders/paid` follows at once. `pending`: money comes later, or never. */
  readonly payment: "paid" | "pending" | "authorized";
  readonly lines: readonly {
    readonly variantId: number;
    readonly quantity: number;
    readonly allocations: readonly DiscountAllocation[];
  }[];
  /** Nothing to ship: empty. */
  readonly shippingLines: readonly {
    readonly title: string;
    readonly priceMinor: number;
    readonly allocations: readonly DiscountAllocation[];
  }[];
  readonly discountCodes: readonly OrderCode[];
  readonly discountApplications: readonly DiscountApplication[];
  readonly note?: string | null;
  readonly noteAttributes?: readonly { readonly name: string; readonly value: string }[];
  readonly tags?: readonly string[];
};
