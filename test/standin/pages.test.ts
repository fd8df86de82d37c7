import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FaultStore } from "./faults/store.ts";
import { input, off } from "./orders/fixtures/input.ts";
import { NOON, scene, type Scene } from "./orders/fixtures/world.ts";
import { placeOrder } from "./orders/place.ts";
import { listen, type Listening } from "./page/fixtures/listen.ts";
import { standinPages, type Pages } from "./pages.ts";
import type { StaffMember } from "./state.ts";
import { WebhookSender } from "./webhooks/sender.ts";

const STAFF = { email: "", locale: "en", collaborator: false };
const PEOPLE: readonly StaffMember[] = [
  { ...STAFF, id: 1, firstName: "Olga", lastName: "Owner", accountOwner: true },
  { ...STAFF, id: 2, firstName: "Stan", lastName: "<Staff>", accountOwner: false, locale: "de" },
];

let at: Scene;
let faults: FaultStore;
let sender: WebhookSender;
let pages: Pages;
let server: Listening;
let done: string[];

beforeEach(async () => {
  at = scene();
  at.shop.staff.push(...PEOPLE);
  at.world.config.appUrl = "http://localhost:9";
  faults = new FaultStore(at.world.random);
  sender = new WebhookSender({ secret: "secret", random: at.world.random, retryMs: [] });
  done = [];
  pages = standinPages({
    world: at.world,
    sender,
    faults,
    app: { handle: "bonafide", name: "Bonafide" },
    mintIdToken: (shop, staff) => `token-of-${staff.id}-in-${shop.handle}`,
    discountActions: {
      activate: (_, { title }) => done.push(`activate ${title}`),
      deactivate: (_, { title }) => done.push(`deactivate ${title}`),
      remove: (_, { title }) => done.push(`remove ${title}`),
    },
  });
  server = await listen(pages.routes);
});
afterEach(() => {
  server.close();
  sender.stop();
});

async function get(path: string, cookie = ""): Promise<string> {
  return (await fetch(server.url + path, { headers: { cookie } })).text();
}

function post(path: string, form: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(server.url + path, { method: "POST", body, redirect: "manual" });
}

describe("the admin", () => {
  it("lists the shops and leads to all that is theirs", async () => {
    const html = await get("/");
    for (const path of ["/store/leaf", "/store/leaf/apps/bonafide", "/storefront/leaf", "/panel"]) {
      expect(html).toContain(`href="${path}"`);
    }
    expect(html).toContain("Leaf &amp; Kettle");
  });

  it("frames the app where the address says, signed, as the owner", async () => {
    const html = await get("/store/leaf/apps/bonafide/app/campaigns/7?view=live");
    const src = /<iframe[^>]*src="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const url = new URL(src);
    expect(url.origin + url.pathname).toBe("http://localhost:9/app/campaigns/7");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      view: "live",
      embedded: "1",
      shop: "leaf.myshopify.com",
      id_token: "token-of-1-in-leaf",
    });
  });

  it("becomes another person for this browser only, and shows names as names", async () => {
    const response = await post("/store/leaf/staff", { staff: "2", back: "/store/leaf/orders" });
    expect(response.headers.get("location")).toBe("/store/leaf/orders");
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const session = await fetch(`${server.url}/store/leaf/apps/bonafide.session.json`, {
      method: "POST",
      headers: { cookie },
    });
    expect(await session.json()).toMatchObject({ idToken: "token-of-2-in-leaf" });
    const html = await get("/store/leaf", cookie);
    expect(html).toContain("&lt;Staff&gt;");
    expect(html).not.toContain("<Staff>");
  });

  it("never leads out of the store after a switch", async () => {
    const response = await post("/store/leaf/staff", { staff: "2", back: "//elsewhere.example" });
    expect(response.headers.get("location")).toBe("/store/leaf");
  });

  it("offers what can still happen to an order, and does it", async () => {
    const order = placeOrder(
      at.world,
      at.shop,
      input({ applications: [off("TEA10", { tea: 298 })] }),
    );
    expect(await get("/store/leaf/orders")).toContain("TEA10");
    const cancelled = await post(`/store/leaf/orders/${order.id}/cancel`);
    expect(cancelled.status).toBe(303);
    expect(at.topics()).toContain("orders/cancelled");
    const html = await get("/store/leaf/orders");
    expect(html).toContain("Cancelled");
    expect(html).not.toContain(`/orders/${order.id}/`);
    expect((await post("/store/leaf/orders/1/cancel")).status).toBe(404);
    expect((await post(`/store/leaf/orders/${order.id}/eat`)).status).toBe(404);
  });

  it("shows discounts as Shopify holds them and lets them be changed there", async () => {
    const [id] = [...at.shop.discounts.keys()];
    const html = await get("/store/leaf/discounts");
    expect(html).toContain("10 % off the order");
    await post(`/store/leaf/discounts/${id}/deactivate`);
    await post(`/store/leaf/discounts/${id}/delete`);
    expect(done).toEqual(["deactivate TEA10", "remove TEA10"]);
  });

  it.each(["/store/other", "/store/other/apps/bonafide", "/storefront/other"])(
    "%s is no shop",
    async (path) => {
      expect((await fetch(server.url + path)).status).toBe(404);
    },
  );

  it("serves scripts of its own, and nothing of Shopify's CDN but App Bridge", async () => {
    expect(await get("/app-bridge.js")).toContain("ui-save-bar");
    expect(await get("/cdn/shopifycloud/app-bridge.js")).toContain("ui-save-bar");
    expect(await get("/shell.js")).toContain("iframe#app");
    expect(await get("/cdn/static/fonts/inter/v4/styles.css")).toBe("");
  });
});

describe("the panel", () => {
  it("moves the clock and puts it back", async () => {
    await post("/panel/clock", { ms: String(86_400_000) });
    expect(at.world.now().getTime() - NOON.getTime()).toBe(86_400_000);
    await post("/panel/clock", { reset: "1" });
    const off = Math.abs(at.world.now().getTime() - Date.now());
    expect(off).toBeLessThan(3_600_000);
  });

  it("sets a fault for one shop, lists it and takes it away", async () => {
    const fault = { on: "call", name: "metafieldsSet", effect: "lose", times: "2" };
    await post("/panel/faults?shop=leaf", fault);
    expect(faults.rules()).toMatchObject([
      {
        match: { on: "call", name: "metafieldsSet", shop: "leaf.myshopify.com" },
        effect: { action: "loseResponse" },
        times: 2,
      },
    ]);
    expect(await get("/panel/faults")).toContain("Does it, but the answer is lost");
    await post(`/panel/faults/${faults.rules()[0]?.id}/remove`);
    await post("/panel/faults", { effect: "nonsense" });
    expect(faults.rules()).toEqual([]);
  });

  it("sets how webhooks are delivered, within bounds", async () => {
    await post("/panel/webhooks/modes", {
      duplicates: "250",
      shuffle: "300",
      delay: "x",
      drop: "2",
    });
    expect(sender.modes).toMatchObject({
      duplicateShare: 1,
      shuffleMs: 300,
      delayMs: 0,
      dropFirst: 2,
    });
  });

  it("shows every webhook with its body and sends one again", async () => {
    const id = sender.add({
      eventId: "e",
      topic: "orders/create",
      shop: at.shop.domain,
      apiVersion: "2026-10",
      url: "http://localhost:9/webhooks",
      body: '{"name":"#1001"}',
      triggeredAt: NOON,
    });
    await sender.idle();
    await post(`/panel/webhooks/${id}/resend`);
    await sender.idle();
    expect(sender.find(id)?.attempts.map(({ kind }) => kind)).toEqual(["first", "resend"]);
    const html = await get("/panel/webhooks?shop=leaf");
    expect(html).toContain("orders/create");
    expect(html).toContain("#1001");
  });

  it("says so where there is nothing yet, and knows its parts", async () => {
    expect(await get("/panel/runs")).toContain("No function has run yet");
    expect(await get("/panel/calls")).toContain("The app has not called yet");
    expect((await fetch(`${server.url}/panel/nonsense`)).status).toBe(404);
  });
});

describe("history on request", () => {
  function ask(body: unknown): Promise<Response> {
    const address = `${server.url}/control/leaf/history`;
    return fetch(address, { method: "POST", body: JSON.stringify(body) });
  }

  it.each([
    ["days", { days: 0 }],
    ["orders", { orders: 1e9 }],
    ["codes", { codes: [{ code: "NOPE", share: 0.5 }] }],
    [
      "codes",
      {
        codes: [
          { code: "TEA10", share: 0.6 },
          { code: "TEA10", share: 0.6 },
        ],
      },
    ],
  ])("refuses %s out of bounds", async (field, body) => {
    const response = await ask(body);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { message: string }).message).toContain(field);
    expect(at.shop.orders).toEqual([]);
  });
});
