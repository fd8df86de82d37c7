import { page, seeOther, type WebRequest, type WebResponse } from "../page/route.ts";
import type { ShopState } from "../state.ts";
import type { ShellOptions } from "./options.ts";

/** What a merchant does to an order in the admin. */
export async function changeOrder(
  { world, orderActions }: ShellOptions,
  shop: ShopState,
  { params }: WebRequest,
): Promise<WebResponse> {
  const order = shop.orders.find(({ id }) => String(id) === params["id"]);
  if (!order) return page("There is no such order", 404);
  const actions = orderActions(shop);
  const id = `gid://shopify/Order/${order.id}`;
  const now = world.now();
  const verbs = new Map([
    ["cancel", actions.cancel],
    ["refund", actions.refund],
    ["mark-paid", actions.markPaid],
    ["expire", actions.expire],
  ]);
  const verb = verbs.get(params["action"] ?? "");
  if (!verb) return page("There is no such action", 404);
  await verb(id, now);
  return seeOther(`/store/${shop.handle}/orders`);
}

/** What a merchant does to a discount in Shopify, behind the app’s back. */
export function changeDiscount(
  { discountActions }: ShellOptions,
  shop: ShopState,
  { params }: WebRequest,
): WebResponse {
  const discount = shop.discounts.get(Number(params["id"]));
  if (!discount) return page("There is no such discount", 404);
  if (params["action"] === "activate") discountActions.activate(shop, discount);
  else if (params["action"] === "deactivate") discountActions.deactivate(shop, discount);
  else if (params["action"] === "delete") discountActions.remove(shop, discount);
  else return page("There is no such action", 404);
  return seeOther(`/store/${shop.handle}/discounts`);
}
