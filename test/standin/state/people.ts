export type Address = {
  firstName: string;
  lastName: string;
  company: string | null;
  address1: string;
  address2: string | null;
  zip: string;
  city: string;
  provinceCode: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  phone: string | null;
};

export type MarketingState = "SUBSCRIBED" | "NOT_SUBSCRIBED" | "UNSUBSCRIBED" | "PENDING";

export type Customer = {
  readonly id: number;
  /** As typed, compared without regard to case. */
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  tags: string[];
  /** Orders that are not test, cancelled or voided ones; kept by the order functions. */
  numberOfOrders: number;
  /** Money received less money refunded, minor units of the shop's currency. */
  amountSpentMinor: number;
  defaultAddress: Address | null;
  addresses: Address[];
  note: string | null;
  locale: string;
  state: "ENABLED" | "DISABLED" | "INVITED" | "DECLINED";
  verifiedEmail: boolean;
  emailMarketing: MarketingState;
  smsMarketing: MarketingState;
  createdAt: number;
  updatedAt: number;
};

export type StaffMember = {
  readonly id: number;
  firstName: string;
  lastName: string;
  email: string;
  accountOwner: boolean;
  locale: string;
  collaborator: boolean;
  emailVerified: boolean;
};

export type Segment = {
  readonly id: number;
  name: string;
  /** Segment query language, the part `segments/query.ts` reads. */
  query: string;
  /** Members besides those the query finds (and only these when `query` is empty). */
  readonly members: Set<number>;
  createdAt: number;
  updatedAt: number;
};
