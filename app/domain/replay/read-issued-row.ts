import { codeKey } from "../code/code-key.ts";
import { isId } from "../redemption/order-payload.schema.ts";
import { readInstant } from "../shared/instant.ts";

/** Where each column of issued.csv stands; `code` and `issuedAt` may be missing. */
export type IssuedHeader = {
  campaign: number;
  customerId: number;
  code: number | null;
  issuedAt: number | null;
};

/** Who was given what. `code`: as it was written; `at`: null where the file does not say. */
export type IssuedRow = {
  campaign: string;
  customerId: string;
  code: string | null;
  at: Date | null;
};

export type ReadIssuedRow = { ok: true; row: IssuedRow } | { ok: false; problem: string };

/** The header by its names, in any order and case; null when it lacks one that is needed. */
export function readIssuedHeader(cells: readonly string[]): IssuedHeader | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : null);
  const [campaign, customerId] = [place("campaign"), place("customer_id")];
  if (campaign === null || customerId === null) return null;
  return { campaign, customerId, code: place("code"), issuedAt: place("issued_at") };
}

/** A number, or Shopify's global id that ends with it. */
const CUSTOMER = /^(?:gid:\/\/shopify\/Customer\/)?([1-9]\d{0,18})$/;

export function readIssuedRow(header: IssuedHeader, cells: readonly string[]): ReadIssuedRow {
  const cell = (at: number | null) => (at === null ? "" : (cells[at] ?? "").trim());
  const campaign = cell(header.campaign);
  if (campaign === "") return { ok: false, problem: "campaign is missing." };
  const customerId = CUSTOMER.exec(cell(header.customerId))?.[1];
  if (customerId === undefined || !isId(customerId)) {
    const problem =
      cell(header.customerId) === ""
        ? "customer_id is missing."
        : "customer_id is no number above 0.";
    return { ok: false, problem };
  }
  const issuedAt = cell(header.issuedAt);
  const at = issuedAt === "" ? null : readInstant(issuedAt);
  if (issuedAt !== "" && !(at && at.getUTCFullYear() >= 1970))
    return { ok: false, problem: "issued_at is no time, like 2026-06-01 or 2026-06-01T09:00:00Z." };
  const code = cell(header.code);
  return { ok: true, row: { campaign, customerId, code: codeKey(code) === "" ? null : code, at } };
}
