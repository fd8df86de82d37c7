import { gid } from "../../gid.ts";
import type { BulkOperation } from "../../state.ts";
import { expiryOf, urlOf } from "../bulk-operations/files.ts";
import type { AdminContext, View } from "../context.ts";
import { instant, optionalInstant } from "../scalars.ts";

/** @throws what went wrong inside the stand-in while it ran. */
export function bulkOperationView({ world }: AdminContext, operation: BulkOperation): View {
  if (operation.bug !== undefined) throw operation.bug as Error;
  const { completedAt, status } = operation;
  const isExpired = completedAt !== undefined && expiryOf(completedAt) <= world.now();
  const url = isExpired ? null : (urlOf(world, operation) ?? null);
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", operation.id),
    type: "QUERY",
    query: operation.query,
    status: isExpired && status === "COMPLETED" ? "EXPIRED" : status,
    errorCode: operation.errorCode ?? null,
    createdAt: instant(operation.createdAt),
    // Of one that was canceled or failed it says when, too: what Shopify says there is not established.
    completedAt: optionalInstant(completedAt),
    objectCount: String(operation.objectCount),
    rootObjectCount: String(operation.rootObjectCount),
    fileSize: status === "COMPLETED" ? String(operation.file?.bytes ?? 0) : null,
    url: status === "COMPLETED" ? url : null,
    partialDataUrl: status === "FAILED" ? url : null,
  };
}
