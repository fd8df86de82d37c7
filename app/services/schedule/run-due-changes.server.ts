import { systemActor } from "#app/domain/access/actor.ts";
import { applyAction } from "#app/domain/schedule/apply-action.ts";
import { asBefore } from "#app/domain/schedule/facts.ts";
import { MOST_TRIES, secondsToRetry } from "#app/domain/schedule/retry.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, ScheduledChange } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { AUDIT, carryOut } from "./carry-out.server.ts";
import { actionOf, ORDER } from "./change-row.server.ts";
import { loadFacts } from "./load-facts.server.ts";

type Due = { shopId: number; campaignId: string };

/**
 * Does what is due, in every shop. Each change is one transaction that holds its campaign: a process that is killed has
 * done all of it or nothing, two at once never do the same, and those of a campaign are done in the order of their times
 * however late. One that fails for a reason nobody foresaw is tried again, at growing distances, and holds up no other
 * campaign.
 */
export async function runDueChanges(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<Due>(DUE, [deps.now()]);
  for (const due of rows) {
    try {
      while (await runNext(deps, due));
    } catch (error) {
      deps.log.error({ err: error, ...due }, "a scheduled change could not be carried out");
      await putOff(deps, due).catch((err: unknown) => deps.log.error({ err, ...due }, "put off"));
    }
  }
}

/** A shop that removed the app is left alone: what was to be done there is done late, if it comes back. */
const DUE = `
  SELECT c.shop_id AS "shopId", c.campaign_id AS "campaignId" FROM scheduled_change c
  JOIN shop s ON s.id = c.shop_id AND s.installed_at IS NOT NULL AND s.uninstalled_at IS NULL
  WHERE c.state = 'waiting' AND c.due_at <= $1
  GROUP BY c.shop_id, c.campaign_id HAVING COALESCE(bool_and(c.retry_at <= $1), true) ORDER BY min(c.due_at)`;

/** Somebody who is at the campaign at this moment is not waited for: it is looked at again in a few seconds. */
const HOLD =
  "SELECT 1 AS held FROM campaign WHERE shop_id = $1::int AND id = $2::uuid FOR UPDATE SKIP LOCKED";

/** @returns whether there may be another. */
async function runNext(deps: Deps, { shopId, campaignId }: Due): Promise<boolean> {
  return deps.database.prisma.$transaction(async (tx) => {
    const held = await queryIn(tx, HOLD, [shopId, campaignId]);
    if (held.length === 0) return false;
    const change = await nextDue(deps, tx, { shopId, campaignId });
    if (!change) return false;
    const campaign = await tx.campaign.findUniqueOrThrow({
      where: { shopId_id: { shopId, id: campaignId } },
    });
    await run(deps, tx, campaign, change);
    return true;
  });
}

function nextDue(deps: Deps, tx: Transaction, { shopId, campaignId }: Due) {
  return tx.scheduledChange.findFirst({
    where: { shopId, campaignId, state: "waiting", dueAt: { lte: deps.now() } },
    orderBy: ORDER,
  });
}

/** Says on the change that it was tried, and when it is again; after many times it is for a person. */
async function putOff(deps: Deps, { shopId, campaignId }: Due): Promise<void> {
  await deps.database.prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, campaignId);
    const change = await nextDue(deps, tx, { shopId, campaignId });
    if (!campaign || !change) return;
    const failures = change.failures + 1;
    if (failures >= MOST_TRIES) return fail(deps, tx, campaign, change, GIVEN_UP);
    const retryAt = new Date(deps.now().getTime() + secondsToRetry(failures) * 1_000);
    await tx.scheduledChange.update({
      where: { shopId_id: { shopId, id: change.id } },
      data: { failures, retryAt, error: TRIED_AGAIN },
    });
  });
}

const TRIED_AGAIN = "Something went wrong in Bonafide, so it is not done yet. It is tried again.";
const GIVEN_UP =
  "Something went wrong in Bonafide each time it was tried. Do it now, or schedule it anew.";

async function run(
  deps: Deps,
  tx: Transaction,
  campaign: Campaign,
  change: ScheduledChange,
): Promise<void> {
  const now = deps.now();
  const action = actionOf(change);
  const actor = systemActor(campaign.shopId, "schedule");
  const facts = await loadFacts(tx, campaign, [action]);
  const applied = applyAction(facts, action, now.toISOString());
  if (!applied.ok) return fail(deps, tx, campaign, change, applied.message);
  const { changed: after } = applied;
  const before = asBefore(facts, after);
  const way = { action, before, after, audit: AUDIT[action.kind], askedBy: "schedule" };
  const carried = await carryOut(deps, tx, actor, campaign, way);
  if (!carried.ok) return fail(deps, tx, campaign, change, carried.message);
  await tx.scheduledChange.update({
    where: { shopId_id: { shopId: change.shopId, id: change.id } },
    data: { state: "done", doneAt: now, before, after: carried.after, error: null },
  });
}

/** What cannot be done at its time is not tried again: a person should know, and decide. */
async function fail(
  deps: Deps,
  tx: Transaction,
  { shopId, id, name }: Campaign,
  change: ScheduledChange,
  error: string,
): Promise<void> {
  const now = deps.now();
  await tx.scheduledChange.update({
    where: { shopId_id: { shopId, id: change.id } },
    data: { state: "failed", doneAt: now, error },
  });
  const subject = { kind: "campaign", id, name } as const;
  await recordAudit(tx, systemActor(shopId, "schedule"), now, "change.failed", subject, {
    after: { change: change.action, why: error },
  });
}
