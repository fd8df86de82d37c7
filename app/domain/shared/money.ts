/** Currencies whose smallest unit is not a hundredth (ISO 4217). All others have two decimals. */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** Amounts above this lose precision in a JavaScript number; nothing a shop sells comes near. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Reads a plain decimal amount ("10", "10.5", "-0.05") into minor units. Null for anything else, for more decimals than
 * the currency has (unless they are zeros), and for amounts too large to be exact.
 */
export function parseMinor(text: string, currency: string): number | null {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,10}))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const fraction = match[3] ?? "";
  if (/[1-9]/.test(fraction.slice(decimals))) return null;
  const digits = (match[2] ?? "") + fraction.slice(0, decimals).padEnd(decimals, "0");
  const minor = Number(digits);
  if (minor > LARGEST) return null;
  return match[1] && minor !== 0 ? -minor : minor;
}

/** The decimal text Shopify's API takes: "10.50" for 1050 in EUR, "10" for 10 in JPY. */
export function decimalText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = minor < 0 ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
