import type { OrderActions } from "../checkout/order-actions.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { json, jsonOf, type Route, type WebResponse } from "../page/route.ts";
import { generateHistory } from "./generate.ts";
import type { HistoryCode } from "./options.ts";

export type HistoryRoutesOptions = {
  readonly findShop: (handle: string) => CheckoutShop | undefined;
  readonly orderActions: (handle: string) => OrderActions;
};

const MOST_ORDERS = 20_000;
const MOST_DAYS = 730;

/**
 * `POST /control/:handle/history` with `{"days": 90, "orders": 400, "codes": [{"code", "share", "mostPerCustomer"?,
 * "sinceDays"?, "referringSites"?}], "seed": 1}` answers what became of the orders, once all are placed. Webhooks may still be on their way.
 */
export function historyRoutes({ findShop, orderActions }: HistoryRoutesOptions): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/control/:handle/history",
      handle: async (request) => {
        const handle = request.params["handle"] ?? "";
        const shop = findShop(handle);
        if (!shop) return problem(404, "There is no such shop");
        const { days = 90, orders = 400, seed = 1, codes = [] } = jsonOf(request) ?? {};
        if (!isCount(days, MOST_DAYS)) return problem(422, `days: from 1 to ${MOST_DAYS}`);
        if (!isCount(orders, MOST_ORDERS)) return problem(422, `orders: from 1 to ${MOST_ORDERS}`);
        if (!Number.isInteger(seed)) return problem(422, "seed: a whole number");
        const read = readCodes(shop, codes);
        if (typeof read === "string") return problem(422, read);
        const actions = orderActions(handle);
        const options = { shop, actions, days, orders, codes: read, seed: Number(seed) };
        return json(await generateHistory(options), 201);
      },
    },
  ];
}

function readCodes(shop: CheckoutShop, value: unknown): readonly HistoryCode[] | string {
  if (!Array.isArray(value)) return "codes: a list";
  const codes: HistoryCode[] = [];
  for (const entry of value as readonly unknown[]) {
    const { code, share, mostPerCustomer, sinceDays, referringSites } = {
      ...(entry as Record<string, unknown>),
    };
    if (typeof code !== "string" || !shop.discountOf(code)) return `codes: no code ${String(code)}`;
    if (typeof share !== "number" || share < 0) return "codes: each needs a share from 0 to 1";
    const number = (value: unknown) => (typeof value === "number" ? value : undefined);
    codes.push({
      ...{ code, share, mostPerCustomer: number(mostPerCustomer), sinceDays: number(sinceDays) },
      referringSites: Array.isArray(referringSites) ? referringSites.map(String) : undefined,
    });
  }
  const total = codes.reduce((sum, { share }) => sum + share, 0);
  return total <= 1 ? codes : "codes: all shares together are more than 1";
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

function problem(status: number, message: string): WebResponse {
  return json({ error: "invalid", message }, status);
}
