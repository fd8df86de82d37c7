import { GraphQLError } from "graphql";
import {
  BULK_LIMIT_ERROR,
  BULK_OBJECTS_PER_SECOND,
  MAX_BULK_OPERATIONS,
} from "../../assumptions.ts";
import { gid } from "../../gid.ts";
import type { BulkOperation, ShopState, World } from "../../state.ts";
import { bulkOperationPayload } from "../../webhooks/payloads.ts";
import type { AdminContext, View } from "../context.ts";
import { Refusal } from "../errors.ts";
import { checkBulkQuery } from "./check-query.ts";
import { appendLines, newBulkFile } from "./files.ts";
import { rowsOf, type Row } from "./rows.ts";

/** Lines written in one turn of the event loop. */
const SLICE = 1_000;

/** @throws Refusal when the query cannot run in bulk, or too many run already. */
export function startBulkOperation(
  context: AdminContext,
  root: View,
  query: string,
  groupObjects: boolean,
): BulkOperation {
  const { world, shop, schema } = context;
  const selected = checkBulkQuery(schema, query);
  refuseTooMany(shop);
  const operation: BulkOperation = {
    id: world.nextId("BulkOperation"),
    query,
    groupObjects,
    createdAt: world.now(),
    completedAt: undefined,
    status: "CREATED",
    errorCode: undefined,
    objectCount: 0,
    rootObjectCount: 0,
    file: undefined,
    bug: undefined,
  };
  shop.bulkOperations.set(operation.id, operation);
  const fault = world.faults.beforeWork({ shop: shop.domain, name: "bulkOperationRunQuery" });
  const rows = rowsOf(context, selected, root, groupObjects);
  const delay = fault.action === "delay" ? fault.ms : 0;
  world.clock.later(world.config.asyncDelayMs + delay, () => {
    if (operation.status === "CREATED") operation.status = "RUNNING";
    const most = "done" in fault ? fault.done : Number.MAX_SAFE_INTEGER;
    world.clock.later(world.config.asyncDelayMs, () => step(most));
  });
  return operation;

  function step(most: number): void {
    if (operation.status === "CANCELING" || !shop.installed)
      return end(world, shop, operation, "CANCELED");
    let rest: number;
    try {
      rest = most - write(world, operation, rows, Math.min(SLICE, most));
    } catch (error) {
      return fail(world, shop, operation, error);
    }
    if (rest <= 0 && fault.action === "vanish")
      return void shop.bulkOperations.delete(operation.id);
    if (rest <= 0 && fault.action === "stall") return;
    if (rest <= 0) {
      operation.errorCode = "INTERNAL_SERVER_ERROR";
      return end(world, shop, operation, "FAILED");
    }
    if (most - rest < SLICE) return end(world, shop, operation, "COMPLETED");
    const rate = world.config.bulkObjectsPerSecond ?? BULK_OBJECTS_PER_SECOND;
    world.clock.later((SLICE / rate) * 1_000, () => step(rest));
  }
}

export function cancelBulkOperation(world: World, shop: ShopState, operation: BulkOperation) {
  if (operation.status !== "CREATED" && operation.status !== "RUNNING") return;
  operation.status = "CANCELING";
  world.clock.later(world.config.asyncDelayMs, () => end(world, shop, operation, "CANCELED"));
}

/** How many lines there were, up to `most`. */
function write(world: World, operation: BulkOperation, rows: Iterator<Row>, most: number): number {
  const lines: string[] = [];
  while (lines.length < most) {
    const next = rows.next();
    if (next.done) break;
    lines.push(next.value.json);
    operation.objectCount += 1;
    if (next.value.isRoot) operation.rootObjectCount += 1;
  }
  if (lines.length > 0) appendLines((operation.file ??= newBulkFile(world)), lines);
  return lines.length;
}

function end(
  world: World,
  shop: ShopState,
  operation: BulkOperation,
  status: "COMPLETED" | "CANCELED" | "FAILED",
): void {
  if (operation.completedAt) return;
  operation.status = status;
  operation.completedAt = world.now();
  world.emit(shop, "bulk_operations/finish", bulkOperationPayload(shop, operation));
}

function fail(world: World, shop: ShopState, operation: BulkOperation, error: unknown): void {
  const isDenied = error instanceof GraphQLError && error.extensions["code"] === "ACCESS_DENIED";
  operation.errorCode = isDenied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
  if (!isDenied) operation.bug = error;
  end(world, shop, operation, "FAILED");
}

function refuseTooMany(shop: ShopState): void {
  const running = [...shop.bulkOperations.values()].filter(({ completedAt }) => !completedAt);
  if (running.length < MAX_BULK_OPERATIONS) return;
  const ids = running.map(({ id }) => gid("BulkOperation", id)).join(", ");
  const message = `A bulk query operation for this app and shop is already in progress: ${ids}.`;
  throw new Refusal([{ field: null, code: BULK_LIMIT_ERROR, message }]);
}
