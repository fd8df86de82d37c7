import { foldCode, gid } from "../gid.ts";
import { amountOfApplication, amountsOf, leftOf } from "../orders/amounts.ts";
import { cancelOrder } from "../orders/cancel.ts";
import { removeItems } from "../orders/edit.ts";
import { expireOrder } from "../orders/expire.ts";
import type { RefundWish } from "../orders/make-refund.ts";
import { markPaid } from "../orders/mark-paid.ts";
import type { CancelReason, Order } from "../orders/order.ts";
import type { OrderOutcome } from "../orders/outcome.ts";
import { orderPayload } from "../orders/payload.ts";
import { refundOrder } from "../orders/refund.ts";
import type { Route, WebRequest } from "../page/route.ts";
import type { ShopState } from "../state.ts";
import { answering, fieldsOf, idFrom, memberOf, Refusal, shopOf, wholeNumber } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

const REASONS: readonly CancelReason[] = [
  "customer",
  "declined",
  "fraud",
  "inventory",
  "staff",
  "other",
];

/** A shop's orders, and what staff or time does to them. */
export function orderRoutes({ world }: ControlOptions): readonly Route[] {
  const act = (
    verb: string,
    change: (shop: ShopState, orderId: number, request: WebRequest) => OrderOutcome,
  ): Route => ({
    method: "POST",
    path: `/control/:handle/orders/:id/${verb}`,
    handle: answering((request) => {
      const shop = shopOf(world, request);
      const outcome = change(shop, memberOf(shop.orders, request, "order").id, request);
      if (!outcome.ok) throw new Refusal(409, outcome.message);
      return orderView(outcome.order);
    }),
  });
  return [
    {
      method: "GET",
      path: "/control/:handle/orders",
      handle: answering((request) => {
        const orders = shopOf(world, request).orders.filter(filterOf(request.query));
        return { count: orders.length, orders: orders.map(orderView) };
      }),
    },
    {
      method: "GET",
      path: "/control/:handle/orders/:id",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        return orderPayload(shop, memberOf(shop.orders, request, "order"));
      }),
    },
    act("pay", (shop, id) => markPaid(world, shop, id)),
    act("expire", (shop, id) => expireOrder(world, shop, id)),
    act("edit", (shop, id, request) => removeItems(world, shop, id, removalOf(request))),
    act("cancel", (shop, id, request) => cancelOrder(world, shop, id, cancelOptions(request))),
    act("refund", (shop, id, request) => refundOrder(world, shop, id, refundWish(request))),
  ];
}

/** Amounts in minor units of the shop's currency. */
function orderView(order: Order) {
  return {
    id: order.id,
    gid: gid("Order", order.id),
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt ?? null,
    financialStatus: order.financialStatus,
    test: order.test,
    currency: order.currency,
    ...amountsOf(order),
    lines: order.lines.map((line) => ({
      id: line.id,
      title: line.title,
      left: leftOf(order, line),
    })),
    codes: order.applications.flatMap(({ code }, index) =>
      code === undefined ? [] : [{ code, amount: amountOfApplication(order, index) }],
    ),
    customerId: order.customerId ?? null,
    email: order.email ?? null,
    phone: order.phone ?? null,
  };
}

function filterOf(query: URLSearchParams): (order: Order) => boolean {
  const [code, status, customer, email, cancelled] = [
    "code",
    "status",
    "customer",
    "email",
    "cancelled",
  ].map((name) => query.get(name) ?? undefined);
  return (order) =>
    (code === undefined || hasCode(order, code)) &&
    (status === undefined || order.financialStatus === status) &&
    (customer === undefined || order.customerId === idFrom(customer)) &&
    (email === undefined || order.email?.toLowerCase() === email.toLowerCase()) &&
    (cancelled === undefined || (order.cancelledAt !== undefined) === (cancelled === "true"));
}

function hasCode({ applications }: Order, wanted: string): boolean {
  return applications.some(({ code }) => code !== undefined && foldCode(code) === foldCode(wanted));
}

function cancelOptions(request: WebRequest) {
  const { reason = "customer", refund = false } = fieldsOf(request);
  const known = REASONS.find((one) => one === reason);
  if (!known) throw new Refusal(422, `reason: one of ${REASONS.join(", ")}`);
  if (typeof refund !== "boolean") throw new Refusal(422, "refund: true or false");
  return { reason: known, refund };
}

function removalOf(request: WebRequest) {
  const fields = fieldsOf(request);
  const [lineId, quantity = 1] = [wholeNumber(fields, "lineId"), wholeNumber(fields, "quantity")];
  if (lineId === undefined) throw new Refusal(422, "lineId: the line to take items off");
  return { lineId, quantity };
}

function refundWish(request: WebRequest): RefundWish {
  const amount = wholeNumber(fieldsOf(request), "amount");
  return amount === undefined ? { kind: "full" } : { kind: "amount", amount };
}
