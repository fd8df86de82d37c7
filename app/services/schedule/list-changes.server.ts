import type { Actor } from "#app/domain/access/actor.ts";
import type { ChangeSummary, Schedule } from "#app/domain/schedule/change.ts";
import type { CampaignFacts } from "#app/domain/schedule/facts.ts";
import { undoOf } from "#app/domain/schedule/undo-of.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import type { ScheduledChange } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { findCampaign } from "../campaign/find-campaign.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { actionOf, changeStateOf, factsIn, ORDER } from "./change-row.server.ts";
import { loadFacts } from "./load-facts.server.ts";

/** Past changes shown; the activity log has them all. */
const SHOWN = 10;

/** What waits for a campaign, the next first, and what was done to it, the last first. */
export async function listChanges(
  deps: Deps,
  actor: Actor,
  campaignId: string,
): Promise<Outcome<Schedule>> {
  const { shopId } = actor;
  const found = await findCampaign(deps, actor, campaignId, "campaign.view");
  if (!found.ok) return found;
  const { value: campaign } = found;
  const { prisma } = deps.database;
  const where = { shopId, campaignId };
  const waiting = await prisma.scheduledChange.findMany({
    where: { ...where, state: "waiting" },
    orderBy: ORDER,
  });
  const past = await prisma.scheduledChange.findMany({
    where: { ...where, state: { not: "waiting" } },
    orderBy: [{ dueAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    take: SHOWN + 1,
  });
  const rows = [...waiting, ...past.slice(0, SHOWN)];
  const facts = await loadFacts(prisma, campaign, rows.map(actionOf));
  const { timeZone } = await shopOf(deps, shopId);
  const changes = rows.map((row) => summaryOf(row, facts, timeZone, deps.now()));
  return done({ changes, hasMore: past.length > SHOWN });
}

function summaryOf(
  row: ScheduledChange,
  facts: CampaignFacts,
  timeZone: string,
  now: Date,
): ChangeSummary {
  const action = actionOf(row);
  const state = changeStateOf(row);
  const was = { before: factsIn(row.before), after: factsIn(row.after) };
  const undo = state === "done" ? undoOf(action, was, facts, now.toISOString()) : null;
  return {
    ...{ id: row.id, action, state, error: row.error, createdBy: row.createdBy },
    dueAt: row.dueAt.toISOString(),
    retryAt: state === "waiting" ? (row.retryAt?.toISOString() ?? null) : null,
    given: row.timeZone === timeZone ? null : { timeZone: row.timeZone, local: row.localTime },
    before: row.before === null ? null : was.before,
    after: row.after === null ? null : was.after,
    createdAt: row.createdAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: row.undoneBy,
    undo: undo && (undo.ok ? { may: true, why: "" } : { may: false, why: undo.message }),
  };
}
