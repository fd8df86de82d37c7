import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { recountRefused } from "./recount-refused.server.ts";

/** More than a page can select is a mistake of whoever calls. */
const MOST = 1_000;

/**
 * Offers codes to Shopify again that it refused. Others among those chosen are left alone, and those of cancelled
 * batches, which nobody would take there.
 */
export async function retryCodes(
  deps: Deps,
  actor: Actor,
  { ids }: { ids: readonly string[] },
): Promise<Outcome<{ count: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const known = ids.filter((id) => /^\d{1,18}$/.test(id));
  if (known.length === 0 || known.length > MOST)
    return invalid({ field: "ids", message: "Choose the codes to try again." });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    // The campaigns first, as everybody takes them, so that nobody waits for the other.
    await queryIn(tx, HOLD, [shopId, known]);
    const again = await queryIn<{ id: string; name: string; count: number }>(tx, AGAIN, [
      shopId,
      known,
    ]);
    for (const { id, name, count } of again) {
      await recountRefused(tx, shopId, id);
      await tx.campaign.update({
        where: { shopId_id: { shopId, id } },
        data: { syncState: "waiting", syncError: null, syncAskedBy: actor.name, updatedAt: now },
      });
      const subject = { kind: "campaign", id, name } as const;
      await recordAudit(tx, actor, now, "codes.retried", subject, { after: { codes: count } });
      await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
    }
    return done({ count: again.reduce((sum, { count }) => sum + count, 0) });
  });
}

const HOLD = `
  SELECT 1 FROM campaign WHERE shop_id = $1::int AND id IN (
    SELECT campaign_id FROM code WHERE shop_id = $1::int AND id = ANY ($2::text[]::bigint[]))
  ORDER BY id FOR UPDATE`;

const AGAIN = `
  WITH again AS (
    UPDATE code k SET state = 'pending', error = NULL
    WHERE shop_id = $1::int AND id = ANY ($2::text[]::bigint[]) AND state = 'failed' AND assigned_until IS NULL
      AND NOT EXISTS (SELECT 1 FROM code_batch b
        WHERE b.shop_id = k.shop_id AND b.id = k.batch_id AND b.state = 'cancelled')
    RETURNING campaign_id
  )
  SELECT c.id, c.name, count(*)::int AS count
  FROM again JOIN campaign c ON c.shop_id = $1::int AND c.id = again.campaign_id GROUP BY c.id, c.name ORDER BY c.name`;
