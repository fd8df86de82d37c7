import { MOST_FAILURES, pauseBeforeLook } from "#app/domain/adoption/reading.ts";
import {
  cancelBulkOperation,
  readBulkOperation,
  runBulkQuery,
} from "#app/infra/admin-api/documents/bulk.ts";
import { readStoreInBulk } from "#app/infra/admin-api/documents/store.ts";
import { findOwnBulk } from "#app/infra/admin-api/find-own-bulk.server.ts";
import type { ReadBulkOperationQuery } from "#app/infra/admin-api/generated/operations.ts";
import { begin, note, positionOf, type Next, type Reading } from "./reading-step.server.ts";

/** One that does not get on for so long never will. */
const STALLED_MS = 15 * 60 * 1_000;

const BUSY =
  "Shopify is busy with another export of this app. This one starts by itself when that is done.";

type BulkOperation = NonNullable<ReadBulkOperationQuery["bulkOperation"]>;

/** Has Shopify write everything into one file, and waits for it. */
export async function prepare(reading: Reading): Promise<Next> {
  const { adoption, api } = reading;
  if (adoption.bulkOperationId === null) return start(reading);
  const { bulkOperation } = await api.run(readBulkOperation, { id: adoption.bulkOperationId });
  switch (bulkOperation?.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      return wait(reading, bulkOperation);
    case "COMPLETED":
      // Without an address there was nothing to write.
      return begin(reading, bulkOperation.url === null ? "comparing" : "downloading");
    case "CANCELED":
    case "EXPIRED":
    case "FAILED":
    case undefined:
      return giveUp(reading);
  }
}

async function start(reading: Reading): Promise<Next> {
  const { api, adoption } = reading;
  const query = readStoreInBulk.document;
  const since = adoption.createdAt;
  const own = await findOwnBulk(api, { query, since, failures: adoption.failures });
  if (own !== null) return started(reading, own);
  const { bulkOperationRunQuery } = await api.run(runBulkQuery, { query, groupObjects: false });
  const made = bulkOperationRunQuery?.bulkOperation;
  if (made) return started(reading, made.id);
  const codes = bulkOperationRunQuery?.userErrors.map(({ code }) => code) ?? [];
  if (!codes.includes("OPERATION_IN_PROGRESS") && !codes.includes("LIMIT_REACHED"))
    return giveUp(reading);
  const { looks } = adoption;
  const goesOn = await note(reading, { error: BUSY, looks: looks + 1 });
  return goesOn ? { afterSeconds: pauseBeforeLook(looks) } : "over";
}

function started(reading: Reading, bulkOperationId: string): Promise<Next> {
  return begin(reading, "preparing", { bulkOperationId, looks: 0 });
}

async function wait(reading: Reading, { id, objectCount }: BulkOperation): Promise<Next> {
  const { adoption, deps } = reading;
  const now = deps.now();
  const done = Number(objectCount);
  const { since } = positionOf(adoption, { since: now.getTime() });
  const moved = done === adoption.done ? since : now.getTime();
  if (now.getTime() - moved > STALLED_MS) {
    await reading.api.run(cancelBulkOperation, { id });
    return giveUp(reading);
  }
  const looks = adoption.looks + 1;
  const goesOn = await note(reading, { done, looks, position: { since: moved } });
  return goesOn ? { afterSeconds: pauseBeforeLook(looks) } : "over";
}

/** The file will not come: once more, then by pages. */
export async function giveUp(reading: Reading): Promise<Next> {
  const failures = reading.adoption.failures + 1;
  const data = { failures, bulkOperationId: null, looks: 0, discounts: 0, codes: 0 };
  return begin(reading, failures < MOST_FAILURES ? "preparing" : "discounts", data);
}

/** Nobody wants the file any more. */
export async function dropBulkOperation({ api, adoption, deps }: Reading): Promise<void> {
  const { shopId, id, bulkOperationId } = adoption;
  if (bulkOperationId === null) return;
  await api.run(cancelBulkOperation, { id: bulkOperationId });
  await deps.database.prisma.adoption.update({
    where: { shopId_id: { shopId, id } },
    data: { bulkOperationId: null },
  });
}
