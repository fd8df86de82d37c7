import { orderPayload } from "#app/domain/redemption/order-payload.schema.ts";
import { readIdentities, readOrder } from "#app/domain/redemption/read-order.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readOrders } from "#app/infra/admin-api/documents/orders.ts";
import type { ReadOrdersQuery } from "#app/infra/admin-api/generated/operations.ts";
import { gidOf, numericId } from "#app/infra/admin-api/gid.ts";
import type { OrderReport } from "./record-orders.server.ts";

/** Whole orders asked for in one call: sixty lines and what they bear are up to 420 points, 1,000 is the most. */
const AT_ONCE = 2;

type Node = NonNullable<ReadOrdersQuery["nodes"][number]>;
type Whole = Extract<Node, { createdAt: string }>;
type Line = Whole["lineItems"]["nodes"][number];

/** An order as both ways of reading tell it: by calls, and in bulk, where its lines are lines of the file. */
export type WholeOrder = Omit<Whole, "lineItems" | "shippingLines"> & { lines: readonly Line[] };

/** Whole orders as Shopify has them now, as their webhooks would tell them. What is gone is left out. */
export async function reportsOf(
  api: AdminApi,
  ids: readonly string[],
  shopCurrency: string,
): Promise<OrderReport[]> {
  const reports: OrderReport[] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const asked = ids.slice(first, first + AT_ONCE).map((id) => gidOf("Order", id));
    const { nodes } = await api.run(readOrders, { ids: asked });
    for (const node of nodes) {
      if (!node || !("createdAt" in node)) continue;
      const { lineItems, shippingLines, ...order } = node;
      const lines = [...lineItems.nodes, ...shippingLines.nodes];
      reports.push(reportOf({ ...order, lines }, shopCurrency));
    }
  }
  return reports;
}

/** What an order tells. */
export function reportOf(order: WholeOrder, shopCurrency: string): OrderReport {
  const payload = orderPayload.parse(payloadOf(order));
  const facts = readOrder(payload, shopCurrency, String(order.updatedAt));
  return { facts, identities: readIdentities(payload) };
}

/** The order in the words of its webhook, so that one reader serves both. */
function payloadOf({ lines, ...order }: WholeOrder): Record<string, unknown> {
  const codes = order.discountCodes;
  return {
    id: numericId(order.id),
    name: order.name,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    cancelled_at: order.cancelledAt,
    currency: order.currencyCode,
    presentment_currency: order.presentmentCurrencyCode,
    total_price: order.totalPriceSet.shopMoney.amount,
    total_price_set: bagOf(order.totalPriceSet),
    total_discounts: order.totalDiscountsSet?.shopMoney.amount ?? null,
    total_discounts_set: order.totalDiscountsSet && bagOf(order.totalDiscountsSet),
    source_name: order.sourceName,
    financial_status: order.displayFinancialStatus?.toLowerCase() ?? null,
    test: order.test,
    email: order.email,
    phone: order.phone,
    customer: order.customer && { id: numericId(order.customer.id) },
    discount_codes: codes.map((code) => ({ code })),
    discount_applications: codes.map((code) => ({ type: "discount_code", code })),
    line_items: lines.map((line) => ({
      discount_allocations: line.discountAllocations.flatMap((each) => allocationOf(each, codes)),
    })),
    refunds: order.refunds.map(({ id, createdAt, totalRefundedSet }) => ({
      id: numericId(id),
      created_at: createdAt,
      transactions: [
        {
          kind: "refund",
          status: "success",
          amount: totalRefundedSet.shopMoney.amount,
          currency: order.currencyCode,
        },
      ],
    })),
  };
}

function bagOf({ presentmentMoney }: Whole["totalPriceSet"]) {
  return { presentment_money: { amount: presentmentMoney.amount } };
}

function allocationOf(
  { allocatedAmountSet, discountApplication }: Line["discountAllocations"][number],
  codes: readonly string[],
) {
  if (!("code" in discountApplication)) return [];
  const applied = discountApplication.code.toLowerCase();
  const index = codes.findIndex((code) => code.toLowerCase() === applied);
  return [
    {
      amount: allocatedAmountSet.shopMoney.amount,
      amount_set: bagOf(allocatedAmountSet),
      discount_application_index: index,
    },
  ];
}
