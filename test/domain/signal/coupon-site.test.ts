import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { couponSiteOf } from "#app/domain/signal/coupon-site.ts";

const from = (referrer: string | null, landing: string | null = null) =>
  couponSiteOf({ referrer, landing });

describe("the coupon site a visit came from", () => {
  it.each([
    ["https://www.retailmenot.com/view/shop.example", "retailmenot.com"],
    ["https://out.hotukdeals.com/visit/1?who=ada@example.com", "out.hotukdeals.com"],
    ["https://www.gutscheine.de/", "gutscheine.de"],
    ["https://kortingscode.nl/winkel", "kortingscode.nl"],
    ["https://www.couponfollow.com", "couponfollow.com"],
    ["HTTPS://WWW.MyVoucherCodes.CO.UK/x", "myvouchercodes.co.uk"],
    ["https://www.ma-reduc.com/", "ma-reduc.com"],
    ["https://www.savings.com/", "savings.com"],
    ["https://code-promo.example.fr/", "code-promo.example.fr"],
  ])("%s is one", (referrer, site) => {
    expect(from(referrer)).toBe(site);
  });

  it.each([
    ...["https://www.google.com/search?q=coupons", "https://mail.google.com/", "", null],
    ...[
      "https://offers.brand.example/",
      "https://www.honey-farm.example/",
      "coupons.de",
      "no address",
    ],
    ...["android-app://com.google.android.gm/", "https://news.brand.example/voucher"],
  ])("%s is none", (referrer) => {
    expect(from(referrer)).toBeNull();
  });

  it("is named by the first page where the browser keeps it back", () => {
    expect(from(null, "/?utm_source=Retailmenot&utm_medium=affiliate")).toBe("retailmenot");
    expect(from("", "/discount/SPRING?utm_source=www.coupons.de")).toBe("coupons.de");
    expect(from("https://www.google.com/", "/?utm_source=groupon")).toBe("groupon");
    expect(from(null, "/collections/coupons?utm_source=newsletter")).toBeNull();
    expect(from(null, "//[")).toBeNull();
  });

  it("is a host or a short name, whatever an address holds", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (referrer, source) => {
        const landing = `/?${new URLSearchParams({ utm_source: `coupon${source}` }).toString()}`;
        const site = from(referrer, landing) ?? "";
        expect(site).toMatch(/^[\p{L}\p{N}.-]{0,100}$/u);
      }),
    );
  });
});
