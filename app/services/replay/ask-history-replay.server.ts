import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import { formReader } from "#app/domain/campaign/form-reader.ts";
import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { readLimits } from "#app/domain/campaign/read-limits.ts";
import type { TriedSide } from "#app/domain/replay/history.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { unknownNames } from "../campaign/unknown-names.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** One limit in the fields a campaign's form has for it. Without a number: no limit. */
export type LimitForm = Pick<CampaignForm, "perCustomer" | "limitWindow" | "limitDays">;
/** `second`: another limit, to be tried beside the first. */
export type HistoryForm = { campaignId: string; first: LimitForm; second: LimitForm | null };

/** What was asked before the last so many is forgotten. */
const KEPT = 10;

/** Asks what other limits of a campaign would have done; a job answers. What was asked before and is under way ends. */
export async function askHistoryReplay(
  deps: Deps,
  actor: Actor,
  form: HistoryForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const { prisma } = deps.database;
  const { campaignId } = form;
  const campaign = isId(campaignId)
    ? await prisma.campaign.findUnique({ where: { shopId_id: { shopId, id: campaignId } } })
    : null;
  if (!campaign) return invalid({ field: "campaignId", message: "Choose a campaign." });
  const problems: Problem[] = [];
  const read = (side: TriedSide, typed: LimitForm) =>
    readTried(deps, { shopId, currency: campaign.currency }, { side, typed }, problems);
  const limits = await read("first", form.first);
  const second = form.second && (await read("second", form.second));
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
        ...{ shopId, id, campaignId, limits, second: second ?? Prisma.DbNull, state: "running" },
        ...{ createdAt: now, createdBy: actor.name },
      },
    });
    await forgetOld(tx, shopId, id);
    await deps.jobs.send("replay-history", { shopId, replayId: id }, { transaction: tx });
    return done({ id });
  });
}

async function readTried(
  { database: { prisma } }: Deps,
  { shopId, currency }: { shopId: number; currency: string },
  { side, typed }: { side: TriedSide; typed: LimitForm },
  problems: Problem[],
): Promise<CampaignLimit[]> {
  const form = { ...emptyCampaignForm(""), ...typed, limitCounter: "campaign" };
  const reader = formReader(form, currency);
  const limits = readLimits(reader);
  const unknown = await unknownNames(prisma, shopId, { limits, groups: [] });
  for (const { field, message } of [...reader.problems, ...unknown])
    problems.push({ field: `${side}.${field}`, message });
  return limits;
}

async function forgetOld(tx: Transaction, shopId: number, newest: string): Promise<void> {
  const old = await tx.historyReplay.findMany({
    where: { shopId, NOT: { id: newest } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    skip: KEPT - 1,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  await tx.historyReplayUse.deleteMany({ where: { shopId, replayId: { in: ids } } });
  await tx.historyReplay.deleteMany({ where: { shopId, id: { in: ids } } });
}
