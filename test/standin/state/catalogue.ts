/** What a shop sells, and to whom. Prices in minor units of the shop's currency. */
export type Product = {
  readonly id: number;
  title: string;
  readonly handle: string;
  description: string;
  vendor: string;
  productType: string;
  tags: string[];
  collectionIds: number[];
  status: "ACTIVE" | "DRAFT" | "ARCHIVED";
  readonly createdAt: Date;
  updatedAt: Date;
  readonly variants: Variant[];
};

export type Variant = {
  readonly id: number;
  title: string;
  sku: string | undefined;
  price: number;
  compareAtPrice: number | undefined;
  requiresShipping: boolean;
  inventoryQuantity: number;
};

export type Collection = { readonly id: number; title: string; readonly handle: string };

export type Customer = {
  readonly id: number;
  firstName: string | undefined;
  lastName: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  tags: string[];
  /** Kept by the orders: not cancelled ones. */
  numberOfOrders: number;
  amountSpent: number;
  readonly createdAt: Date;
  updatedAt: Date;
  locale: string;
  address: CustomerAddress | undefined;
};

export type CustomerAddress = {
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** Where a shop sells; discounts can be for some markets only. */
export type Market = {
  readonly id: number;
  readonly name: string;
  readonly handle: string;
  readonly status: "ACTIVE" | "DRAFT";
};

/** Members are whoever the query finds: see `admin/segments/members.ts`. */
export type Segment = {
  readonly id: number;
  name: string;
  query: string;
  readonly createdAt: Date;
  updatedAt: Date;
};

export type StaffMember = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: string;
  readonly accountOwner: boolean;
  readonly collaborator: boolean;
};
