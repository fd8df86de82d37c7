import { Worker } from "node:worker_threads";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { encodeBody, type EncodedBody, type ToldOrder } from "./encode-body.server.ts";

export type Asked = Pick<Shop, "identityKey"> & { bodies: ToldOrder[] };
export type Answer = { encoded: (EncodedBody | null)[] } | { error: Error };

/** So many are encoded before a thread has heard of them. */
const ENCODED_HERE = 20;

const THREAD = new URL("./encode-worker.ts", import.meta.url);

type Waiting = { resolve(encoded: (EncodedBody | null)[]): void; reject(error: Error): void };
type Thread = { worker: Worker; waiting: Waiting[] };

/** One for all shops, as long as the process lives: it remembers what it hashed. */
let running: Thread | null = null;

/**
 * Encodes orders from their stored webhooks, in their order; null for those that cannot be read. Many of them in a thread
 * of its own: this one scores meanwhile.
 * @throws what unpacking or parsing a body throws.
 */
export async function encodeBodies(
  { identityKey }: Pick<Shop, "identityKey">,
  orders: readonly ToldOrder[],
): Promise<(EncodedBody | null)[]> {
  if (orders.length <= ENCODED_HERE)
    return orders.map((order) => encodeBody({ identityKey }, order));
  const { worker, waiting } = (running ??= startThread());
  // In memory of their own: what a body is a part of is not copied with it.
  const bodies = orders.map((order) => ({ ...order, body: Uint8Array.from(order.body) }));
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.ref();
    worker.postMessage({ identityKey, bodies } satisfies Asked);
  });
}

function startThread(): Thread {
  // However the process itself was started: the thread needs nothing of it.
  const worker = new Worker(THREAD, { execArgv: [] });
  const thread: Thread = { worker, waiting: [] };
  worker.on("message", (answer: Answer) => {
    const asker = thread.waiting.shift();
    if ("error" in answer) asker?.reject(answer.error);
    else asker?.resolve(answer.encoded);
    // Nobody waits for it to end.
    if (thread.waiting.length === 0) worker.unref();
  });
  const end = (error: Error) => {
    if (running === thread) running = null;
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("The thread that encodes orders ended.")));
  return thread;
}
