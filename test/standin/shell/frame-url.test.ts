import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import { frameUrl } from "./frame-url.ts";

const SECRET = "a secret of the app's";
const shopify = shopifyApi({
  apiKey: "key",
  apiSecretKey: SECRET,
  apiVersion: ApiVersion.October26,
  hostName: "localhost",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

function frame(path: string): URL {
  return new URL(
    frameUrl({
      tunnelUrl: "http://localhost:4101",
      path,
      shopDomain: "leaf.myshopify.com",
      storeHandle: "leaf",
      apiSecret: SECRET,
      idToken: "a.b.c",
      sessionId: "s1",
      locale: "de-AT",
      now: new Date(),
    }),
  );
}

describe("the frame's address", () => {
  it("is one Shopify's own library takes for Shopify's", async () => {
    const url = frame("/app/campaigns?view=live now&q=a+b%20ü");
    expect(url.pathname).toBe("/app/campaigns");
    const query = Object.fromEntries(url.searchParams);
    expect(await shopify.utils.validateHmac(query)).toBe(true);
    expect(await shopify.utils.validateHmac({ ...query, shop: "other.myshopify.com" })).toBe(false);
    expect(shopify.utils.sanitizeHost(query["host"] ?? "")).toBe(query["host"]);
  });

  it("says which store, in which language, and that it is framed", () => {
    const { searchParams } = frame("/");
    expect(atob(searchParams.get("host") ?? "")).toBe("admin.shopify.com/store/leaf");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      embedded: "1",
      id_token: "a.b.c",
      locale: "de-AT",
      shop: "leaf.myshopify.com",
    });
  });
});
