import { systemActor } from "#app/domain/access/actor.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import { withoutCustomers } from "#app/domain/discount/without-customers.ts";
import type { Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { adoptColumns } from "./adopt-terms.server.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";
import { settleFields } from "./settle-fields.server.ts";

/**
 * Makes ours what somebody set in Shopify, since nobody changed it here. It is written down, and can be restored.
 * Somebody who changes the campaign at the same moment goes before: then it is looked at again.
 */
export async function noteAdopted(
  deps: Deps,
  campaign: SyncedCampaign,
  fields: Difference[],
): Promise<void> {
  const { shopId, id: campaignId, revision } = campaign;
  const now = deps.now();
  const columns: Prisma.CampaignUpdateManyMutationInput = {};
  for (const each of fields) Object.assign(columns, adoptColumns(campaign, each));
  await deps.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.campaign.updateMany({
      where: { shopId, id: campaignId, revision },
      data: { ...columns, updatedAt: now },
    });
    if (count === 0) return;
    await settleFields(tx, campaign, fields, "keep");
    await tx.drift.create({
      data: {
        ...{ shopId, id: deps.newId(), campaignId, kind: "terms" },
        ...{ ...asFound(campaign, fields), isConflict: false, state: "adopted" },
        ...{ foundAt: now, foundBy: foundBy(campaign), decidedAt: now },
      },
    });
    const subject = { kind: "campaign", id: campaignId, name: campaign.name } as const;
    await recordAudit(tx, systemActor(shopId, "sync"), now, "campaign.adopted", subject, {
      before: Object.fromEntries(fields.map(({ field, ours }) => [field, withoutCustomers(ours)])),
      after: Object.fromEntries(
        fields.map(({ field, theirs }) => [field, withoutCustomers(theirs)]),
      ),
    });
  });
}

/** Keeps one open conflict a campaign, with the latest of both sides. */
export async function noteConflict(
  deps: Deps,
  campaign: SyncedCampaign,
  fields: Difference[],
): Promise<void> {
  const { shopId, id: campaignId } = campaign;
  const { prisma } = deps.database;
  const open = { shopId, campaignId, kind: "terms", state: "open" };
  const { count } = await prisma.drift.updateMany({ where: open, data: asFound(campaign, fields) });
  if (count > 0) return;
  await prisma.drift.create({
    data: {
      ...open,
      ...{ id: deps.newId(), ...asFound(campaign, fields), isConflict: true },
      ...{ foundAt: deps.now(), foundBy: foundBy(campaign) },
    },
  });
}

/** Both sides came to say the same again before anybody decided. */
export async function noteSettled(deps: Deps, campaign: SyncedCampaign): Promise<void> {
  const { shopId, id: campaignId } = campaign;
  await deps.database.prisma.drift.updateMany({
    where: { shopId, campaignId, kind: "terms", state: "open" },
    data: { state: "settled", decidedAt: deps.now() },
  });
}

function foundBy({ syncAskedBy }: SyncedCampaign): string {
  return syncAskedBy === "webhook" || syncAskedBy === "sweep" ? syncAskedBy : "sync";
}

/** Values are as both sides spell them: what that meant then is kept beside, for when it is to come back. */
function asFound({ wanted, freed }: SyncedCampaign, fields: Difference[]) {
  return { fields: fields as unknown as Prisma.InputJsonArray, wanted, freed };
}
