import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { foldCases } from "../case/fold-cases.server.ts";
import { judgeScored } from "../fair-use/judge-scored.server.ts";
import { findFreedFlags } from "../flag/find-freed-flags.server.ts";

/**
 * Withdraws flags whose reason is gone and brings those that stand in no case yet into one, beside all that concerns
 * these people: they were flagged or linked. A transaction of its own, for it keeps others from recognising people.
 */
export async function settleCases(
  deps: Deps,
  shopId: number,
  people: ReadonlySet<string>,
): Promise<void> {
  await inTransaction(deps.database.pool, async (client) => {
    const freed = await findFreedFlags(client, shopId);
    const { rows } = await client.query<{ personId: string }>(UNFOLDED, [shopId]);
    const concerned = new Set([...people, ...freed, ...rows.map(({ personId }) => personId)]);
    const context = { now: deps.now(), newId: deps.newId };
    const isTold = await foldCases(client, shopId, [...concerned], context);
    if ((await judgeScored(client, shopId, [...people], context)) || isTold)
      await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
  });
}

/** Also those of a batch after which the process was killed. */
const UNFOLDED = `
  SELECT DISTINCT person_id::text AS "personId" FROM flag
  WHERE shop_id = $1 AND state = 'open' AND case_id IS NULL AND person_id IS NOT NULL`;
