import type pg from "pg";

import { erasedOrdersAmong } from "../compliance/erased-orders.server.ts";
import { erasedAmong } from "../person/gone-accounts.server.ts";
import type { OrderReport } from "./record-orders.server.ts";

/** Orders as they are told, those of customers who were erased as nobody's: these must not come back through an order. */
export async function withoutErased(
  client: pg.PoolClient,
  shopId: number,
  reports: readonly OrderReport[],
): Promise<OrderReport[]> {
  const accounts = reports.flatMap(({ facts }) => facts.customerId ?? []);
  const erased = await erasedAmong(client, shopId, accounts);
  const orders = await erasedOrdersAmong(
    client,
    shopId,
    reports.map(({ facts }) => facts.id),
  );
  return reports.map((each) => {
    const { id, customerId } = each.facts;
    return orders.has(id) || erased.has(customerId ?? "") ? ofNobody(each) : each;
  });
}

/** An order of which it is not said whose it is. */
export function ofNobody({ facts }: OrderReport): OrderReport {
  return {
    facts: { ...facts, customerId: null },
    identities: { customerId: null, email: null, phone: null },
  };
}
