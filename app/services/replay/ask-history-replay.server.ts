import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import { formReader } from "#app/domain/campaign/form-reader.ts";
import { readLimits } from "#app/domain/campaign/read-limits.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { unknownNames } from "../campaign/unknown-names.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Of the form: the campaign, and one limit in the fields a campaign's form has for it. Without a number: no limit. */
export type HistoryForm = { campaignId: string } & Pick<
  CampaignForm,
  "perCustomer" | "limitWindow" | "limitDays"
>;

/** Asks what another limit of a campaign would have done; a job answers. What was asked before and is under way ends. */
export async function askHistoryReplay(
  deps: Deps,
  actor: Actor,
  { campaignId, ...limit }: HistoryForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const { prisma } = deps.database;
  const campaign = isId(campaignId)
    ? await prisma.campaign.findUnique({ where: { shopId_id: { shopId, id: campaignId } } })
    : null;
  if (!campaign) return invalid({ field: "campaignId", message: "Choose a campaign." });
  const form = { ...emptyCampaignForm(""), ...limit, limitCounter: "campaign" };
  const reader = formReader(form, campaign.currency);
  const limits = readLimits(reader);
  const unknown = await unknownNames(prisma, shopId, { limits, groups: [] });
  const problems = [...reader.problems, ...unknown];
  if (problems.length > 0) return invalid(...problems);
  const id = deps.newId();
  const now = deps.now();
  return prisma.$transaction(async (tx) => {
    await tx.historyReplay.updateMany({
      where: { shopId, state: "running" },
      data: { state: "cancelled", finishedAt: now },
    });
    await tx.historyReplay.create({
      data: {
        ...{ shopId, id, campaignId, limits, state: "running" },
        ...{ createdAt: now, createdBy: actor.name },
      },
    });
    await deps.jobs.send("replay-history", { shopId, replayId: id }, { transaction: tx });
    return done({ id });
  });
}
