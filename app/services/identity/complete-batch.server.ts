import type pg from "pg";

import { NO_CONTEXT, type OrderContext } from "#app/domain/signal/score-order.ts";
import { listedForOrders, type ListedFor } from "../directory/listed-for-orders.server.ts";
import { exactFlags, exactOf, type ExactFlags } from "../flag/find-scored-flags.server.ts";
import { aftermathOf, cameOfUse, NOTHING_CAME, type Aftermath } from "./aftermath.server.ts";
import { ordersOfPrivateCodes } from "./private-codes.server.ts";
import type { LimitedUse } from "./limited-uses.server.ts";
import type { Waiting, WaitingOrder } from "./read-waiting.server.ts";
import type { Case } from "./score-cases.server.ts";

export type ReadBatch = Pick<Waiting, "count" | "isLast"> & {
  unreadable: string[];
  cases: Case[];
  exact: ExactFlags;
  listed: ReadonlyMap<string, ListedFor>;
};

/** Orders whose turn it is, with all that is known of them from elsewhere. */
export async function completeBatch(
  reader: pg.PoolClient,
  shopId: number,
  { count, isLast, encoded }: Waiting,
): Promise<ReadBatch> {
  const { orders, unreadable } = await encoded;
  const ids = orders.map(({ order }) => order.id);
  const exact = await exactFlags(reader, shopId, ids);
  const listed = await listedForOrders(reader, shopId, ids);
  const came = await aftermathOf(reader, shopId, ids);
  const carriers = await ordersOfPrivateCodes(reader, shopId, ids);
  const cases = casesOf(orders, { exact, listed, came, carriers });
  return { count, isLast, unreadable, exact, listed, cases };
}

function casesOf(
  orders: readonly WaitingOrder[],
  known: {
    exact: ExactFlags;
    listed: ReadonlyMap<string, ListedFor>;
    came: ReadonlyMap<string, Aftermath>;
    carriers: ReadonlySet<string>;
  },
): Case[] {
  return orders.map((each) => {
    const { order } = each;
    const lists = known.listed.get(order.id) ?? null;
    const came = known.came.get(order.id) ?? NOTHING_CAME;
    const contextOf = (use: LimitedUse | null): OrderContext => {
      const exact = exactOf(known.exact, order.id, use, each);
      return {
        ...{ ...NO_CONTEXT, ...lists },
        ...{ limit: limitOf(use), ...cameOfUse(exact, came) },
        isPrivate: known.carriers.has(order.id),
      };
    };
    const furtherContexts = each.furtherUses.map(contextOf);
    return { ...each, context: contextOf(each.use), furtherContexts };
  });
}

function limitOf(use: LimitedUse | null): OrderContext["limit"] {
  if (!use) return null;
  const { limit, householdLimit: perHousehold, isForNew: newCustomersOnly } = use;
  return { perCustomer: limit.perCustomer, perHousehold, newCustomersOnly };
}
