/** Products and collections, as much as discounts and checkouts need. Prices in minor units of the shop's currency. */
export type Variant = {
  readonly id: number;
  title: string;
  sku: string;
  priceMinor: number;
  compareAtMinor: number | null;
  requiresShipping: boolean;
};

export type Product = {
  readonly id: number;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  tags: string[];
  collectionIds: number[];
  variants: Variant[];
  createdAt: number;
  updatedAt: number;
};

export type Collection = { readonly id: number; title: string; handle: string; updatedAt: number };
