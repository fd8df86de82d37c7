import type { Page } from "../shared/outcome.ts";

/** What somebody did that showed them personal data. */
export type AccessKind =
  | "customers.searched"
  | "customers.named"
  | "customer.looked_up"
  | "case.viewed"
  | "export.downloaded";

export const ACCESS_LABELS: Record<AccessKind, string> = {
  "customers.searched": "looked customers up by name or address",
  "customers.named": "looked at a page that names customers",
  "customer.looked_up": "looked up what a customer may use, and why not",
  "case.viewed": "looked at a case, with the customers’ names shortened",
  "export.downloaded": "downloaded what is kept of a customer",
};

/** Instants are ISO 8601. `people`: how many were shown. `found`: the case that showed them. */
export type PersonalAccess = {
  id: string;
  at: string;
  who: string;
  what: AccessKind;
  people: number;
  found: { id: string; number: number } | null;
};

/**
 * What Shopify asked for in a customer's name, to be passed on once it is whole. No `customerId`: of a guest. `dueAt`: by when
 * the customer must have it. `takenAt`: when somebody last took the file.
 */
export type DataRequest = {
  id: string;
  customerId: string | null;
  at: string;
  dueAt: string;
  isWhole: boolean;
  takenAt: string | null;
};

export type PrivacySummary = { requests: Page<DataRequest>; accesses: Page<PersonalAccess> };

/** For how long answers to customers are kept, and who saw personal data. */
export const KEPT = { exportDays: 90, accessYears: 2 } as const;

/** Within so many days a customer must be answered: Shopify's rule, and the GDPR's month. */
export const ANSWERED_WITHIN_DAYS = 30;
