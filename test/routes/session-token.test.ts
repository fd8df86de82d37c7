import { createHmac } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { allRoutes, callRoute, type RouteModule } from "#test/support/routes.ts";
import { BROWSER } from "#test/support/staff-client.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const routes = await allRoutes();
const inside = [...routes].filter(([id]) => id === "app" || id.startsWith("app."));

/** A good token with some of its claims changed, signed with the app's secret or another. */
function tokenWith(
  changes: Record<string, unknown>,
  secret = stage.app.deps.env.SHOPIFY_API_SECRET,
): string {
  const [head = "", payload = ""] = stage.olive.token().split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<
    string,
    unknown
  >;
  const body = `${head}.${Buffer.from(JSON.stringify({ ...claims, ...changes })).toString("base64url")}`;
  return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
}

function unsigned(): string {
  const head = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
  return `${head}.${stage.olive.token().split(".")[1] ?? ""}.`;
}

const now = () => Math.floor(Date.now() / 1_000);
const BAD: Record<string, () => string> = {
  "signed with another secret": () => tokenWith({}, "another secret"),
  "whose claims were changed after signing": () => {
    const [head, , signature] = stage.olive.token().split(".");
    return `${head}.${tokenWith({ sub: "1" }).split(".")[1]}.${signature}`;
  },
  "without a signature": unsigned,
  "that has expired": () => tokenWith({ exp: now() - 30, nbf: now() - 90, iat: now() - 90 }),
  "that is not valid yet": () => tokenWith({ nbf: now() + 60 }),
  "for another app": () => tokenWith({ aud: "another-app" }),
  "that is no token": () => "rubbish",
  "that is empty": () => "",
};

function requestWith(
  token: string | null,
  body: URLSearchParams | string | null,
  search = "",
): Request {
  return new Request(`${stage.app.url}/app${search}`, {
    headers: {
      "user-agent": BROWSER,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === null ? {} : { method: "POST", body }),
  });
}

/** Every way into the app: each page's loader, each verb's action with a form that would change something. */
const doors = inside.flatMap(
  ([id, { loader, action }]): [string, RouteModule["loader"], boolean][] => [
    ...(loader ? [[`GET ${id}`, loader, false] as [string, RouteModule["loader"], boolean]] : []),
    ...(action ? [[`POST ${id}`, action, true] as [string, RouteModule["loader"], boolean]] : []),
  ],
);

function knock(door: (typeof doors)[number], token: string | null, search = "") {
  const [name, handle, isPost] = door;
  const post = stage.posts[name.slice("POST ".length)]?.(stage.ours) ?? {};
  const params = { id: stage.ours.campaign, ...post.params };
  return callRoute(
    handle,
    requestWith(token, isPost ? (post.file ?? new URLSearchParams(post.form)) : null, search),
    params,
  );
}

let before: Record<string, string[]>;
beforeAll(async () => {
  before = await stage.dump();
});

test("there are pages and verbs to try", () => {
  expect(doors.length).toBeGreaterThan(20);
});

describe.each(Object.entries(BAD))("a session token %s", (_, make) => {
  test("opens nothing: 401, and App Bridge is told to bring a new one", async () => {
    const answers = await Promise.all(doors.map((door) => knock(door, make())));
    for (const [index, answer] of answers.entries()) {
      expect.soft(answer.status, doors[index]?.[0]).toBe(401);
      expect
        .soft(answer.headers.get("x-shopify-retry-invalid-session-request"), doors[index]?.[0])
        .toBe("1");
      expect.soft(answer.text, doors[index]?.[0]).toBe("");
    }
    expect(await stage.dump()).toEqual(before);
  });
});

describe("without a session token", () => {
  test("a request that names no shop is sent to where the way in is told", async () => {
    const answers = await Promise.all(doors.map((door) => knock(door, null)));
    for (const [index, { status, headers }] of answers.entries()) {
      expect.soft(status, doors[index]?.[0]).toBe(302);
      expect.soft(headers.get("location"), doors[index]?.[0]).toBe("/auth/login");
    }
    expect(await stage.dump()).toEqual(before);
  });

  test("a page inside the admin bounces to where App Bridge adds one, and comes back", async () => {
    const host = Buffer.from("admin.shopify.com/store/bonafide-demo").toString("base64url");
    const search = `?shop=${stage.olive.shop.domain}&host=${host}&embedded=1`;
    const answers = await Promise.all(doors.map((door) => knock(door, null, search)));
    for (const [index, { status, headers }] of answers.entries()) {
      const location = new URL(headers.get("location") ?? "", stage.app.url);
      expect.soft(status, doors[index]?.[0]).toBe(302);
      expect.soft(location.pathname, doors[index]?.[0]).toBe("/auth/session-token");
      expect
        .soft(location.searchParams.get("shopify-reload"), doors[index]?.[0])
        .toContain("/app?");
    }
    expect(await stage.dump()).toEqual(before);
  });
});

test("a robot is turned away", async () => {
  const headers = { "user-agent": "Googlebot/2.1", authorization: `Bearer ${stage.olive.token()}` };
  const answer = await callRoute(
    routes.get("app")?.loader,
    new Request(`${stage.app.url}/app`, { headers }),
    {},
  );
  expect(answer.status).toBe(410);
});

test("the token's shop counts, whatever shop the address names", async () => {
  const search = `?shop=${stage.stranger.shop.domain}`;
  const { shop } = await stage.olive.read<{ shop: { domain: string } }>("app", { search });
  expect(shop.domain).toBe(stage.olive.shop.domain);
});
