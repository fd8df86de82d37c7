import type { Checkout } from "../checkout/checkout.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { findVariant } from "../checkout/variants.ts";
import {
  formOf,
  page,
  seeOther,
  type Route,
  type WebRequest,
  type WebResponse,
} from "../page/route.ts";
import { cartPage, ordersPage, productsPage } from "./catalogue-pages.ts";
import { checkoutPage, type CheckoutNotice } from "./checkout-page.ts";
import { thanksPage } from "./thanks-page.ts";
import { readBuyerForm, readMethod } from "./form-input.ts";
import type { StorefrontOptions } from "./json-routes.ts";
import { ShopperSessions, type ShopperSession } from "./session.ts";

type Visit = {
  readonly shop: CheckoutShop;
  readonly session: ShopperSession;
  readonly request: WebRequest;
  readonly base: string;
};
type Handler = (visit: Visit) => WebResponse | Promise<WebResponse>;
type CheckoutHandler = (visit: Visit, checkout: Checkout) => WebResponse | Promise<WebResponse>;

const QUIET: CheckoutNotice = { typedCode: "", payment: undefined, contact: undefined };

/** The storefront for people: plain pages and forms that work without a script. */
export function pageRoutes({ till, findShop }: StorefrontOptions): readonly Route[] {
  const sessions = new ShopperSessions();
  const visit = (handler: Handler) => async (request: WebRequest) => {
    const shop = findShop(request.params["handle"] ?? "");
    if (!shop) return page("There is no such shop", 404);
    const session = sessions.of(shop.handle, request);
    const base = `/storefront/${shop.handle}`;
    return sessions.keep(request, session, await handler({ shop, session, request, base }));
  };
  // A checkout belongs to the browser that opened it; anybody else is shown the cart instead.
  const atCheckout = (handler: CheckoutHandler) =>
    visit((seen) => {
      const checkout = till.find(seen.shop, seen.request.params["token"] ?? "");
      return checkout?.sessionId === seen.session.id
        ? handler(seen, checkout)
        : seeOther(`${seen.base}/cart`);
    });
  const show = ({ shop, session }: Visit, checkout: Checkout, notice: Partial<CheckoutNotice>) =>
    page(checkoutPage(shop, session, checkout, { ...QUIET, ...notice }));
  const token = "/storefront/:handle/checkout/:token";
  return [
    {
      method: "GET",
      path: "/storefront/:handle",
      handle: visit(({ shop, session }) => page(productsPage(shop, session))),
    },
    {
      method: "GET",
      path: "/storefront/:handle/cart",
      handle: visit(({ shop, session }) => page(cartPage(shop, session))),
    },
    { method: "POST", path: "/storefront/:handle/cart", handle: visit(addToCart) },
    { method: "POST", path: "/storefront/:handle/cart/change", handle: visit(changeCart) },
    {
      method: "GET",
      path: "/storefront/:handle/orders",
      handle: visit(({ shop, session, request }) => {
        const customerId = request.query.get("customer") || undefined;
        const email = shop.customers().find(({ id }) => id === customerId)?.email;
        const orders = customerId === undefined ? [] : shop.ordersOf({ customerId, email });
        return page(ordersPage(shop, session, customerId, orders));
      }),
    },
    {
      method: "POST",
      path: "/storefront/:handle/checkout",
      handle: visit(async ({ shop, session, base }) => {
        const open = till.find(shop, session.checkoutToken ?? "");
        if (open && !open.order) {
          await till.change(shop, open, { lines: session.cart });
          return seeOther(`${base}/checkout/${open.token}`);
        }
        const checkout = await till.open(shop, { sessionId: session.id, lines: session.cart });
        if (!checkout) return seeOther(`${base}/cart`);
        session.checkoutToken = checkout.token;
        return seeOther(`${base}/checkout/${checkout.token}`);
      }),
    },
    {
      method: "GET",
      path: token,
      handle: atCheckout((seen, checkout) =>
        checkout.order ? seeOther(`${seen.request.path}/thanks`) : show(seen, checkout, {}),
      ),
    },
    {
      method: "POST",
      path: `${token}/codes`,
      handle: atCheckout(async (seen, checkout) => {
        const code = (formOf(seen.request).get("code") ?? "").trim();
        if (code === "") return seeOther(parentOf(seen.request.path));
        await till.enter(seen.shop, checkout, code);
        const isRefused = checkout.verdicts.at(-1)?.status === "refused";
        return show(seen, checkout, { typedCode: isRefused ? code : "" });
      }),
    },
    {
      method: "POST",
      path: `${token}/codes/remove`,
      handle: atCheckout(async (seen, checkout) => {
        await till.remove(seen.shop, checkout, formOf(seen.request).get("code") ?? "");
        return seeOther(parentOf(parentOf(seen.request.path)));
      }),
    },
    {
      method: "POST",
      path: `${token}/buyer`,
      handle: atCheckout(async (seen, checkout) => {
        const buyer = readBuyerForm(seen.shop, formOf(seen.request));
        if (!buyer) return show(seen, checkout, { contact: "Enter an email or phone number" });
        await till.change(seen.shop, checkout, { buyer });
        return show(seen, checkout, {});
      }),
    },
    {
      method: "POST",
      path: `${token}/pay`,
      handle: atCheckout(async (seen, checkout) => {
        const { shop, session, request } = seen;
        const result = await till.pay(shop, checkout, {
          method: readMethod(formOf(request)),
          client: { ip: request.ip, userAgent: request.headers["user-agent"] ?? "" },
          acceptChanges: false,
        });
        switch (result.kind) {
          case "placed":
          case "already-paid":
            session.cart = [];
            session.checkoutToken = undefined;
            return seeOther(`${parentOf(request.path)}/thanks`);
          case "changed":
            return show(seen, checkout, {
              payment:
                "Your discounts have changed, and so has your total. Check it and pay again.",
            });
          case "declined":
            return show(seen, checkout, { payment: result.message });
          case "incomplete":
            return show(seen, checkout, { contact: result.message });
        }
      }),
    },
    {
      method: "GET",
      path: `${token}/thanks`,
      handle: atCheckout(({ shop, session, request }, checkout) =>
        checkout.order
          ? page(thanksPage(shop, session, checkout))
          : seeOther(parentOf(request.path)),
      ),
    },
  ];
}

function addToCart({ shop, session, request, base }: Visit): WebResponse {
  const variantId = formOf(request).get("variant") ?? "";
  if (!findVariant(shop, variantId)) return page("There is no such product", 404);
  const known = session.cart.find((line) => line.variantId === variantId);
  session.cart = known
    ? session.cart.map((line) =>
        line === known ? { ...line, quantity: Math.min(line.quantity + 1, 99) } : line,
      )
    : [...session.cart, { variantId, quantity: 1 }];
  return seeOther(`${base}/cart`);
}

function changeCart({ session, request, base }: Visit): WebResponse {
  const form = formOf(request);
  const variantId = form.get("variant");
  const asked = form.get("remove") === null ? Number(form.get("quantity")) : 0;
  const quantity = Number.isInteger(asked) ? Math.max(0, Math.min(asked, 99)) : 1;
  session.cart = session.cart
    .map((line) => (line.variantId === variantId ? { ...line, quantity } : line))
    .filter((line) => line.quantity > 0);
  return seeOther(`${base}/cart`);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
