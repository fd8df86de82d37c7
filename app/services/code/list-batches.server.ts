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
  const leftOut = await leftOutOf(deps, shopId, rows);
  return rows.map((row) => ({
    ...summaryOf(row, deps.now()),
    leftOut: row.importId !== null && leftOut.has(row.importId) ? row.importId : null,
  }));
}

/** The imports that left something out of a batch, as far as it is still known what. */
async function leftOutOf(
  deps: Deps,
  shopId: number,
  batches: readonly CodeBatch[],
): Promise<Set<string>> {
  const ids = batches.flatMap(({ importId, state, error }) =>
    importId !== null && state === "made" && error !== null ? [importId] : [],
  );
  if (ids.length === 0) return new Set();
  const { rows } = await deps.database.pool.query<{ id: string }>(LEFT_OUT, [shopId, ids]);
  return new Set(rows.map(({ id }) => id));
}

const LEFT_OUT = `
  SELECT i.id FROM unnest($2::uuid[]) AS i (id)
  WHERE EXISTS (SELECT 1 FROM code_import_row r WHERE r.shop_id = $1 AND r.import_id = i.id AND r.problem IS NOT NULL)`;

function summaryOf(row: CodeBatch, now: Date): Omit<BatchSummary, "leftOut"> {
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
