import type pg from "pg";

import { erasedOrdersAmong } from "../compliance/erased-orders.server.ts";
import { erasedAmong } from "../person/gone-accounts.server.ts";
import { ofNobody } from "../redemption/without-erased.server.ts";
import type { ReadMessage } from "./read-batch.server.ts";
import type { Told } from "./read-message.server.ts";

/**
 * What is told of a customer who was erased is left out, and their orders are nobody's: counted, and compared with no others.
 * @returns the messages so, and the ids of those whose bodies name such a customer
 */
export async function leaveOutErased(
  client: pg.PoolClient,
  shopId: number,
  read: readonly ReadMessage[],
): Promise<{ read: readonly ReadMessage[]; named: string[] }> {
  const erased = await erasedAmong(
    client,
    shopId,
    read.flatMap(({ told }) => accountsIn(told)),
  );
  const orders = await erasedOrdersAmong(
    client,
    shopId,
    read.flatMap(({ told }) => ordersIn(told)),
  );
  if (erased.size === 0 && orders.size === 0) return { read, named: [] };
  const isNamed = ({ told }: ReadMessage) =>
    accountsIn(told).some((id) => erased.has(id)) || ordersIn(told).some((id) => orders.has(id));
  return {
    read: read.map((each) => (isNamed(each) ? { ...each, told: withoutThem(each.told) } : each)),
    named: read.filter(isNamed).map(({ id }) => id),
  };
}

/** The accounts that a message tells something of; those that ask for an erasure must be heard. */
function accountsIn(told: Told | null): string[] {
  if (told?.kind === "order") {
    const { customerId } = told.report.facts;
    return customerId === null ? [] : [customerId];
  }
  if (told?.kind === "people_merged") return [told.kept, told.gone];
  const isOfOne = told?.kind === "account" || told?.kind === "membership" || told?.kind === "tags";
  return isOfOne ? [told.customerId] : [];
}

const ordersIn = (told: Told | null): string[] =>
  told?.kind === "order" ? [told.report.facts.id] : [];

function withoutThem(told: Told | null): Told {
  if (told?.kind !== "order") return { kind: "none" };
  return { ...told, isWhole: false, report: ofNobody(told.report) };
}
