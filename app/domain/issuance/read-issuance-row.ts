import { codeKey } from "../code/code-key.ts";
import { momentOf } from "../replay/moment.ts";
import type { Zone } from "../shared/zone.ts";

/** Where each column of a list of issuances stands; null where it is missing. One of `email` and `customer` is there. */
export type IssuanceHeader = Record<keyof typeof TITLES, number | null>;

/** Who was given what. Null where the row does not say: then it is as the whole list is. */
export type IssuanceRow = {
  campaign: string | null;
  codeKey: string | null;
  who: { customerId: string | null; email: string | null };
  channel: string | null;
  at: Date | null;
};

export type ReadIssuance = { ok: true; row: IssuanceRow } | { ok: false; reason: string };

/** Titles without blanks, “-” and “_”, in lower case. */
const TITLES = {
  campaign: ["campaign", "campaignname", "kampagne"],
  code: ["code", "couponcode", "discountcode", "vouchercode", "promocode", "gutscheincode"],
  email: ["email", "emailaddress", "customeremail", "mail", "emailadresse"],
  customer: ["customer", "customerid", "shopifycustomerid", "kundenid"],
  channel: ["channel", "medium", "kanal"],
  at: ["at", "date", "issuedat", "sentat", "datum"],
} as const;

/** Of a channel, in characters. */
export const LONGEST_CHANNEL = 40;

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

const CUSTOMER = /^(?:gid:\/\/shopify\/Customer\/)?([1-9]\d{0,18})$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** One row below the header. Times without a zone are the shop's. `reason`: for the merchant, without the person. */
export function readIssuanceRow(
  header: IssuanceHeader,
  cells: readonly string[],
  { zone, now }: { zone: Zone; now: Date },
): ReadIssuance {
  const cell = (column: keyof IssuanceHeader) => {
    const place = header[column];
    return place === null ? "" : (cells[place] ?? "").trim();
  };
  const [customer, email] = [cell("customer"), cell("email")];
  if (customer === "" && email === "")
    return bad("It does not say who: give an e-mail address or a customer number.");
  const customerId = CUSTOMER.exec(customer)?.[1] ?? null;
  if (customer !== "" && customerId === null)
    return bad("The customer must be Shopify’s customer number, such as 6123456789.");
  if (email !== "" && !EMAIL.test(email)) return bad("The e-mail address is not complete.");
  const time = cell("at");
  const at = time === "" ? null : momentOf(time, zone, { end: false });
  if (time !== "" && !at)
    return bad("The date cannot be read. Write it as 2026-06-01 or 2026-06-01 09:00.");
  if (at && at > now) return bad("The date is in the future.");
  const channel = cell("channel");
  if (channel.length > LONGEST_CHANNEL)
    return bad(`A channel can have at most ${LONGEST_CHANNEL} characters.`);
  const code = codeKey(cell("code"));
  const row: IssuanceRow = {
    campaign: cell("campaign") || null,
    codeKey: code === "" ? null : code,
    who: { customerId, email: email || null },
    channel: channel || null,
    at,
  };
  return { ok: true, row };
}

function bad(reason: string): ReadIssuance {
  return { ok: false, reason };
}
