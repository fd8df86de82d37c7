import { afterEach, describe, expect, it } from "vitest";
import { listen, type Listening } from "./fixtures/listen.ts";
import { attribute, html, jsonScript } from "./html.ts";
import { cookieOf, json, matchPath, page, withCookie, type Route } from "./route.ts";

describe("html", () => {
  it("escapes what comes from outside, and nothing twice", () => {
    const inner = html`<b title="${`"'&<>`}">${"<script>"}</b>`;
    expect(html`<p>${[inner, inner]}${false}${undefined}${0}</p>`.text).toBe(
      "<p>" + '<b title="&quot;&#39;&amp;&lt;&gt;">&lt;script&gt;</b>'.repeat(2) + "0</p>",
    );
  });

  it("sets an attribute or leaves it out", () => {
    expect(html`<p ${attribute(true, "hidden")}></p>`.text).toBe("<p hidden></p>");
    expect(html`<p ${attribute(false, "hidden")}></p>`.text).toBe("<p ></p>");
  });

  it("lets no value end a script", () => {
    expect(jsonScript("x", "</script>").text).not.toContain("</script></script>");
  });
});

describe("paths", () => {
  it.each<readonly [string, string, Record<string, string> | undefined]>([
    ["/", "/", {}],
    ["/store/:handle", "/store/leaf", { handle: "leaf" }],
    ["/store/:handle", "/store/leaf/orders", undefined],
    ["/store/:handle", "/store/a%2Fb", { handle: "a/b" }],
    ["/x/:token.json", "/x/abc.json", { token: "abc" }],
    ["/x/:token.json", "/x/abc", undefined],
    ["/x/:token.json", "/x/.json", undefined],
    ["/codes/:code.json", "/codes/10%25%20OFF.json", { code: "10% OFF" }],
    [
      "/apps/:app/*",
      "/apps/bonafide/app/campaigns/1",
      { app: "bonafide", rest: "app/campaigns/1" },
    ],
    ["/apps/:app/*", "/apps/bonafide/", { app: "bonafide", rest: "" }],
    ["/apps/:app/*", "/apps/bonafide", undefined],
    ["/x/:a", "/x/%zz", undefined],
  ])("%s and %s", (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params);
  });
});

describe("serving", () => {
  let server: Listening | undefined;
  afterEach(() => server?.close());

  const routes: readonly Route[] = [
    {
      method: "GET",
      path: "/hello",
      handle: (r) => withCookie(page(cookieOf(r, "who") ?? "?"), "who", "ä;b"),
    },
    { method: "POST", path: "/hello", handle: ({ body }) => json({ bytes: body.length }) },
    {
      method: "GET",
      path: "/broken",
      handle: () => {
        throw new Error("The stand-in cannot do this");
      },
    },
  ];

  it("answers by method and path, and leaves the rest to others", async () => {
    server = await listen(routes);
    expect(await (await fetch(`${server.url}/hello`)).text()).toBe("?");
    const posted = await fetch(`${server.url}/hello`, { method: "POST", body: "ü" });
    expect(await posted.json()).toEqual({ bytes: 2 });
    expect((await fetch(`${server.url}/hello`, { method: "DELETE" })).status).toBe(404);
    const head = await fetch(`${server.url}/hello`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("reads the cookie it set", async () => {
    server = await listen(routes);
    const first = await fetch(`${server.url}/hello`);
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    const second = await fetch(`${server.url}/hello`, { headers: { cookie } });
    expect(await second.text()).toBe("ä;b");
  });

  it("says what it cannot do", async () => {
    server = await listen(routes);
    const response = await fetch(`${server.url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ message: "The stand-in cannot do this" });
  });
});
