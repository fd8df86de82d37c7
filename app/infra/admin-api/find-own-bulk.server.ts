import type { AdminApi } from "./admin-api.server.ts";
import { findBulkOperations } from "./documents/bulk.ts";

const UNDER_WAY = ["CREATED", "RUNNING"];

/**
 * The bulk operation of a query that was started since then by a try whose answer was lost, or that was killed before it
 * noted it; its id, or null. One that is done by now is taken, too, but not after `failures`: its file may be what failed.
 */
export async function findOwnBulk(
  api: AdminApi,
  { query, since, failures }: { query: string; since: Date; failures: number },
): Promise<string | null> {
  const { bulkOperations } = await api.run(findBulkOperations, {
    query: `created_at:>='${since.toISOString()}'`,
  });
  const usable: readonly string[] = failures === 0 ? [...UNDER_WAY, "COMPLETED"] : UNDER_WAY;
  const own = bulkOperations.nodes.find(
    (each) => each.query.trim() === query.trim() && usable.includes(each.status),
  );
  return own?.id ?? null;
}
