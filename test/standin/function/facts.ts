/**
 * What a function may ask about, in plain data. The checkout writes it; `resolvers.ts` answers queries from it.
 * Money is in minor units of `currency`.
 */
export type FunctionFacts = {
  readonly currency: string;
  readonly cart: CartFacts;
  readonly buyer: BuyerFacts | undefined;
  readonly discount: {
    readonly classes: readonly string[];
    readonly metafields: readonly MetafieldFact[];
  };
  readonly enteredCodes: readonly { readonly code: string; readonly rejectable: boolean }[];
  readonly triggeringCode: string | undefined;
  readonly shop: {
    readonly now: Date;
    readonly timeZone: string;
    readonly metafields: readonly MetafieldFact[];
  };
  /** ISO 3166-1 alpha-2 and BCP 47 language of the checkout. */
  readonly country: string;
  readonly language: string;
};

export type CartFacts = {
  readonly lines: readonly CartLineFacts[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly metafields: readonly MetafieldFact[];
};

export type CartLineFacts = {
  readonly id: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly compareAtPrice: number | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly variant: {
    readonly id: string;
    readonly title: string;
    readonly sku: string | undefined;
    readonly requiresShipping: boolean;
    readonly metafields: readonly MetafieldFact[];
    readonly product: {
      readonly id: string;
      readonly title: string;
      readonly handle: string;
      readonly vendor: string | undefined;
      readonly productType: string | undefined;
      readonly tags: readonly string[];
      readonly collectionIds: readonly string[];
      readonly metafields: readonly MetafieldFact[];
    };
  };
};

export type BuyerFacts = {
  readonly customer: CustomerFacts | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly isAuthenticated: boolean;
};

export type CustomerFacts = {
  readonly id: string;
  readonly email: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly numberOfOrders: number;
  readonly amountSpent: number;
  readonly createdAt: Date;
  readonly tags: readonly string[];
  readonly metafields: readonly MetafieldFact[];
};

/** `namespace` as stored: an app's own is already spelled out, e.g. `app--12345`. */
export type MetafieldFact = {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
};
