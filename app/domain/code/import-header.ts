import { checkCodeText } from "./code-text.ts";

/** Which column of an import holds what, as its header says; -1 when none does. */
export type ImportHeader = { code: number; email: number; customer: number };

/** Words that name a column of codes and nothing else. */
const CODE = new Set(
  `code codes couponcode couponcodes discountcode discountcodes vouchercode vouchercodes promocode promocodes
   promotioncode promotioncodes bonuscode bonuscodes giftcode giftcodes gutscheincode gutscheincodes rabattcode
   rabattcodes aktionscode aktionscodes kuponcode kuponcodes`.split(/\s+/),
);
/** Words that may name what the code is for as well: they count where no column is plainly one of codes. */
const LIKE_CODE = new Set(
  `coupon coupons voucher vouchers discount discounts promo promos gutschein gutscheine kupon kupons rabatt rabatte`.split(
    /\s+/,
  ),
);
const EMAIL = new Set(
  `email emails emailaddress customeremail mail mailaddress emailadresse mailadresse kundenemail`.split(
    /\s+/,
  ),
);
/** Shopify's number. A “Kundennummer” is rather one of the merchant's own, which would name somebody else. */
const CUSTOMER = new Set(`customer customerid shopifycustomerid kundenid`.split(/\s+/));
const OTHER = new Set(
  `amount anzahl bemerkung beschreibung betrag campaign channel comment created createdat currency datum date
   description enddate endedatum erstellt expires expirydate firstname gueltigbis gültigbis id kampagne kanal kunde
   lastname nachname name note notes notiz number nummer percent phone prozent quantity sku startdate startdatum state
   status telefon title titel type typ usage usagelimit used uses validfrom validuntil value vorname wert währung`.split(
    /\s+/,
  ),
);

/**
 * What a first row says of the columns; null when it is no header but has codes already. A word that is plainly a title
 * settles it. One that could be a code too settles it alone, or in a row without anything made like a code, which is
 * one with a digit: `VIP-1,Voucher` is data.
 */
export function readHeader(cells: readonly string[]): ImportHeader | null {
  const words = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]/g, ""));
  const find = (titles: ReadonlySet<string>) => words.findIndex((word) => titles.has(word));
  const [code, likeCode, email, customer] = [
    find(CODE),
    find(LIKE_CODE),
    find(EMAIL),
    find(CUSTOMER),
  ];
  const filled = words.filter((word) => word !== "").length;
  const isTitled =
    likeCode >= 0 || (filled > 1 && (email >= 0 || customer >= 0 || find(OTHER) >= 0));
  if (code < 0 && (!isTitled || cells.some(isMadeLikeCode))) return null;
  return { code: [code, likeCode, unknownOf(words)].find((at) => at >= 0) ?? 0, email, customer };
}

function isMadeLikeCode(cell: string): boolean {
  return /\d/.test(cell) && checkCodeText(cell).ok;
}

/** The first column with a title of its own that is none of the known ones. */
function unknownOf(words: readonly string[]): number {
  const known = [EMAIL, CUSTOMER, OTHER];
  return words.findIndex((word) => word !== "" && !known.some((titles) => titles.has(word)));
}
