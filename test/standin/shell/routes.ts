import { changeScopes } from "../auth/take-away.ts";
import {
  cookieOf,
  formOf,
  json,
  page,
  script,
  seeOther,
  withCookie,
  type Route,
  type WebRequest,
  type WebResponse,
} from "../page/route.ts";
import type { ShopState } from "../state.ts";
import { appPage } from "./app-page.ts";
import { changeDiscount, changeOrder } from "./changes.ts";
import { resources } from "./resources.ts";
import { browserScript } from "./browser-script.ts";
import { frameUrl } from "./frame-url.ts";
import { findShop, type ShellOptions } from "./options.ts";
import { adminStore, staffCookie, staffOf } from "./staff.ts";
import { discountsPage } from "./discounts-page.ts";
import { homePage, indexPage } from "./home-pages.ts";
import { ordersPage } from "./orders-page.ts";

type InShop = (shop: ShopState, request: WebRequest) => WebResponse | Promise<WebResponse>;

/** The admin around the app, and what Shopify's CDN would serve. */
export function shellRoutes(options: ShellOptions): readonly Route[] {
  const { world, app } = options;
  const inShop = (handle: InShop) => (request: WebRequest) => {
    const shop = findShop(world, request.params["handle"] ?? "");
    return shop ? handle(shop, request) : page("There is no such shop", 404);
  };
  const bridge = async () => script(await browserScript("app-bridge"));
  const openApp: InShop = (shop, request) => {
    const src = appFrame(options, shop, request, appPath(request));
    if (src === undefined) return page("Nobody has told the stand-in where the app is.", 503);
    const store = adminStore(options, shop, request);
    return page(appPage({ store, app, src, appOrigin: new URL(src).origin }));
  };
  return [
    {
      method: "GET",
      path: "/",
      handle: () => page(indexPage([...world.shops.values()], app.handle)),
    },
    { method: "GET", path: "/app-bridge.js", handle: bridge },
    { method: "GET", path: "/cdn/shopifycloud/app-bridge.js", handle: bridge },
    { method: "GET", path: "/cdn/*", handle: emptyFile },
    {
      method: "GET",
      path: "/shell.js",
      handle: async () => script(await browserScript("client")),
    },
    {
      method: "GET",
      path: "/store/:handle",
      handle: inShop((shop, request) =>
        page(homePage(adminStore(options, shop, request), shop, world.now())),
      ),
    },
    {
      method: "GET",
      path: "/store/:handle/orders",
      handle: inShop((shop, request) => page(ordersPage(adminStore(options, shop, request), shop))),
    },
    {
      method: "POST",
      path: "/store/:handle/orders/:id/:action",
      handle: inShop((shop, request) => changeOrder(options, shop, request)),
    },
    {
      method: "GET",
      path: "/store/:handle/discounts",
      handle: inShop((shop, request) =>
        page(discountsPage(adminStore(options, shop, request), shop, world.now())),
      ),
    },
    {
      method: "POST",
      path: "/store/:handle/discounts/:id/:action",
      handle: inShop((shop, request) => changeDiscount(options, shop, request)),
    },
    {
      method: "POST",
      path: "/store/:handle/staff",
      handle: inShop((shop, request) => {
        const form = formOf(request);
        const back = form.get("back") ?? "";
        const isLocal = back.startsWith(`/store/${shop.handle}`);
        const answer = seeOther(isLocal ? back : `/store/${shop.handle}`);
        return withCookie(answer, staffCookie(shop), form.get("staff") ?? "");
      }),
    },
    {
      method: "GET",
      path: "/store/:handle/resources.json",
      handle: inShop((shop, request) => json(resources(shop, request.query.get("type") ?? ""))),
    },
    {
      method: "POST",
      path: "/store/:handle/apps/:app.session.json",
      handle: inShop((shop, request) => {
        const staff = staffOf(shop, request);
        return json({
          idToken: options.mintIdToken(shop, staff),
          user: { id: String(staff.id), name: `${staff.firstName} ${staff.lastName}` },
        });
      }),
    },
    {
      method: "POST",
      path: "/store/:handle/apps/:app.frame.json",
      handle: inShop((shop, request) =>
        json({ src: appFrame(options, shop, request, request.query.get("path") ?? "/") }),
      ),
    },
    {
      method: "POST",
      path: "/store/:handle/apps/:app.scopes.json",
      handle: inShop((shop, request) => {
        const grant = (request.query.get("grant") ?? "").split(",").filter((scope) => scope !== "");
        if (grant.length > 0) changeScopes(options.world, shop, { grant });
        return json({ granted: [...shop.grantedScopes] });
      }),
    },
    { method: "GET", path: "/store/:handle/apps/:app", handle: inShop(openApp) },
    { method: "GET", path: "/store/:handle/apps/:app/*", handle: inShop(openApp) },
  ];
}

/** What follows the app's name in the address, with the query. */
function appPath({ params, query }: WebRequest): string {
  const rest = query.toString();
  return `/${params["rest"] ?? ""}${rest === "" ? "" : `?${rest}`}`;
}

function appFrame(
  { world, tunnelUrl, mintIdToken }: ShellOptions,
  shop: ShopState,
  request: WebRequest,
  path: string,
): string | undefined {
  const url = tunnelUrl();
  if (url === undefined) return undefined;
  const staff = staffOf(shop, request);
  return frameUrl({
    tunnelUrl: url,
    path: path.startsWith("/") ? path : `/${path}`,
    shopDomain: shop.domain,
    storeHandle: shop.handle,
    apiSecret: world.config.apiSecret,
    idToken: mintIdToken(shop, staff),
    sessionId: cookieOf(request, "session") ?? `session-of-${staff.id}`,
    locale: staff.locale,
    now: world.now(),
  });
}

/** Fonts and pictures of Shopify's CDN are left out: an empty file of the kind asked for. */
function emptyFile({ path }: WebRequest): WebResponse {
  const type = path.endsWith(".css")
    ? "text/css"
    : path.endsWith(".js")
      ? "text/javascript"
      : "text/plain";
  return {
    status: 200,
    headers: { "content-type": type, "cache-control": "max-age=3600" },
    body: "",
  };
}
