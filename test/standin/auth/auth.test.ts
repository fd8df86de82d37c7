import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStandin, shopNamed, type Opened } from "../admin/fixtures/open.ts";
import type { ShopState } from "../state.ts";
import { mintIdToken } from "./id-token.ts";
import { uninstallApp } from "./uninstall.ts";

let opened: Opened;
let owner: { readonly id: number };
beforeEach(async () => {
  opened = await openStandin();
  const [staff] = opened.shop.staff;
  if (!staff) throw new Error("Nobody works here");
  owner = staff;
});
afterEach(() => opened.standin.stop());

type Granted = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly access_token: string;
    readonly refresh_token: string;
  };
};

async function grant(request: object, shop: ShopState = opened.shop): Promise<Granted> {
  const response = await fetch(`${opened.standin.url}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-standin-shop": shop.domain },
    body: JSON.stringify({ client_id: "key", client_secret: "secret", ...request }),
  });
  return { status: response.status, body: (await response.json()) as Granted["body"] };
}

const exchange = (idToken: string, kind: "offline" | "online" = "offline", more: object = {}) =>
  grant({
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: idToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: `urn:shopify:params:oauth:token-type:${kind}-access-token`,
    expiring: "1",
    ...more,
  });
const mint = (options = {}) => mintIdToken(opened.standin.world, opened.shop, owner, options);
const refresh = (token: string) => grant({ grant_type: "refresh_token", refresh_token: token });
const works = async (token: string) =>
  (await opened.call("{ shop { name } }", {}, { token })).status === 200;

describe("Exchanging a session token", () => {
  test("gives an offline token for an hour, and 90 days to renew it", async () => {
    const { status, body } = await exchange(mint());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^shpat_/) as string,
      scope: "write_discounts,read_orders,write_customers,read_products",
      expires_in: 3_600,
      refresh_token: expect.stringMatching(/^shprt_/) as string,
      refresh_token_expires_in: 7_776_000,
    });
    expect(await works(body.access_token)).toBe(true);
    opened.later(3_600_000);
    expect(await works(body.access_token)).toBe(false);
  });

  test("gives an online token with the person it stands for", async () => {
    const { body } = await exchange(mint(), "online");
    expect(body).toMatchObject({
      access_token: expect.stringMatching(/^shpua_/) as string,
      associated_user: { id: owner.id, first_name: "Olive", account_owner: true },
    });
    expect(body.refresh_token).toBeUndefined();
    expect(await works(body.access_token)).toBe(true);
    opened.later(86_400_000);
    expect(await works(body.access_token)).toBe(false);
  });

  test("replaces the offline token before, and leaves online ones alone", async () => {
    const online = await exchange(mint(), "online");
    const first = await exchange(mint());
    const second = await exchange(mint());
    const tokens = [online, first, second].map(({ body }) => body.access_token);
    expect(await Promise.all(tokens.map(works))).toEqual([true, false, true]);
    expect((await refresh(first.body.refresh_token)).status).toBe(400);
  });

  const forge = (claims: object, secret = "secret", alg = "HS256"): string => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const [, payload = ""] = mint().split(".");
    const real = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const body = `${encode({ alg, typ: "JWT" })}.${encode({ ...real, ...claims })}`;
    return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
  };

  test.each([
    ["is expired", () => mint({ expiresInSeconds: -30 })],
    ["is signed with another secret", () => forge({}, "other")],
    ["says it is not signed", () => forge({}, "secret", "none")],
    ["is for another app", () => forge({ aud: "other" })],
    ["is from another shop", () => forge({ dest: "https://second-shop.myshopify.com" })],
    ["is somebody's who does not work there", () => forge({ sub: "1" })],
    ["is not valid yet", () => forge({ nbf: Math.floor(Date.now() / 1_000) + 60 })],
    ["is none", () => "token"],
  ])("gives nothing for one that %s", async (_, token) => {
    const { status, body } = await exchange(token());
    expect([status, body["error"]]).toEqual([400, "invalid_subject_token"]);
    expect(opened.shop.accessTokens.size).toBe(0);
  });

  test("takes what it forges as a test of the tests", async () => {
    expect((await exchange(forge({}))).status).toBe(200);
  });

  test("needs the app's secret", async () => {
    const { status, body } = await exchange(mint(), "offline", { client_secret: "guessed" });
    expect([status, body["error"]]).toEqual([400, "invalid_client"]);
  });

  test("is not for another shop's door", async () => {
    const shop = shopNamed(opened.standin, "second-shop");
    const request = {
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: mint(),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    };
    expect((await grant(request, shop)).status).toBe(400);
  });
});

describe("Refreshing", () => {
  test("replaces both tokens, once", async () => {
    const { body: old } = await exchange(mint());
    const { status, body: renewed } = await refresh(old.refresh_token);
    expect(status).toBe(200);
    expect([await works(old.access_token), await works(renewed.access_token)]).toEqual([
      false,
      true,
    ]);
    const again = await refresh(old.refresh_token);
    expect([again.status, again.body["error"]]).toEqual([400, "invalid_grant"]);
    expect(await works(renewed.access_token)).toBe(true);
  });

  test("two at once: one goes through", async () => {
    const { body } = await exchange(mint());
    const both = await Promise.all([refresh(body.refresh_token), refresh(body.refresh_token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test("ends after 90 days", async () => {
    const { body } = await exchange(mint());
    opened.later(90 * 86_400_000);
    expect((await refresh(body.refresh_token)).status).toBe(400);
  });
});

describe("Uninstalling", () => {
  test("ends all access before anybody is told, until the app is opened again", async () => {
    const { body } = await exchange(mint());
    uninstallApp(opened.standin.world, opened.shop);
    expect(opened.events.map(({ topic }) => topic)).toEqual(["app/uninstalled"]);
    expect(await works(body.access_token)).toBe(false);
    expect((await refresh(body.refresh_token)).status).toBe(400);

    const { body: reopened } = await exchange(mint());
    expect(await works(reopened.access_token)).toBe(true);
  });
});
