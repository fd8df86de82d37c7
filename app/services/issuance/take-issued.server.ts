import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { askForAccounts } from "./find-accounts.server.ts";
import { recordIssuance, type NewIssuance } from "./record-issuance.server.ts";

/** What was new, in all and by campaign. */
export type Taken = { added: number; addedTo: ReadonlyMap<string, number> };

type Manner = {
  /** How long accounts are waited for before they are looked for, where much comes in little pieces. */
  afterSeconds?: number;
  /** Writes down what was done, in the same transaction. */
  record(client: pg.PoolClient, taken: Taken): Promise<void>;
};

const AT_ONCE = 5_000;

/** Notes rows that were checked, all in one transaction, and has done what follows of it. */
export async function takeIssued(
  deps: Deps,
  shop: Shop,
  issued: readonly NewIssuance[],
  { afterSeconds, record }: Manner,
): Promise<Taken> {
  const context = { now: deps.now(), newId: deps.newId };
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shop.id);
    const addedTo = new Map<string, number>();
    let added = 0;
    let guardChanged = false;
    for (let at = 0; at < issued.length; at += AT_ONCE) {
      const some = await recordIssuance(client, shop, issued.slice(at, at + AT_ONCE), context);
      for (const [id, count] of some.addedTo) addedTo.set(id, (addedTo.get(id) ?? 0) + count);
      added += some.added;
      guardChanged ||= some.guardChanged;
    }
    await askForAccounts(deps, client, shop.id, afterSeconds);
    // Flags that came of it, or went, are weighed without another order.
    if (added > 0)
      await deps.jobs.send("score-orders", { shopId: shop.id }, { transaction: client });
    if (guardChanged)
      await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: client });
    await record(client, { added, addedTo });
    return { added, addedTo };
  });
}
