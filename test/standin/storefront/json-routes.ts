import type { Checkout, PayResult } from "../checkout/checkout.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import type { Till } from "../checkout/till.ts";
import { json, jsonOf, type Route, type WebRequest, type WebResponse } from "../page/route.ts";
import { readChanges, readPayment, type Read } from "./json-input.ts";
import { checkoutJson, orderJson } from "./json-output.ts";

export type StorefrontOptions = {
  readonly till: Till;
  readonly findShop: (handle: string) => CheckoutShop | undefined;
};

/** The storefront for programs. See `README.md` beside this file for bodies and answers. */
export function jsonRoutes({ till, findShop }: StorefrontOptions): readonly Route[] {
  const inShop =
    (handle: (shop: CheckoutShop, request: WebRequest) => WebResponse | Promise<WebResponse>) =>
    (request: WebRequest): WebResponse | Promise<WebResponse> => {
      const shop = findShop(request.params["handle"] ?? "");
      return shop ? handle(shop, request) : problem(404, "handle", "There is no such shop");
    };
  const inCheckout = (
    handle: (
      shop: CheckoutShop,
      checkout: Checkout,
      request: WebRequest,
    ) => WebResponse | Promise<WebResponse>,
  ) =>
    inShop((shop, request) => {
      const checkout = till.find(shop, request.params["token"] ?? "");
      return checkout
        ? handle(shop, checkout, request)
        : problem(404, "token", "There is no such checkout");
    });
  const base = "/storefront/:handle/checkouts";
  return [
    {
      method: "GET",
      path: "/storefront/:handle/products.json",
      handle: inShop((shop) => json({ products: shop.products() })),
    },
    {
      method: "POST",
      path: `${base}.json`,
      handle: inShop(async (shop, request) => {
        const body = jsonOf(request);
        if (!body) return problem(400, "body", "Send a JSON object");
        const changes = readChanges(shop, body);
        if (!changes.ok) return refuse(changes);
        const checkout = await till.open(shop, { sessionId: "json", lines: [], ...changes.value });
        return checkout
          ? json(checkoutJson(shop, checkout), 201)
          : problem(422, "lines", "A line is not something this shop sells");
      }),
    },
    {
      method: "GET",
      path: `${base}/:token.json`,
      handle: inCheckout((shop, checkout) => json(checkoutJson(shop, checkout))),
    },
    {
      method: "PATCH",
      path: `${base}/:token.json`,
      handle: inCheckout(async (shop, checkout, request) => {
        const body = jsonOf(request);
        if (!body) return problem(400, "body", "Send a JSON object");
        const changes = readChanges(shop, body);
        if (!changes.ok) return refuse(changes);
        const changed = await till.change(shop, checkout, changes.value);
        return changed
          ? json(checkoutJson(shop, checkout))
          : problem(422, "lines", "A line is not something this shop sells");
      }),
    },
    {
      method: "POST",
      path: `${base}/:token/codes.json`,
      handle: inCheckout(async (shop, checkout, request) => {
        const code = jsonOf(request)?.["code"];
        if (typeof code !== "string" || code.trim() === "") {
          return problem(422, "code", "Enter a discount code");
        }
        await till.enter(shop, checkout, code);
        return json(checkoutJson(shop, checkout));
      }),
    },
    {
      method: "DELETE",
      path: `${base}/:token/codes/:code.json`,
      handle: inCheckout(async (shop, checkout, request) => {
        await till.remove(shop, checkout, request.params["code"] ?? "");
        return json(checkoutJson(shop, checkout));
      }),
    },
    {
      method: "POST",
      path: `${base}/:token/pay.json`,
      handle: inCheckout(async (shop, checkout, request) => {
        const payment = readPayment(jsonOf(request) ?? {}, request);
        if (!payment.ok) return refuse(payment);
        return paid(shop, checkout, await till.pay(shop, checkout, payment.value));
      }),
    },
  ];
}

function paid(shop: CheckoutShop, checkout: Checkout, result: PayResult): WebResponse {
  const state = checkoutJson(shop, checkout);
  switch (result.kind) {
    case "placed":
      return json({ order: orderJson(result.order), checkout: state }, 201);
    case "already-paid":
      return json({ order: orderJson(result.order), checkout: state });
    case "changed":
      return json({ error: "discounts_changed", checkout: state }, 409);
    case "declined":
      return json({ error: "declined", message: result.message, checkout: state }, 402);
    case "incomplete":
      return problem(422, result.field, result.message);
  }
}

function refuse(read: Extract<Read<unknown>, { ok: false }>): WebResponse {
  return problem(422, read.field, read.message);
}

function problem(status: number, field: string, message: string): WebResponse {
  return json({ error: "invalid", field, message }, status);
}
