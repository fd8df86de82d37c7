import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  readChange,
  type ChangeForm,
  type WantedChange,
} from "#app/domain/schedule/read-change.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { AUDIT, carryOut } from "./carry-out.server.ts";
import { rowOfAction } from "./change-row.server.ts";
import { judgeChange, nameProblem, type Judged } from "./judge-change.server.ts";

/** Does something to a campaign now, or has it done at a time. Either way it stands in the campaign's schedule. */
export async function scheduleChange(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  form: ChangeForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId)) return notFound();
  const shop = await shopOf(deps, shopId);
  const read = readChange(form, zoneOf(shop.timeZone), deps.now());
  if (!read.ok) return read;
  const { prisma } = deps.database;
  const known = await prisma.campaign.findUnique({
    where: { shopId_id: { shopId, id: campaignId } },
  });
  if (!known) return notFound();
  const first = await judgeChange(prisma, known, read.value);
  if (!first.ok) return invalid(first.problem);
  const mislabelled = await nameProblem(deps, shop, known, first.judged);
  if (mislabelled) return invalid(mislabelled);
  return prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, campaignId);
    if (!campaign) return notFound();
    // Judged again: somebody else may have been quicker.
    const again = await judgeChange(tx, campaign, read.value);
    if (!again.ok) return invalid(again.problem);
    return form.at.trim() === ""
      ? doNow(deps, tx, actor, shop, campaign, read.value, again.judged)
      : keep(deps, tx, actor, shop, campaign, read.value);
  });
}

async function doNow(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  shop: Shop,
  campaign: Campaign,
  wanted: WantedChange,
  { before, after }: Judged,
): Promise<Outcome<{ id: string }>> {
  const { action } = wanted;
  const way = { action, before, after, audit: AUDIT[action.kind], askedBy: actor.name };
  const carried = await carryOut(deps, tx, actor, campaign, way);
  if (!carried.ok) return refuse({ kind: "conflict", message: carried.message });
  const row = rowOf(deps, actor, shop, campaign, wanted);
  const made = { before, after: carried.after, state: "done", doneAt: wanted.dueAt };
  await tx.scheduledChange.create({ data: { ...row, ...made } });
  return done({ id: row.id });
}

async function keep(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  shop: Shop,
  campaign: Campaign,
  wanted: WantedChange,
): Promise<Outcome<{ id: string }>> {
  const row = rowOf(deps, actor, shop, campaign, wanted);
  await tx.scheduledChange.create({ data: { ...row, state: "waiting" } });
  const { shopId, id, name } = campaign;
  const now = deps.now();
  const subject = { kind: "campaign", id, name } as const;
  await recordAudit(tx, actor, now, "change.scheduled", subject, {
    after: { change: row.action, ...row.parameters, at: row.localTime, timeZone: row.timeZone },
  });
  // Whoever looks around every few seconds finds it too; this one is there on the second.
  const afterSeconds = Math.max(1, Math.ceil((wanted.dueAt.getTime() - now.getTime()) / 1_000));
  const job = { shopId, changeId: row.id };
  await deps.jobs.send("run-changes", job, { transaction: tx, afterSeconds });
  return done({ id: row.id });
}

function rowOf(
  deps: Deps,
  actor: Actor,
  shop: Shop,
  { id: campaignId }: Campaign,
  { action, dueAt, local }: WantedChange,
) {
  return {
    ...{ shopId: shop.id, id: deps.newId(), campaignId },
    ...rowOfAction(action),
    ...{ dueAt, timeZone: shop.timeZone, localTime: local },
    ...{ createdAt: deps.now(), createdBy: actor.name },
  };
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
