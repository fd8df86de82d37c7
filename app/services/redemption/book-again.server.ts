import type pg from "pg";

import { nextPieceSize } from "#app/domain/shared/piece-size.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { letIntakeGo } from "../person/let-intake-go.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readOrders } from "./order-rows.server.ts";
import { recordReports } from "./record-reports.server.ts";

const NOBODY = { customerId: null, email: null, phone: null };

/** Orders in the first transaction; in the next, as many as its time allows. */
const FIRST_PIECE = 100;

/**
 * Books orders as what is known of them says by now, with all that follows, as if they had been told again: piece by piece,
 * webhooks that wait first.
 */
export async function bookAllAgain(
  deps: Deps,
  shopId: number,
  orderIds: readonly string[],
  piece = FIRST_PIECE,
): Promise<void> {
  let size = piece;
  for (let from = 0; from < orderIds.length;) {
    await letIntakeGo(deps, shopId);
    const ids = orderIds.slice(from, from + size);
    const took = await inTransaction(deps.database.pool, async (client) => {
      await lockPeople(client, shopId);
      const begun = performance.now();
      await bookOrdersAgain(deps, client, await shopOf(deps, shopId), ids);
      return performance.now() - begun;
    });
    from += ids.length;
    size = nextPieceSize(size, took);
  }
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
