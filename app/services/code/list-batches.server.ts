import { progressOf, type BatchState, type BatchSummary } from "#app/domain/code/batch.ts";
import type { CodeBatch } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The batches of a campaign, newest first, with how far each is on its way to Shopify. */
export async function batchesOf(
  deps: Deps,
  shopId: number,
  campaignId: string,
): Promise<BatchSummary[]> {
  const rows = await deps.database.prisma.codeBatch.findMany({
    where: { shopId, campaignId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  return rows.map((row) => summaryOf(row, deps.now()));
}

function summaryOf(row: CodeBatch, now: Date): BatchSummary {
  const answered = row.live + row.refused;
  const mark = row.markedAt ? { done: row.markedLive, at: row.markedAt } : null;
  return {
    id: row.id,
    source: row.source === "imported" ? "imported" : "made",
    wanted: row.wanted,
    made: row.made,
    live: row.live,
    refused: row.refused,
    state: stateOf(row),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    progress: progressOf(answered, row.wanted, mark, now),
  };
}

function stateOf({ state }: CodeBatch): BatchState {
  return state === "made" || state === "cancelled" ? state : "making";
}
