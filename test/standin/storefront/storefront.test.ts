import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discount, PERCENT_10 } from "../checkout/fixtures/cart.ts";
import { ADA, FakeShop, fixtureFunctions, GUARD, TEA } from "../checkout/fixtures/shop.ts";
import { Till } from "../checkout/till.ts";
import { listen, type Listening } from "../page/fixtures/listen.ts";
import { fetchSchema } from "../schema/fetch-schema.ts";
import { storefrontRoutes } from "./routes.ts";

await fetchSchema();

let shop: FakeShop;
let server: Listening;

beforeEach(async () => {
  shop = new FakeShop();
  shop.codes.set("summer26", discount(PERCENT_10));
  const till = new Till({ functions: fixtureFunctions(), codesForFunctions: "eligible" });
  const findShop = (handle: string) => (handle === shop.handle ? shop : undefined);
  server = await listen(storefrontRoutes({ till, findShop }));
});
afterEach(() => server.close());

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}/storefront/leaf${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function open(buyer: unknown): Promise<string> {
  const lines = [{ variantId: TEA, quantity: 2 }];
  const { status, body } = await call("POST", "/checkouts.json", { lines, buyer });
  expect(status).toBe(201);
  return String(body["token"]);
}

describe("the storefront for programs", () => {
  it("takes a checkout from cart to order", async () => {
    const token = await open({ customer: "ada@example.com", signedIn: true });
    const entered = await call("POST", `/checkouts/${token}/codes.json`, { code: "summer26" });
    expect(entered.body).toMatchObject({
      buyer: { kind: "signed-in", customerId: ADA },
      verdicts: [{ code: "summer26", status: "accepted" }],
      price: { discounts: 398, total: 4_172 },
    });
    const paid = await call("POST", `/checkouts/${token}/pay.json`, { method: "card" });
    expect(paid).toMatchObject({ status: 201, body: { order: { name: "#1001" } } });
    const again = await call("POST", `/checkouts/${token}/pay.json`, { method: "card" });
    expect(again).toMatchObject({ status: 200, body: { order: { name: "#1001" } } });
  });

  it("shows the function's refusal, then goes on without the code", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 1 });
    shop.setMetafield(ADA, "standing", 1);
    const token = await open({ customer: ADA });
    const { body } = await call("POST", `/checkouts/${token}/codes.json`, { code: "SUMMER26" });
    expect(body).toMatchObject({
      codes: [],
      verdicts: [
        { status: "refused", by: "function", message: "You have used this offer 1 times." },
      ],
    });
  });

  it("answers 409 when a code fell before payment, 402 when the card was declined", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 1 });
    const token = await open({ customer: ADA, signedIn: true });
    await call("POST", `/checkouts/${token}/codes.json`, { code: "SUMMER26" });
    shop.setMetafield(ADA, "standing", 1);
    const fell = await call("POST", `/checkouts/${token}/pay.json`, { method: "card" });
    expect(fell).toMatchObject({ status: 409, body: { error: "discounts_changed" } });
    const declined = await call("POST", `/checkouts/${token}/pay.json`, {
      method: "declined-card",
    });
    expect(declined.status).toBe(402);
  });

  it("takes a code off and changes the cart", async () => {
    const token = await open({ email: "guest@example.com" });
    await call("POST", `/checkouts/${token}/codes.json`, { code: "SUMMER26" });
    const removed = await call("DELETE", `/checkouts/${token}/codes/summer26.json`);
    expect(removed.body).toMatchObject({ codes: [], price: { discounts: 0 } });
    const lines = [{ variantId: TEA, quantity: 1 }];
    const changed = await call("PATCH", `/checkouts/${token}.json`, { lines });
    expect(changed.body).toMatchObject({ price: { subtotal: 1_990 } });
  });

  it.each([
    ["no body", undefined, 400, "body"],
    ["no lines", {}, 422, "lines"],
    ["lines that are no list", { lines: "tea" }, 422, "lines"],
    ["a stranger", { lines: [{ variantId: TEA }], buyer: { customer: "x" } }, 422, "buyer"],
    [
      "a strange address",
      { lines: [{ variantId: TEA }], address: { planet: "Mars" } },
      422,
      "address.planet",
    ],
  ])("refuses %s", async (_, body, status, field) => {
    expect(await call("POST", "/checkouts.json", body)).toMatchObject({ status, body: { field } });
  });

  it("knows no other shop's checkout and no other shop", async () => {
    expect((await call("GET", "/checkouts/0123.json")).status).toBe(404);
    expect((await fetch(`${server.url}/storefront/other/products.json`)).status).toBe(404);
  });
});

/** A browser without scripts: follows redirects, keeps its cookie. */
function browser() {
  let cookie = "";
  return async (path: string, form?: Record<string, string>) => {
    let address = path.startsWith("/storefront") ? path : `/storefront/leaf${path}`;
    let options: RequestInit = form
      ? { method: "POST", body: new URLSearchParams(form), redirect: "manual" }
      : { redirect: "manual" };
    for (;;) {
      const response = await fetch(server.url + address, { ...options, headers: { cookie } });
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      const location = response.headers.get("location");
      if (location === null) return { address, html: await response.text() };
      address = location;
      options = { redirect: "manual" };
    }
  };
}

describe("the storefront for people", () => {
  it("leads from a product to a thank-you page", async () => {
    const visit = browser();
    await visit("/cart", { variant: TEA });
    const { address } = await visit("/checkout", {});
    const applied = await visit(`${address}/codes`, { code: "SUMMER26" });
    expect(applied.html).toContain("−$1.99");
    await visit(`${address}/buyer`, { kind: "guest", email: "guest@example.com" });
    const thanks = await visit(`${address}/pay`, { method: "bank-transfer" });
    expect(thanks.address).toMatch(/thanks$/);
    expect(thanks.html).toContain("#1001");
    expect(shop.drafts[0]).toMatchObject({
      email: "guest@example.com",
      financialStatus: "pending",
    });
    expect((await visit("/cart")).html).toContain("Your cart is empty");
  });

  it("puts the refusal beside the code field and keeps what was typed", async () => {
    const visit = browser();
    await visit("/cart", { variant: TEA });
    const { address } = await visit("/checkout", {});
    const { html } = await visit(`${address}/codes`, { code: '<b>"NOPE"' });
    expect(html).toContain('value="&lt;b&gt;&quot;NOPE&quot;"');
    expect(html).toMatch(/id="code-error"[^]*Enter a valid discount code/);
  });

  it("keeps two browsers apart", async () => {
    const [one, other] = [browser(), browser()];
    await one("/cart", { variant: TEA });
    const { address } = await one("/checkout", {});
    expect((await other("/cart")).html).toContain("Your cart is empty");
    expect((await other(address)).address).toBe("/storefront/leaf/cart");
  });
});
