import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStandin, type Opened } from "./admin/fixtures/open.ts";
import { mintIdToken } from "./auth/id-token.ts";
import { routeFetchTo } from "./route-fetch.ts";

let opened: Opened;
let restore: () => void;
beforeAll(async () => {
  opened = await openStandin({ clock: Date.now });
  restore = routeFetchTo(opened.standin.url);
});
afterAll(async () => {
  restore();
  await opened.standin.stop();
});

/** Shopify's own library, imported only once `fetch` is routed, as the preload does it. */
async function library() {
  await import("@shopify/shopify-api/adapters/node");
  const { ApiVersion, LogSeverity, RequestedTokenType, shopifyApi } =
    await import("@shopify/shopify-api");
  const api = shopifyApi({
    apiKey: "key",
    apiSecretKey: "secret",
    apiVersion: ApiVersion.October26,
    hostName: "app.example.com",
    isEmbeddedApp: true,
    scopes: [],
    logger: { level: LogSeverity.Error },
  });
  return { api, RequestedTokenType };
}

describe("Shopify's own library", () => {
  test("exchanges, calls and refreshes as with Shopify", async () => {
    const { api, RequestedTokenType } = await library();
    const [staff] = opened.shop.staff;
    if (!staff) throw new Error("Nobody works here");
    const { session } = await api.auth.tokenExchange({
      shop: opened.shop.domain,
      sessionToken: mintIdToken(opened.standin.world, opened.shop, staff),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    });
    expect(session).toMatchObject({ id: `offline_${opened.shop.domain}`, isOnline: false });
    expect(session.refreshToken).toMatch(/^shprt_/);

    const client = new api.clients.Graphql({ session });
    const answer = await client.request(
      "query Q($first: Int!) { customers(first: $first) { nodes { id } } }",
      {
        variables: { first: 1 },
      },
    );
    expect(answer.data).toMatchObject({ customers: { nodes: [{}] } });

    const renewed = await api.auth.refreshToken({
      shop: opened.shop.domain,
      refreshToken: session.refreshToken ?? "",
    });
    expect(renewed.session.accessToken).not.toBe(session.accessToken);
    await expect(client.request("{ shop { name } }")).rejects.toMatchObject({
      response: { code: 401 },
    });
  });
});

test("Other requests go where they were going", async () => {
  const response = await fetch(`${opened.standin.url}/nowhere`);
  expect(response.status).toBe(404);
  await expect(fetch("http://shop.myshopify.com.example.invalid/")).rejects.toThrow();
});
