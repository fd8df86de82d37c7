import { checkCodeText } from "./code-text.ts";
import type { ImportHeader } from "./import-header.ts";

/** Whom a code is for, as the row says. */
export type ImportHolder = { email: string | null; customerId: string | null };

export type ImportRow =
  | { ok: true; code: string; holder: ImportHolder | null }
  | { ok: false; code: string; reason: string };

/**
 * Reads one row, which has one code, or without a header several that are made alike. `reason` is for the merchant;
 * `code` is the text as it stood, cut where it is endless.
 */
export function readImportRow(cells: readonly string[], header: ImportHeader | null): ImportRow[] {
  if (header) return [readCells(cells, header)];
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length > 1 && !areAlike(filled)) {
    const reason = `There are ${filled.length} values on this line. Put each code on a line of its own, or a header above them with “code” over the column of the codes.`;
    return [{ ok: false, code: shown(filled.join(", ")), reason }];
  }
  return filled.map((cell) => readCells([cell], ONE_COLUMN));
}

const ONE_COLUMN: ImportHeader = { code: 0, email: -1, customer: -1 };

function readCells(cells: readonly string[], header: ImportHeader): ImportRow {
  const cell = (at: number) => plainText(at < 0 ? "" : (cells[at] ?? ""));
  const text = cell(header.code);
  const bad = (reason: string): ImportRow => ({ ok: false, code: shown(text), reason });
  const [email, customer] = [cell(header.email), cell(header.customer)];
  if (text.includes("\uFFFD") || email.includes("\uFFFD"))
    return bad("The file is not saved as UTF-8, so this cannot be read. Save it as “CSV UTF-8”.");
  if (text.includes("\n"))
    return bad("A quotation mark before it is closed only on a later line. Remove the mark.");
  const checked = checkCodeText(text);
  if (!checked.ok) return bad(checked.message);
  const customerId = /^(gid:\/\/shopify\/Customer\/)?(\d{1,19})$/.exec(customer)?.[2] ?? null;
  if (customer !== "" && customerId === null)
    return bad("The customer must be a customer number, such as 6123456789.");
  if (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email))
    return bad("The e-mail address is not complete.");
  const holder = email || customerId ? { email: email || null, customerId } : null;
  return { ok: true, code: checked.key, holder };
}

/**
 * A cell without what spreadsheets put around text that they would take for a formula or a number: an apostrophe, as
 * our export too, or `="007"`.
 */
function plainText(cell: string): string {
  const text = cell.replace(/^'(?=[=+\-@\t\r])/, "");
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text).trim();
}

/**
 * Whether all cells of a row are codes of one list: as long as each other with the same signs in the same places, or
 * the same up to their numbers. A number beside a code, or a word of another length, is likely to be something else.
 */
function areAlike(cells: readonly string[]): boolean {
  const checked = cells.map((cell) => checkCodeText(plainText(cell)));
  const keys = checked.flatMap((each) => (each.ok ? [each.key] : []));
  if (keys.length < cells.length) return false;
  const isOne = (form: (key: string) => string) => new Set(keys.map(form)).size === 1;
  return (
    isOne((key) => `${/^\d+$/.test(key)} ${key.replace(/[A-Z0-9]/g, "X")}`) ||
    isOne((key) => /^\D+(?=\d+$)/.exec(key)?.[0] ?? `${key}!`)
  );
}

const SHOWN = 200;

function shown(text: string): string {
  const whole = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  // Half a pair of surrogates and U+0000 are no text to a database.
  return whole.toWellFormed().replaceAll("\0", "\uFFFD");
}
