import type { Zone } from "../shared/zone.ts";
import { readIssuance, type ReadIssuance } from "./read-issuance.ts";

/** Where each column of a list of issuances stands; null where it is missing. One of `email` and `customer` is there. */
export type IssuanceHeader = Record<keyof typeof TITLES, number | null>;

/** Titles without blanks, “-” and “_”, in lower case. */
const TITLES = {
  campaign: ["campaign", "campaignname", "kampagne"],
  code: ["code", "couponcode", "discountcode", "vouchercode", "promocode", "gutscheincode"],
  email: ["email", "emailaddress", "customeremail", "mail", "emailadresse"],
  customer: ["customer", "customerid", "shopifycustomerid", "kundenid"],
  channel: ["channel", "medium", "kanal"],
  at: ["at", "date", "issuedat", "sentat", "datum"],
} as const;

/** The header by its titles, in any order; null when nothing in it says who was given something. */
export function readIssuanceHeader(cells: readonly string[]): IssuanceHeader | null {
  const words = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]/g, ""));
  const place = (titles: readonly string[]) => {
    const at = words.findIndex((word) => titles.includes(word));
    return at < 0 ? null : at;
  };
  const header: IssuanceHeader = {
    campaign: place(TITLES.campaign),
    code: place(TITLES.code),
    email: place(TITLES.email),
    customer: place(TITLES.customer),
    channel: place(TITLES.channel),
    at: place(TITLES.at),
  };
  return header.email === null && header.customer === null ? null : header;
}

/** One row below the header. */
export function readIssuanceRow(
  header: IssuanceHeader,
  cells: readonly string[],
  setting: { zone: Zone; now: Date },
): ReadIssuance {
  const cell = (column: keyof IssuanceHeader) => {
    const place = header[column];
    return place === null ? "" : (cells[place] ?? "").trim();
  };
  const who = { email: cell("email"), customer: cell("customer"), phone: "" };
  const what = { campaign: cell("campaign"), code: cell("code") };
  return readIssuance({ ...who, ...what, channel: cell("channel"), at: cell("at") }, setting);
}
