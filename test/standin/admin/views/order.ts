import { foldCode, gid } from "../../gid.ts";
import { amountsOf, discountOf } from "../../orders/amounts.ts";
import type {
  DiscountApplication,
  Order,
  OrderLine,
  OrderRisk,
  OrderShipping,
} from "../../orders/order.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { moneyView } from "../money.ts";
import { instant, optionalInstant } from "../scalars.ts";
import { holdsScope } from "../scopes.ts";
import { number, searchFor, text, time, words } from "../search/match.ts";
import { metafieldFields } from "./metafields.ts";

export function orderView(context: AdminContext, order: Order): View {
  const id = gid("Order", order.id);
  const amounts = amountsOf(order);
  const money = (minor: number) => moneyBag(minor, order);
  const codes = codesOf(order);
  return {
    __typename: "Order",
    id,
    legacyResourceId: String(order.id),
    name: order.name,
    number: order.number,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: optionalInstant(order.cancelledAt),
    cancelReason: order.cancelReason?.toUpperCase() ?? null,
    closedAt: optionalInstant(order.closedAt),
    closed: order.closedAt !== undefined,
    test: order.test,
    email: order.email ?? null,
    phone: order.phone ?? null,
    note: order.note ?? null,
    tags: [...order.tags],
    risk: riskView(order),
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentment.currency,
    sourceName: "web",
    displayFinancialStatus: order.financialStatus.toUpperCase(),
    displayFulfillmentStatus: "UNFULFILLED",
    paymentGatewayNames: [order.gateway],
    clientIp: order.browserIp ?? null,
    cartToken: order.cartToken,
    checkoutToken: order.checkoutToken,
    discountCode: codes[0] ?? null,
    discountCodes: codes,
    customer: () =>
      order.customerId === undefined ? null : context.node(gid("Customer", order.customerId)),
    totalPriceSet: money(amounts.total),
    subtotalPriceSet: money(amounts.subtotal),
    totalDiscountsSet: money(amounts.discounts),
    totalShippingPriceSet: money(amounts.shipping),
    totalRefundedSet: money(amounts.refunded),
    totalOutstandingSet: money(amounts.outstanding),
    lineItems: (args: Args) =>
      connection(
        "LineItemConnection",
        { items: order.lines, idOf: ({ id }) => id, view: (line) => lineView(order, line) },
        args,
      ),
    shippingLines: (args: Args) =>
      connection(
        "ShippingLineConnection",
        {
          items: order.shipping ? [order.shipping] : [],
          idOf: ({ id }) => id,
          view: (line) => shippingView(order, line),
        },
        args,
      ),
    discountApplications: (args: Args) =>
      connection(
        "DiscountApplicationConnection",
        {
          items: order.applications.map((application, index) => ({ application, index })),
          idOf: ({ index }) => index,
          view: ({ application, index }) => applicationView(order, application, index),
        },
        args,
      ),
    refunds: order.refunds.map((refund) => ({
      __typename: "Refund",
      id: gid("Refund", refund.id),
      createdAt: instant(refund.createdAt),
      note: refund.note ?? null,
      totalRefundedSet: money(refund.amount),
    })),
    ...metafieldFields(context, id),
  };
}

/** Of each app its last word, as the order's page in the admin shows it. */
function riskView({ risks = [] }: Order): View {
  const last = [...new Map(risks.map((risk) => [risk.appId, risk])).values()];
  return {
    __typename: "OrderRiskSummary",
    recommendation: last.some(({ level }) => level === "HIGH") ? "INVESTIGATE" : "NONE",
    assessments: last.map(riskAssessmentView),
  };
}

export function riskAssessmentView({ appId, level, facts }: OrderRisk): View {
  return {
    __typename: "OrderRiskAssessment",
    riskLevel: level,
    provider: { __typename: "App", id: gid("App", appId) },
    facts: facts.map((fact) => ({ __typename: "RiskFact", ...fact })),
  };
}

function codesOf({ applications }: Order): string[] {
  return applications.flatMap(({ code }) => code ?? []);
}

function moneyBag(minor: number, { currency, presentment }: Order): View {
  return {
    __typename: "MoneyBag",
    shopMoney: moneyView(minor, currency),
    presentmentMoney: moneyView(Math.round(minor * presentment.rate), presentment.currency),
  };
}

function lineView(order: Order, line: OrderLine): View {
  const total = line.unitPrice * line.quantity;
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    requiresShipping: line.requiresShipping,
    originalUnitPriceSet: moneyBag(line.unitPrice, order),
    originalTotalSet: moneyBag(total, order),
    discountedTotalSet: moneyBag(total - discountOf(line), order),
    totalDiscountSet: moneyBag(discountOf(line), order),
    discountAllocations: allocationViews(order, line),
  };
}

function shippingView(order: Order, line: OrderShipping): View {
  return {
    __typename: "ShippingLine",
    id: gid("ShippingLine", line.id),
    title: line.title,
    code: line.code,
    originalPriceSet: moneyBag(line.price, order),
    discountedPriceSet: moneyBag(line.price - discountOf(line), order),
    discountAllocations: allocationViews(order, line),
  };
}

function allocationViews(order: Order, { allocations }: Pick<OrderLine, "allocations">): View[] {
  return allocations.map(({ application, amount }) => ({
    __typename: "DiscountAllocation",
    allocatedAmountSet: moneyBag(amount, order),
    discountApplication: () => {
      const applied = order.applications[application];
      return applied ? applicationView(order, applied, application) : null;
    },
  }));
}

function applicationView(order: Order, application: DiscountApplication, index: number): View {
  const { code, title, value, valueType } = application;
  return {
    __typename: code === undefined ? "AutomaticDiscountApplication" : "DiscountCodeApplication",
    index,
    ...(code === undefined ? { title } : { code }),
    allocationMethod: application.allocationMethod.toUpperCase(),
    targetSelection: application.targetSelection.toUpperCase(),
    targetType: application.targetType.toUpperCase(),
    value:
      valueType === "percentage"
        ? { __typename: "PricingPercentageValue", percentage: value }
        : moneyView(value, order.currency),
  };
}

/** Documented: without `read_all_orders` an app sees the orders of sixty days. */
export function shownOrders({ shop, token, world }: AdminContext): readonly Order[] {
  if (holdsScope(token.scopes, "read_all_orders")) return shop.orders;
  const oldest = world.now().getTime() - 60 * 24 * 60 * 60 * 1_000;
  return shop.orders.filter(({ createdAt }) => createdAt.getTime() >= oldest);
}

export function orderConnection(context: AdminContext, items: readonly Order[], args: Args): View {
  return connection(
    "OrderConnection",
    {
      items,
      idOf: ({ id }) => id,
      view: (order) => orderView(context, order),
      sortBy: {
        PROCESSED_AT: ({ processedAt }) => processedAt.getTime(),
        CREATED_AT: ({ createdAt }) => createdAt.getTime(),
        UPDATED_AT: ({ updatedAt }) => updatedAt.getTime(),
        ORDER_NUMBER: ({ number }) => number,
      },
      search: (orders, query) => searchOrders(context, orders, query),
    },
    args,
  );
}

export function searchOrders(context: AdminContext, orders: readonly Order[], query: string) {
  const { now } = context.world;
  return searchFor<Order>(
    {
      default: words(({ name, email }) => [name, email]),
      id: number(({ id }) => id),
      name: text(({ name }) => [name, name.replace("#", "")]),
      email: words(({ email }) => [email]),
      test: text(({ test }) => String(test)),
      tag: text(({ tags }) => tags),
      customer_id: number(({ customerId }) => customerId ?? []),
      financial_status: text(({ financialStatus }) => financialStatus),
      status: text(statusOf),
      cart_token: text(({ cartToken }) => cartToken),
      checkout_token: text(({ checkoutToken }) => checkoutToken),
      // Documented: only the first code of an order is looked at.
      discount_code: (order, { value }) => foldCode(codesOf(order)[0] ?? "") === foldCode(value),
      created_at: time(({ createdAt }) => createdAt, now),
      processed_at: time(({ processedAt }) => processedAt, now),
      updated_at: time(({ updatedAt }) => updatedAt, now),
    },
    orders,
    query,
  );
}

function statusOf({ cancelledAt, closedAt }: Order): string {
  if (cancelledAt) return "cancelled";
  return closedAt ? "closed" : "open";
}
