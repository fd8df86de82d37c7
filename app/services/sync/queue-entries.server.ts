import type { QueueEntry } from "#app/domain/discount/sync.ts";
import type { Rate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { planKnown } from "./plan-known.server.ts";
import { reasonOf, type Batches } from "./queue-reason.server.ts";

/** What is to happen to campaigns that are not in Shopify as they should be, and why it has not yet. */
export async function queueEntries(
  deps: Deps,
  shopId: number,
  campaigns: readonly Campaign[],
  rate: Rate,
): Promise<QueueEntry[]> {
  const ids = campaigns.map(({ id }) => id);
  const { rows } = await deps.database.pool.query<Batches & { id: string }>(BATCHES, [shopId, ids]);
  const batches = new Map(rows.map((row) => [row.id, row]));
  const running = await deps.database.prisma.syncRun.findMany({
    where: { shopId, campaignId: { in: ids }, result: "running" },
    select: { campaignId: true },
  });
  const atWork = new Set(running.map(({ campaignId }) => campaignId));
  const due = await deps.jobs.due("sync-campaign", shopId);
  const retries = new Map(due.map(({ data, at }) => [data.campaignId, at]));
  const entries: QueueEntry[] = [];
  for (const row of campaigns) {
    const codes = batches.get(row.id);
    const isRunning = atWork.has(row.id);
    const reason = reasonOf(row, { rate, isRunning, batches: codes });
    const retryAt = reason === "no_answer" ? retries.get(row.id) : undefined;
    entries.push({
      campaign: { id: row.id, name: row.name },
      reason,
      error: row.syncError,
      askedBy: row.syncAskedBy ?? row.createdBy,
      since: row.updatedAt.toISOString(),
      retryAt: retryAt?.toISOString() ?? null,
      codes: codes && codes.done < codes.total ? { done: codes.done, total: codes.total } : null,
      plan: await planKnown(deps, row, rate),
    });
  }
  return entries;
}

const BATCHES = `
  SELECT campaign_id AS id, sum(live + refused)::int AS done, sum(wanted)::int AS total,
    sum(made)::int AS made
  FROM code_batch WHERE shop_id = $1 AND campaign_id = ANY ($2::uuid[]) AND state <> 'cancelled'
  GROUP BY campaign_id`;
