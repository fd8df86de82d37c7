import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { couponSiteOf } from "#app/domain/signal/coupon-site.ts";

const from = (referrer: string | null, landing: string | null = null) =>
  couponSiteOf({ referrer, landing });
const by = (query: string) => from(null, `/products/tea?${query}`);

describe("the coupon site a visit came from", () => {
  it.each([
    ["https://www.retailmenot.com/view/shop.example", "retailmenot.com"],
    ["https://out.hotukdeals.com/visit/1?who=ada@example.com", "hotukdeals.com"],
    ["https://m.mydealz.de/", "mydealz.de"],
    ["https://www.m.coupons.de/", "coupons.de"],
    ["https://m.de/coupons", null],
    ["https://www.gutscheine.de/", "gutscheine.de"],
    ["https://kortingscode.nl/winkel", "kortingscode.nl"],
    ["https://www.couponfollow.com", "couponfollow.com"],
    ["HTTPS://WWW.MyVoucherCodes.CO.UK/x", "myvouchercodes.co.uk"],
    ["https://www.ma-reduc.com/", "ma-reduc.com"],
    ["https://www.savings.com/", "savings.com"],
    ["https://uk.coupert.com/", "uk.coupert.com"],
    ["https://www.kuponkod.hu/", "kuponkod.hu"],
    ["https://promokod.pikabu.example/", null],
    ["https://promokodi.net/", "promokodi.net"],
    ["https://indirimkodu.com.tr/", "indirimkodu.com.tr"],
    ["https://www.alennuskoodit.fi/", "alennuskoodit.fi"],
    ["https://www.buonosconto.it/", "buonosconto.it"],
    ["https://buonisconto.it/", "buonisconto.it"],
    ["https://codigodesconto.com.br/", "codigodesconto.com.br"],
    ["https://codigos-de-descuento.es/", "codigos-de-descuento.es"],
    ["https://www.codereduction.fr/", "codereduction.fr"],
    ["https://code-reduc.com/", "code-reduc.com"],
    ["https://www.actiecode.nl/", "actiecode.nl"],
    ["https://www.reduc.fr/shop", "reduc.fr"],
    ["https://www.pelando.com.br/", "pelando.com.br"],
    ["https://www.desidime.com/", "desidime.com"],
    ["https://www.grabon.in/", "grabon.in"],
    ["https://worthepenny.com/", "worthepenny.com"],
  ])("%s: %s", (referrer, site) => {
    expect(from(referrer)).toBe(site);
  });

  it.each([
    ...["https://www.google.com/search?q=coupons", "https://mail.google.com/", "", null],
    ...["https://offers.brand.example/", "https://www.honey-farm.example/", "no address"],
    ...["coupons.de", "android-app://com.google.android.gm/"],
    ...["https://news.brand.example/voucher", "https://reduc.example/"],
    // A brand's own page.
    ...["https://coupons.brand.com/", "https://codes-promo.brand.co.uk/"],
    // What is paid back is no code.
    ...["https://www.topcashback.co.uk/", "https://www.quidco.com/", "https://www.shoop.de/"],
    ...["https://www.igraal.com/", "https://www.poulpeo.com/", "https://www.swagbucks.com/"],
    ...["https://www.ebates.com/", "https://cashkaro.com/", "https://www.meliuz.com.br/"],
    "https://www.ebuyclub.com/",
    // Vouchers to give away, cloth, and shops' own tools.
    ...["https://www.giftvouchers.com/", "https://geschenkgutschein.de/"],
    ...["https://buonoregalo-voucher.it/", "https://cadeau-coupons.nl/"],
    ...["https://www.lunchvoucher.be/", "https://hotelgutscheine.de/"],
    ...["https://coupons-tissus.fr/", "https://lescouponsdesaintpierre.com/"],
    ...["https://couponcarrier.io/x", "https://app.voucherify.io/", "https://coupontools.com/"],
    "https://coupons.myshopify.com/",
  ])("%s is none", (referrer) => {
    expect(from(referrer)).toBeNull();
  });

  it.each([
    ["utm_source=Retailmenot&utm_medium=affiliate", "retailmenot"],
    ["utm_medium=&utm_source=retailmenot_uk", "retailmenot"],
    ["utm_source=retailmenot-uk", "retailmenot"],
    ["utm_source=ma-reduc", "ma-reduc"],
    ["utm_source=www.coupons.de", "coupons.de"],
    ["utm_source=https%3A%2F%2Fwww.coupons.de%2Fbrand&utm_medium=cpc", "coupons.de"],
    ["utm_source=Coupon%20Follow&utm_medium=Affiliates", "coupon-follow"],
    ["utm_source=vouchercodes&utm_medium=referral", "vouchercodes"],
    ["utm_source=vouchercodes&utm_medium=paid_deals", "vouchercodes"],
    // Called so, but not by whom it came.
    ["utm_source=vouchercodes", null],
    ["utm_source=spring-coupon&utm_medium=social", null],
    ["utm_source=giftvoucher&utm_medium=affiliate", null],
    // What the shop itself sends or hands out.
    ["utm_source=coupon-mailing&utm_medium=email", null],
    ["utm_source=groupon&utm_medium=e-mail", null],
    ["utm_source=coupons.de&utm_medium=Newsletter", null],
    ["utm_source=retailmenot&utm_medium=sms", null],
    ["utm_source=retailmenot&utm_medium=web_push", null],
    ["utm_source=couponcard&utm_medium=qr-code", null],
    ["utm_source=coupon&utm_medium=print", null],
    ["utm_source=newsletter", null],
    ["utm_source=coupons.brand.com", null],
    ["utm_source=%E0%A4%A&utm_medium=affiliate", null],
    ["utm_source=&utm_medium=affiliate", null],
    ["source=coupons.de", null],
  ])("an address with %s says %s", (query, site) => {
    expect(by(query)).toBe(site);
  });

  it("is the page before rather than what the address says, and no part of the path", () => {
    expect(from("https://coupons.de/", "/?utm_source=x&utm_medium=email")).toBe("coupons.de");
    expect(from("https://www.google.com/", "/?utm_source=groupon")).toBe("groupon");
    expect(from(null, "/collections/coupons?utm_source=newsletter")).toBeNull();
    expect(from(null, "//[")).toBeNull();
    expect(from(null, "")).toBeNull();
  });

  it("is a host or a short name, whatever an address holds", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (referrer, source) => {
        const written = { utm_source: `coupon${source}`, utm_medium: "affiliate" };
        const landing = `/?${new URLSearchParams(written).toString()}`;
        const site = from(referrer, landing) ?? "";
        expect(site).toMatch(/^[\p{L}\p{N}.-]{0,100}$/u);
      }),
    );
  });
});
