import type { IssuanceField, IssuanceFields } from "./read-issuance.ts";

/** One row as a merchant’s own system posts it. Null and left out are the same. */
export type PostedIssuance = {
  campaign: string;
  customer_id?: string | number | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  code?: string | null | undefined;
  channel?: string | null | undefined;
  issued_at?: string | null | undefined;
};

export type PostedIssuances = { issuances: PostedIssuance[] };

/**
 * What became of what was posted: rows that are new, rows that were known, and rows that cannot be used, by their place
 * from 0 on.
 */
export type IssuanceReceipt = {
  recorded: number;
  known: number;
  refused: { row: number; field: keyof PostedIssuance; message: string }[];
};

/** Rows of one call. */
export const MOST_POSTED = 1_000;

/** Of one value, in characters: longer than any name, code or address. */
export const LONGEST_VALUE = 320;

/** How it was issued where the row does not say. */
export const API_CHANNEL = "api";

/** The same as a row of a list says it. */
export function fieldsOf(posted: PostedIssuance): IssuanceFields {
  return {
    campaign: posted.campaign.trim(),
    customer: String(posted.customer_id ?? "").trim(),
    email: (posted.email ?? "").trim(),
    phone: (posted.phone ?? "").trim(),
    code: (posted.code ?? "").trim(),
    channel: (posted.channel ?? "").trim(),
    at: (posted.issued_at ?? "").trim(),
  };
}

/** What a field of a row is called where it is posted. */
export const POSTED_NAMES: Record<IssuanceField, keyof PostedIssuance> = {
  campaign: "campaign",
  customer: "customer_id",
  email: "email",
  phone: "phone",
  code: "code",
  channel: "channel",
  at: "issued_at",
};
