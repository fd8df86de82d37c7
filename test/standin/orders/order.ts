/**
 * An order as the stand-in keeps it. Ids are numbers as everywhere in the world (`gid://shopify/Order/<id>` in
 * GraphQL); amounts are minor units of `currency`, the shop's. A change makes a new value: payloads once sent stay as they
 * were.
 */
export type Order = {
  readonly id: number;
  /** `#1001`, with the number shoppers see. */
  readonly name: string;
  readonly number: number;
  readonly createdAt: Date;
  readonly processedAt: Date;
  /** Strictly later with every change, whatever the clock says. */
  readonly updatedAt: Date;
  readonly cancelledAt: Date | undefined;
  readonly cancelReason: CancelReason | undefined;
  readonly closedAt: Date | undefined;
  readonly financialStatus: FinancialStatus;
  readonly test: boolean;
  readonly gateway: string;
  readonly currency: string;
  readonly presentment: Presentment;
  readonly lines: readonly OrderLine[];
  /** Undefined when nothing has to be sent. */
  readonly shipping: OrderShipping | undefined;
  readonly applications: readonly DiscountApplication[];
  readonly customerId: number | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly shippingAddress: OrderAddress | undefined;
  readonly billingAddress: OrderAddress | undefined;
  readonly browserIp: string | undefined;
  readonly userAgent: string | undefined;
  readonly referringSite: string | undefined;
  readonly checkoutToken: string;
  readonly cartToken: string;
  readonly token: string;
  readonly refunds: readonly Refund[];
  readonly edits: readonly OrderEdit[];
  readonly tags: readonly string[];
  readonly note: string | undefined;
  readonly noteAttributes: readonly { readonly name: string; readonly value: string }[];
  /** What apps said of its risk, in the order they said it. */
  readonly risks?: readonly OrderRisk[];
};

export type OrderRisk = {
  readonly appId: number;
  readonly level: string;
  readonly facts: readonly { readonly description: string; readonly sentiment: string }[];
};

/** As in REST; GraphQL's `displayFinancialStatus` is the same in capitals. */
export type FinancialStatus =
  "pending" | "paid" | "partially_refunded" | "refunded" | "voided" | "expired";

export type CancelReason = "customer" | "declined" | "fraud" | "inventory" | "staff" | "other";

/** The shopper's currency: `rate` units of it for one of the shop's. */
export type Presentment = { readonly currency: string; readonly rate: number };

export type OrderLine = {
  readonly id: number;
  readonly productId: number;
  readonly variantId: number;
  readonly title: string;
  readonly variantTitle: string | undefined;
  readonly sku: string | undefined;
  readonly vendor: string | undefined;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly requiresShipping: boolean;
  readonly allocations: readonly Allocation[];
};

export type OrderShipping = {
  readonly id: number;
  readonly title: string;
  readonly code: string;
  readonly price: number;
  readonly allocations: readonly Allocation[];
};

/** What one application took off here; `application` is its index in `Order.applications`. */
export type Allocation = { readonly application: number; readonly amount: number };

export type DiscountApplication = {
  readonly type: "discount_code" | "automatic";
  /** As the shopper typed it; undefined for automatic discounts. */
  readonly code: string | undefined;
  readonly title: string;
  readonly discountId: number;
  readonly valueType: "percentage" | "fixed_amount";
  /** Percent (0–100) or minor units, as the merchant set it. */
  readonly value: number;
  readonly targetType: "line_item" | "shipping_line";
  readonly targetSelection: "all" | "entitled" | "explicit";
  readonly allocationMethod: "across" | "each";
};

export type OrderAddress = {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string | undefined;
  readonly address1: string;
  readonly address2: string | undefined;
  readonly city: string;
  readonly province: string | undefined;
  readonly zip: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly phone: string | undefined;
};

export type Refund = {
  readonly id: number;
  readonly createdAt: Date;
  readonly note: string | undefined;
  /** What went back to the shopper. */
  readonly amount: number;
  readonly transactionId: number;
  readonly lines: readonly RefundLine[];
  /** Part of `amount` that is the shipping's. */
  readonly shipping: number;
  /** Part of `amount` that is no line's and not the shipping's. */
  readonly discrepancy: number;
};

/** Items taken off after the order was placed. `subtotal` is their share of the line's net price. */
export type OrderEdit = {
  readonly id: number;
  readonly committedAt: Date;
  readonly removal: {
    readonly lineId: number;
    readonly quantity: number;
    readonly subtotal: number;
  };
};

export type RefundLine = {
  readonly id: number;
  readonly lineId: number;
  readonly quantity: number;
  /** After discounts. */
  readonly subtotal: number;
};
