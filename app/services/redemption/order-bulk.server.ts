import { MOST_FAILURES, pauseBeforeLook } from "#app/domain/adoption/reading.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readBulkOperation, runBulkQuery } from "#app/infra/admin-api/documents/bulk.ts";
import { readOrdersInBulk } from "#app/infra/admin-api/documents/orders.ts";
import { findOwnBulk } from "#app/infra/admin-api/find-own-bulk.server.ts";
import type { OrderReading, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readOrderFile } from "./order-file.server.ts";

/** A comparison while it goes on. */
export type OrderWork = { deps: Deps; api: AdminApi; shop: Shop; reading: OrderReading };

/** When it goes on as another job; null: it is done, or goes on by pages at once. */
export type Later = { afterSeconds: number } | null;

/**
 * From so many orders on a file is quicker: missing orders cost 420 points for two by calls, an hour for a thousand at
 * the usual rate, and a file costs ten whatever is in it.
 */
const BULK_FROM = 500;

/** Whether a comparison is read from a file; not when that came to nothing before. */
export function goesInBulk({ ordersTotal, bulkFailures, cursor }: OrderReading): boolean {
  return (ordersTotal ?? 0) >= BULK_FROM && bulkFailures < MOST_FAILURES && cursor === null;
}

/** Has Shopify write all orders changed since into one file, waits for it, and takes it over. */
export async function readInBulk(work: OrderWork): Promise<Later> {
  const { deps, api, shop, reading } = work;
  const { bulkId: id } = reading;
  if (id === null) return start(work);
  const { bulkOperation } = await api.run(readBulkOperation, { id });
  switch (bulkOperation?.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      return look(work, {});
    case "COMPLETED": {
      if (bulkOperation.url === null) return finish(work);
      const read = await readOrderFile(deps, shop, reading, bulkOperation.url);
      if (read === "gone") return giveUp(work);
      return read === "again" ? { afterSeconds: 1 } : finish(work);
    }
    case "CANCELED":
    case "EXPIRED":
    case "FAILED":
    case undefined:
      return giveUp(work);
  }
}

async function start(work: OrderWork): Promise<Later> {
  const { api, reading } = work;
  const since = (reading.since ?? new Date(0)).toISOString();
  const query = readOrdersInBulk.document.replace(new Date(0).toISOString(), since);
  const { startedAt, bulkFailures: failures } = reading;
  const own = await findOwnBulk(api, { query, since: startedAt, failures });
  if (own !== null) return look(work, { bulkId: own });
  const { bulkOperationRunQuery } = await api.run(runBulkQuery, { query, groupObjects: true });
  const made = bulkOperationRunQuery?.bulkOperation;
  if (made) return look(work, { bulkId: made.id });
  const codes = bulkOperationRunQuery?.userErrors.map(({ code }) => code) ?? [];
  const isBusy = codes.includes("OPERATION_IN_PROGRESS") || codes.includes("LIMIT_REACHED");
  return isBusy ? look(work, { error: BUSY }) : giveUp(work);
}

const BUSY =
  "Shopify is busy with another export of this app. The orders are compared when that is done.";

async function look(
  { deps, reading }: OrderWork,
  data: Partial<Pick<OrderReading, "bulkId" | "error">>,
): Promise<Later> {
  const { shopId, bulkLooks } = reading;
  await deps.database.prisma.orderReading.update({
    where: { shopId },
    data: { error: null, ...data, bulkLooks: bulkLooks + 1 },
  });
  return { afterSeconds: pauseBeforeLook(bulkLooks) };
}

/** The file will not come: once more, then by pages. What was taken over of it stays; it is only read again. */
async function giveUp({ deps, reading }: OrderWork): Promise<Later> {
  const { shopId, bulkFailures } = reading;
  const fresh = { bulkId: null, bulkByte: 0n, bulkLooks: 0, ordersRead: 0 };
  await deps.database.prisma.orderReading.update({
    where: { shopId },
    data: { ...fresh, bulkFailures: bulkFailures + 1 },
  });
  return { afterSeconds: 1 };
}

async function finish({ deps, reading }: OrderWork): Promise<Later> {
  const { shopId, startedAt: comparedUntil } = reading;
  await deps.database.prisma.orderReading.update({
    where: { shopId },
    data: { finishedAt: deps.now(), comparedUntil, bulkId: null, error: null },
  });
  return null;
}
