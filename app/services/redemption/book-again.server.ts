import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readOrders } from "./order-rows.server.ts";
import { recordReports } from "./record-reports.server.ts";

const NOBODY = { customerId: null, email: null, phone: null };

/** Books orders as what is known of them says by now, with all that follows, as if they had been told again. */
export async function bookAgain(
  deps: Deps,
  shopId: number,
  orderIds: readonly string[],
): Promise<void> {
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    await bookOrdersAgain(deps, client, await shopOf(deps, shopId), orderIds);
  });
}

/** The same in the caller's transaction, which locks people. */
export async function bookOrdersAgain(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  orderIds: readonly string[],
): Promise<void> {
  const known = await readOrders(client, shop.id, orderIds);
  // Whose they are is known already.
  const reports = [...known.values()].map(({ personId: _, ...facts }) => ({
    facts,
    identities: NOBODY,
  }));
  await recordReports(deps, client, shop, reports);
}
