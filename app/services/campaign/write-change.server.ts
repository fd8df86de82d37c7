import type { Actor } from "#app/domain/access/actor.ts";
import type { AuditAction, AuditChange } from "#app/domain/audit/event.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** A campaign's row, which nobody else changes until the transaction ends. Null when there is none. */
export async function holdCampaign(
  tx: Transaction,
  shopId: number,
  id: string,
): Promise<Campaign | null> {
  await queryIn(tx, HOLD, [shopId, id]);
  return tx.campaign.findUnique({ where: { shopId_id: { shopId, id } } });
}

const HOLD = "SELECT 1 FROM campaign WHERE shop_id = $1::int AND id = $2::uuid FOR UPDATE";

type Change = {
  columns: Prisma.CampaignUpdateInput;
  /** A person's name, or what else asked. */
  askedBy: string;
  audit: AuditAction;
} & AuditChange;

/** Changes a campaign, writes down who did it, and has it brought to Shopify. */
export async function writeChange(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  { shopId, id, name }: Pick<Campaign, "shopId" | "id" | "name">,
  { columns, askedBy, audit, before, after }: Change,
): Promise<void> {
  const now = deps.now();
  await tx.campaign.update({
    where: { shopId_id: { shopId, id } },
    data: {
      ...columns,
      revision: { increment: 1 },
      syncState: "waiting",
      syncError: null,
      syncAskedBy: askedBy,
      updatedAt: now,
    },
  });
  const change = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  await recordAudit(tx, actor, now, audit, { kind: "campaign", id, name }, change);
  await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
}
