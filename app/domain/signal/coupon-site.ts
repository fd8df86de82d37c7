/**
 * Sites that collect codes and are not called by what they do; of each the name before its ending. Portals that pay money
 * back are none: a shopper goes by way of one to be paid for an order with whatever code they have, and most find none there.
 */
const NAMED = new Set(
  (
    "1001bonsplans bradsdeals bravodeal capitaloneshopping chollometro coupert dealabs dealcatcher dealnews dealspotr " +
    "desidime dontpayfull goodsearch grabon groupon hotdeals hotukdeals joinhoney karmanow knoji latestdeals ma-reduc mydealz " +
    "ozbargain pelando picodi preisjaeger promodescuentos radins redflagdeals retailmenot savoo simplycodes slickdeals " +
    "sparwelt wethrift wikibuy worthepenny"
  ).split(" "),
);

/** And those whose name is a word that a shop may use for a page of its own. */
const HOSTS = [
  "acties.nl",
  "offers.com",
  "pepper.com",
  "pepper.pl",
  "reduc.fr",
  "savings.com",
  "savings.com.au",
];

/** What they mostly are called by: their word for a code, in one language or another. */
const CALLED =
  /coupon|voucher|gutschein|rabattcode|rabatt?kod|kupon|promo-?(?:code|kod)|indirim-?kod|alekoodi|alennuskood|discount-?code|codes?-?promo|codes?-?(?:de-?)?reduc|bons?-?de-?reduction|korting(?:s|en)?-?code|actie-?code|codic[ei]-?sconto|buon[io]-?sconto|codigos?-?(?:de-?)?desc(?:ue|o)ntos?|cupon|cupom|kod(?:y)?-?rabat|slevov/;

/**
 * Who is called so and is none: who sells vouchers to give away, for a meal or a night, who sells remnants of cloth (coupons
 * in French), and the tools that shops hand their own codes out with.
 */
const NOT_CALLED =
  /gift|geschenk|cadeau|regalo|lunch|hotel|tissu|saint-?pierre|couponcarrier|voucherify|coupontools|\.myshopify\.com$/;

/** Endings of two parts: what comes before them is the site's name. */
const LONG_ENDING = /\.(?:ac|co|com|edu|gen|gob|gov|ne|net|or|org)\.[a-z]{2}$/;

/** `utm_medium` of what the shop itself sends or hands out: what it calls the source is its own name for that. */
const OWN_MEDIA = new Set(
  (
    "card chat crm email flyer insert leaflet letter mail mailing messenger mms newsletter owned package packaging postcard " +
    "print push qr qrcode rcs sms text whatsapp"
  ).split(" "),
);

/** And of what others do for it: one that is called as such sites are is one of them. */
const OTHERS_MEDIA = new Set(
  "affiliate affiliates affiliation referral referrals cashback coupon coupons deal deals".split(
    " ",
  ),
);

/**
 * The site a visit came from, if it is one that collects codes, and the shopper so found the code there: its host, or what
 * the first page's address names as its source (`utm_source`), since browsers may keep back where somebody comes from.
 * The shop itself may have written the address: how it says the visit came (`utm_medium`) tells that.
 * @param landing path and query of the visit's first page. @param referrer address of the page before.
 */
export function couponSiteOf(visit: {
  landing: string | null;
  referrer: string | null;
}): string | null {
  const host = hostOf(visit.referrer);
  return isCouponSite(host) ? host : sourceOf(visit.landing ?? "");
}

/** By the site's own name: coupons.brand.com is a brand's page. */
function isCouponSite(host: string): boolean {
  if (HOSTS.some((known) => host === known || host.endsWith(`.${known}`))) return true;
  const before = host.replace(LONG_ENDING, ".").split(".").slice(0, -1);
  const name = before.at(-1) ?? "";
  return NAMED.has(name) || isCalledSo(host, name);
}

function isCalledSo(host: string, name: string): boolean {
  return CALLED.test(name) && !NOT_CALLED.test(host);
}

function sourceOf(landing: string): string | null {
  const medium = parameterOf(landing, "utm_medium")
    .replace(/e-mail/g, "email")
    .split(/[^\p{L}]+/u);
  if (medium.some((word) => OWN_MEDIA.has(word))) return null;
  const told = parameterOf(landing, "utm_source");
  const source = hostOf(told) || asHost(told.replace(/[\s_]+/g, "-"));
  if (source.includes(".")) return isCouponSite(source) ? source : null;
  // A source is often named without its ending, and with its country.
  const name = source.replace(/-[a-z]{2}$/, "");
  if (NAMED.has(name)) return name;
  const isByOthers = medium.some((word) => OTHERS_MEDIA.has(word));
  return isByOthers && isCalledSo(source, source) ? source : null;
}

/** In small letters; empty when the address has none that can be read. */
function parameterOf(address: string, name: string): string {
  const [, value = ""] = new RegExp(`[?&]${name}=([^&#]*)`, "i").exec(address) ?? [];
  try {
    return decodeURIComponent(value.replaceAll("+", " ")).trim().toLowerCase();
  } catch {
    return "";
  }
}

/** Nothing but a host name is kept: an address may say who comes. */
function hostOf(address: string | null): string {
  const [, host = ""] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address ?? "") ?? [];
  return asHost(host);
}

/** Without what a site puts before its name for telephones and for those it sends on. */
function asHost(text: string): string {
  const host = text.toLowerCase().replace(/^(?:(?:www|m|out)\.)+(?=[^.]+\.)/, "");
  return host.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.test(host) ? host : "";
}
