import { randomBytes } from "node:crypto";
import type { CheckoutLineInput } from "../checkout/checkout.ts";
import { cookieOf, withCookie, type WebRequest, type WebResponse } from "../page/route.ts";

/** What one browser has done in one shop: two browsers are two shoppers. */
export type ShopperSession = {
  readonly id: string;
  cart: readonly CheckoutLineInput[];
  checkoutToken: string | undefined;
};

const COOKIE = "shopper";

export class ShopperSessions {
  readonly #sessions = new Map<string, ShopperSession>();

  /** The browser's session in this shop, made on the first visit. */
  of(shop: string, request: WebRequest): ShopperSession {
    const browser = cookieOf(request, COOKIE) ?? randomBytes(12).toString("hex");
    const key = `${shop}/${browser}`;
    const known = this.#sessions.get(key);
    if (known) return known;
    const session: ShopperSession = { id: browser, cart: [], checkoutToken: undefined };
    this.#sessions.set(key, session);
    return session;
  }

  /** Sends the cookie with the answer unless the browser already has it. */
  keep(request: WebRequest, session: ShopperSession, response: WebResponse): WebResponse {
    return cookieOf(request, COOKIE) === session.id
      ? response
      : withCookie(response, COOKIE, session.id);
  }
}

export function quantityIn(cart: readonly CheckoutLineInput[]): number {
  return cart.reduce((sum, line) => sum + line.quantity, 0);
}
