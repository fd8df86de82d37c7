import { CALLING_CODES, KEEPS_ZERO } from "./calling-codes.ts";

/**
 * A phone number in E.164 digits without the "+": "+49 (0)170 1234567", "0049170…" and, in Germany, "0170 1234567" are
 * one. `country` (ISO, two letters) tells whose national form a number without a prefix is in. Null when it cannot be one.
 */
export function phoneOf(text: string, country: string | null): string | null {
  const trimmed = text.slice(0, 40).replace(/(?:ext|x|#|durchwahl)\.?\s*\d+\s*$/i, "");
  const withoutTrunk = trimmed.replace(/\(0\)/g, "");
  let digits = withoutTrunk.replace(/\D+/g, "");
  const code = CALLING_CODES[country ?? ""] ?? null;
  const abroad = /^\s*\(?\+/.test(withoutTrunk);
  if (abroad) return plausible(afterTrunkZero(digits));
  if (digits.startsWith("00")) return plausible(afterTrunkZero(digits.slice(2)));
  if (!code) return plausible(digits);
  if (code === "1" && digits.startsWith("011")) return plausible(digits.slice(3));
  if (code === "1") digits = digits.length === 11 && digits.startsWith("1") ? digits : `1${digits}`;
  else if (digits.startsWith("0"))
    digits = code + (KEEPS_ZERO.has(country ?? "") ? digits : digits.slice(1));
  else if (!(digits.startsWith(code) && digits.length >= code.length + 9)) digits = code + digits;
  return plausible(digits);
}

/** "+44 07700 …" is typed often: the zero after the country's code is dialled inside the country only. */
function afterTrunkZero(digits: string): string {
  const code = DROP_ZERO.find((each) => digits.startsWith(`${each}0`));
  return code === undefined ? digits : code + digits.slice(code.length + 1);
}

/** Longest first: "351" is Portugal's, and no country's is "35". */
const DROP_ZERO = Object.entries(CALLING_CODES)
  .filter(([country, code]) => !KEEPS_ZERO.has(country) && code !== "1")
  .map(([, code]) => code)
  .sort((a, b) => b.length - a.length);

function plausible(digits: string): string | null {
  if (digits.length < 8 || digits.length > 15) return null;
  // 000…, 111…, 123456789: filled in because the field had to be.
  return /(\d)\1{6}|12345678/.test(digits) ? null : digits;
}
