import { membershipsIn } from "../segment/ask-memberships.server.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { askForAccounts } from "../issuance/find-accounts.server.ts";
import { ALL_SAID_TOGETHER } from "../person/put-together.server.ts";
import { markIssued } from "./mark-issued.server.ts";
import { eligibilityOf } from "../campaign/campaign-row.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";

/**
 * Has every standing of a shop derived from the ledger and written again, whatever is noted as written, the guests'
 * digests and the rules too; segments and tags are read anew. Orders that come meanwhile go first.
 * @returns how many customers there are.
 */
export async function rebuildStandings(deps: Deps, shopId: number): Promise<number> {
  await deps.database.pool.query(ADD, [shopId]);
  const campaigns = await activeCampaigns(deps, shopId);
  const issued = campaigns.filter(({ issuedOnly }) => issuedOnly).map(({ id }) => id);
  await inTransaction(deps.database.pool, async (client) => {
    await markIssued(client, shopId, issued, deps.now());
    await askForAccounts(deps, client, shopId);
  });
  const { rowCount } = await deps.database.pool.query(MARK, [shopId, deps.now()]);
  for (const membership of new Set(campaigns.map(eligibilityOf).flatMap(membershipsIn))) {
    if (membership.startsWith("#")) await deps.jobs.send("read-tag", { shopId, membership });
    else await deps.jobs.send("read-segment", { shopId, segmentId: membership });
  }
  await deps.database.prisma.shop.update({ where: { id: shopId }, data: { guardWritten: {} } });
  await deps.jobs.send("publish-guard", { shopId });
  return rowCount ?? 0;
}

/**
 * Customers whose orders used a code, or of whom staff said whom they are one person with,
 * should a row of theirs be missing.
 */
const ADD = `
  INSERT INTO standing (shop_id, customer_id, person_id, memberships)
  SELECT DISTINCT ON (o.customer_id) $1::int, o.customer_id, COALESCE(p.root_id, p.id), '{}'::text[]
  FROM shop_order o JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  WHERE o.shop_id = $1::int AND o.customer_id IS NOT NULL
    AND (EXISTS (SELECT FROM ledger_entry l WHERE l.shop_id = o.shop_id AND l.order_id = o.id)
      OR COALESCE(p.root_id, p.id) IN (${ALL_SAID_TOGETHER}))
  ORDER BY o.customer_id, o.placed_at DESC
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET person_id = excluded.person_id`;

const MARK = `
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $2), written = NULL, changes = s.changes + 1, error = NULL,
    urgency = CASE WHEN s.dirty_since IS NULL THEN 2 ELSE s.urgency END
  WHERE s.shop_id = $1`;
