import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Throws away codes that were brought but not used. */
export async function discardImport(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(id)) return gone();
  const found = await inTransaction(deps.database.pool, async (client) => {
    const { rowCount } = await client.query(DISCARD, [shopId, id]);
    if (rowCount === 1) await client.query(ROWS, [shopId, id]);
    return rowCount === 1;
  });
  return found ? done({ id }) : gone();
}

function gone() {
  const message = "These codes are no longer here: they were used or thrown away.";
  return refuse({ kind: "not_found", message });
}

const DISCARD = "DELETE FROM code_import WHERE shop_id = $1 AND id = $2 AND state = 'ready'";
const ROWS = "DELETE FROM code_import_row WHERE shop_id = $1 AND import_id = $2";
