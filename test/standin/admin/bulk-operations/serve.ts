import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { BulkFile, ShopState, World } from "../../state.ts";
import { logCall, setDate } from "../usage.ts";
import { BULK_PATH, signatureOf } from "./files.ts";

/** Hands out the file of a bulk operation, also from a byte on; false when a request is of another kind. */
export async function serveBulkFile(
  world: World,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
  if (incoming.method !== "GET" || !pathname.startsWith(BULK_PATH)) return false;
  setDate(world, outgoing);
  const name = pathname.slice(BULK_PATH.length);
  const expires = searchParams.get("Expires") ?? "";
  const [shop, file] = findFile(world, name) ?? [];
  const isSigned = searchParams.get("Signature") === signatureOf(name, expires);
  if (!shop || !file || !isSigned || world.now().getTime() >= Number(expires) * 1_000) {
    outgoing.writeHead(shop && isSigned ? 400 : 403, { "content-type": "application/xml" });
    outgoing.end("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>");
    return true;
  }
  await send(world, shop, file, incoming.headers.range, outgoing);
  return true;
}

async function send(
  world: World,
  shop: ShopState,
  { path, bytes }: BulkFile,
  range: string | undefined,
  outgoing: ServerResponse,
): Promise<void> {
  const call = { shop: shop.domain, kind: "download", operation: "bulkFile", fields: [] } as const;
  const fault = world.faults.beforeCall(call);
  if (fault.action === "slow") await sleep(fault.ms);
  const log = (status: number, outcome: string) =>
    logCall(world, {
      at: world.now(),
      ...call,
      requestedCost: 0,
      actualCost: 0,
      status,
      outcome,
    });
  if (fault.action === "reset") {
    log(0, "reset: nothing was sent");
    outgoing.socket?.destroy();
    return;
  }
  if (fault.action !== "pass" && fault.action !== "slow" && fault.action !== "loseResponse") {
    const status = fault.action === "status" ? fault.status : 429;
    log(status, `fault: ${status}`);
    outgoing.writeHead(status).end();
    return;
  }
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  if (start >= bytes && start > 0) {
    log(416, "beyond the end");
    outgoing.writeHead(416, { "content-range": `bytes */${bytes}` }).end();
    return;
  }
  outgoing.writeHead(start > 0 ? 206 : 200, {
    "content-type": "application/jsonl",
    "content-length": bytes - start,
    "accept-ranges": "bytes",
    ...(start > 0 && { "content-range": `bytes ${start}-${bytes - 1}/${bytes}` }),
  });
  const isCut = fault.action === "loseResponse";
  log(isCut ? 0 : 200, isCut ? "loseResponse: half was sent" : "ok");
  const end = isCut ? start + Math.floor((bytes - start) / 2) - 1 : bytes - 1;
  await pipe(path, start, end, outgoing);
  if (isCut) outgoing.socket?.destroy();
  else outgoing.end();
}

async function pipe(path: string, start: number, end: number, outgoing: ServerResponse) {
  if (end < start) return;
  for await (const chunk of createReadStream(path, { start, end })) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(chunk)) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          outgoing.off("drain", go).off("close", go);
          resolve();
        };
        outgoing.on("drain", go).on("close", go);
      });
    }
  }
}

function findFile(world: World, name: string): [ShopState, BulkFile] | undefined {
  for (const shop of world.shops.values()) {
    for (const { file } of shop.bulkOperations.values()) {
      if (file?.name === name) return [shop, file];
    }
  }
  return undefined;
}
