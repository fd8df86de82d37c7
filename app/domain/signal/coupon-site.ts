/** Sites that collect codes and are not called by what they do; of each the name before its ending. */
const NAMED = new Set(
  (
    "1001bonsplans bradsdeals bravodeal capitaloneshopping chollometro coupert dealabs dealcatcher dealnews dealspotr " +
    "dontpayfull ebates goodsearch groupon hotdeals hotukdeals igraal joinhoney karmanow knoji latestdeals ma-reduc mydealz " +
    "ozbargain picodi poulpeo preisjaeger promodescuentos quidco radins redflagdeals retailmenot savoo shoop simplycodes " +
    "slickdeals sparwelt swagbucks topcashback wethrift wikibuy"
  ).split(" "),
);

/** And those whose name is a word that a shop may use for a page of its own. */
const HOSTS = [
  "acties.nl",
  "offers.com",
  "pepper.com",
  "pepper.pl",
  "savings.com",
  "savings.com.au",
];

/** What they mostly are called by: their word for a code, in one language or another. */
const CALLED =
  /coupon|voucher|gutschein|rabattcode|rabatt?kod|kuponger|alekoodi|promo-?codes?|discount-?codes?|codes?-?promo|bons?-?de-?reduction|korting(?:s|en)?-?codes?|codic[ei]-?sconto|codigos?-?(?:de-?)?descuentos?|cupon|cupom|kod(?:y)?-?rabat|slevov/;

/**
 * The site a visit came from, if it is one that collects codes, and the shopper so found the code there: its host, or what
 * the first page's address names as its source (`utm_source`), since browsers may keep back where somebody comes from.
 * @param landing path and query of the visit's first page. @param referrer address of the page before.
 */
export function couponSiteOf(visit: {
  landing: string | null;
  referrer: string | null;
}): string | null {
  return [hostOf(visit.referrer), sourceOf(visit.landing)].find(isCouponSite) ?? null;
}

function isCouponSite(host: string): boolean {
  if (HOSTS.some((known) => host === known || host.endsWith(`.${known}`))) return true;
  const labels = host.split(".");
  // A source may be named without its ending; of a host the ending says nothing.
  const names = labels.length > 1 ? labels.slice(0, -1) : labels;
  return names.some((name) => NAMED.has(name) || CALLED.test(name));
}

/** Nothing but a host name is kept: an address may say who comes. */
function hostOf(referrer: string | null): string {
  const [, host = ""] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(referrer ?? "") ?? [];
  return asHost(host);
}

function sourceOf(landing: string | null): string {
  const [, source = ""] = /[?&]utm_source=([^&#]*)/i.exec(landing ?? "") ?? [];
  return asHost(source);
}

function asHost(text: string): string {
  const host = text.toLowerCase().replace(/^www\./, "");
  return host.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.test(host) ? host : "";
}
