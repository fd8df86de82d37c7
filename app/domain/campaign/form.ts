import type { Limit } from "../policy/limit.ts";
import type { Offer } from "./offer.ts";
import type { GuestRule } from "./status.ts";

/** A campaign as the form posts it: text as typed. `startsAt` and `endsAt` are shop-local ("2026-06-01T00:00"). */
export type CampaignForm = {
  name: string;
  conventionId: string;
  offerKind: string;
  percentage: string;
  amount: string;
  startsAt: string;
  endsAt: string;
  totalCap: string;
  perCustomer: string;
  limitWindow: string;
  segmentId: string;
  guestRule: string;
  codeKind: string;
  codeCount: string;
  codeLength: string;
  codeCheck: string;
  importId: string;
  usesPerCode: string;
  freesOnCancel: string;
  freesOnFullRefund: string;
  freesOnExpiry: string;
};

export const CAMPAIGN_FIELDS = [
  "name",
  "conventionId",
  "offerKind",
  "percentage",
  "amount",
  "startsAt",
  "endsAt",
  "totalCap",
  "perCustomer",
  "limitWindow",
  "segmentId",
  "guestRule",
  "codeKind",
  "codeCount",
  "codeLength",
  "codeCheck",
  "importId",
  "usesPerCode",
  "freesOnCancel",
  "freesOnFullRefund",
  "freesOnExpiry",
] as const satisfies readonly (keyof CampaignForm)[];

/** What a valid form means. The name is checked against its convention apart, because that needs the convention. */
export type CampaignTerms = {
  offer: Offer;
  startsAt: Date;
  endsAt: Date | null;
  totalCap: number | null;
  limit: Limit | null;
  segmentId: string | null;
  guestRule: GuestRule;
  codes: CodePlan;
  frees: { cancel: boolean; fullRefund: boolean; expiry: boolean };
};

/**
 * Which codes a campaign gets: its name as the one public code; `count` unique ones, `length`
 * characters after the name (null: as many as are safe), the last a check character if `check`,
 * unless the convention says how they look; or a list somebody brought, each usable
 * `usesPerCode` times (null: without a cap).
 */
export type CodePlan =
  | { kind: "public" }
  | { kind: "unique"; count: number; length: number | null; check: boolean }
  | { kind: "list"; importId: string; usesPerCode: number | null };

/** A form for a new campaign: starts now, one public code, once per customer. */
export function emptyCampaignForm(nowLocal: string): CampaignForm {
  return {
    name: "",
    conventionId: "",
    offerKind: "percentage",
    percentage: "10",
    amount: "",
    startsAt: nowLocal,
    endsAt: "",
    totalCap: "",
    perCustomer: "1",
    limitWindow: "lifetime",
    segmentId: "",
    guestRule: "match",
    codeKind: "public",
    codeCount: "100",
    codeLength: "",
    codeCheck: "",
    importId: "",
    usesPerCode: "1",
    freesOnCancel: "on",
    freesOnFullRefund: "on",
    freesOnExpiry: "on",
  };
}

/** A posted form as plain text fields: a field that is missing or a file counts as empty. */
export function readCampaignForm(field: (name: string) => unknown): CampaignForm {
  const text = (name: string) => {
    const value = field(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(CAMPAIGN_FIELDS.map((name) => [name, text(name)])) as CampaignForm;
}
