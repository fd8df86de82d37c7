import { checkCodeText } from "./code-text.ts";

/** Which column of an import holds what; -1 when none does. */
export type ImportColumns = { code: number; email: number; customer: number };

const CODE = ["code", "codes", "coupon", "couponcode", "discountcode", "vouchercode", "voucher"];
const EMAIL = ["email", "emailaddress", "customeremail"];
const CUSTOMER = ["customer", "customerid", "shopifycustomerid"];

/** The columns a header names; null when the row is no header but has codes already. */
export function readHeader(cells: readonly string[]): ImportColumns | null {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ""));
  const find = (words: readonly string[]) => names.findIndex((name) => words.includes(name));
  const code = find(CODE);
  return code < 0 ? null : { code, email: find(EMAIL), customer: find(CUSTOMER) };
}

/** Without a header, the first column has the codes. */
export const NO_HEADER: ImportColumns = { code: 0, email: -1, customer: -1 };

/** Whom a code is for, as the row says. */
export type ImportHolder = { email: string | null; customerId: string | null };

export type ImportRow =
  | { ok: true; code: string; holder: ImportHolder | null }
  | { ok: false; code: string; reason: string };

/** What a spreadsheet puts before text that it would take for a formula, and our export too. */
const DEFUSED = /^'(?=[=+\-@\t\r])/;

/** Reads one row. `reason` is for the merchant; `code` is the text as it stood, cut where it is endless. */
export function readImportRow(cells: readonly string[], columns: ImportColumns): ImportRow {
  const text = (cells[columns.code] ?? "").replace(DEFUSED, "");
  const cell = (at: number) => (at < 0 ? "" : (cells[at] ?? "").replace(DEFUSED, "").trim());
  const bad = (reason: string): ImportRow => ({ ok: false, code: shown(text), reason });
  if (text.includes("\uFFFD")) {
    return bad("The file is not saved as UTF-8, so this cannot be read. Save it as “CSV UTF-8”.");
  }
  const checked = checkCodeText(text);
  if (!checked.ok) return bad(checked.message);
  const [email, customer] = [cell(columns.email), cell(columns.customer)];
  const customerId = /^(gid:\/\/shopify\/Customer\/)?(\d{1,19})$/.exec(customer)?.[2] ?? null;
  if (customer !== "" && customerId === null)
    return bad("The customer must be a customer number, such as 6123456789.");
  if (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email))
    return bad("The e-mail address is not complete.");
  const holder = email || customerId ? { email: email || null, customerId } : null;
  return { ok: true, code: checked.key, holder };
}

const SHOWN = 200;

function shown(text: string): string {
  const whole = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  // Half a pair of surrogates and U+0000 are no text to a database.
  return whole.toWellFormed().replaceAll("\0", "\uFFFD");
}
