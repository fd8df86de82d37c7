import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { DueChange, SyncQueue } from "#app/domain/discount/sync.ts";
import { secondsFor } from "#app/domain/rate/seconds-for.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { queueEntries } from "./queue-entries.server.ts";

const SHOWN = 25;
const DUE_SHOWN = 10;

/** What waits for Shopify in a shop: what needs a person first, then what is at work, then what waits, in its order. */
export async function readQueue(deps: Deps, actor: Actor): Promise<Outcome<SyncQueue>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const rate = await readRate(deps, (await shopOf(deps, shopId)).domain);
  const where = { shopId, syncState: { not: "synced" } };
  const campaigns = await prisma.campaign.findMany({
    where,
    orderBy: [{ syncState: "asc" }, { updatedAt: "asc" }, { id: "asc" }],
    take: SHOWN,
  });
  const total = await prisma.campaign.count({ where });
  const entries = await queueEntries(deps, shopId, campaigns, rate);
  const points = entries
    .filter(({ reason }) => reason !== "failed")
    .reduce((sum, { plan }) => sum + plan.points, 0);
  const { available, maximum, restoreRate, waiting, pausedMs } = rate;
  return done({
    entries,
    total,
    rate: { available, maximum, restoreRate, waiting, pausedSeconds: Math.ceil(pausedMs / 1_000) },
    points,
    seconds: secondsFor(points, { available: rate.availableToBatch, restoreRate }),
    due: await dueChanges(deps, shopId),
  });
}

async function dueChanges(deps: Deps, shopId: number): Promise<DueChange[]> {
  const { rows } = await deps.database.pool.query<Omit<DueChange, "campaign"> & DueRow>(DUE, [
    shopId,
    DUE_SHOWN,
  ]);
  return rows.map(({ id, action, at, campaignId, name }) => ({
    ...{ id, action, dueAt: at.toISOString() },
    campaign: { id: campaignId, name },
  }));
}

type DueRow = { at: Date; campaignId: string; name: string };

const DUE = `
  SELECT s.id, s.action, s.due_at AS at, c.id AS "campaignId", c.name
  FROM scheduled_change s JOIN campaign c ON c.shop_id = s.shop_id AND c.id = s.campaign_id
  WHERE s.shop_id = $1 AND s.state = 'waiting' ORDER BY s.due_at, s.id LIMIT $2`;
