import { Worker } from "node:worker_threads";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { MOST_KEPT, type EarlyOrder } from "../identity/encode-early.server.ts";

/** What the thread is started with. */
export type Given = { databaseUrl: string; shopId: number; identityKey: Shop["identityKey"] };
/** `before`: null for all orders, and what is to be done once all are known. */
export type Asked =
  { ask: "encode"; orders: EarlyOrder[] } | { ask: "score"; before: Date | null; now: Date };
/** `start`: it can be asked from now on. `bytes`: of the bodies that were encoded. */
export type Answer =
  { to: "start" } | { to: "encode"; bytes: number } | { to: "score"; error?: Error };

export type ScoringThread = {
  /** When it can be asked. What it is asked before waits for that. */
  started: Promise<void>;
  /** Rejects when it ends by itself: nothing will be scored any more. */
  died: Promise<never>;
  /** Has an order encoded before its turn comes, unless too many wait for that, or are kept, already. */
  meet(order: EarlyOrder): void;
  /**
   * Scores what was placed before an instant, or all there is. Whoever asks waits for the answer before they ask again.
   * @throws what scoring throws.
   */
  score(before: Date | null): Promise<void>;
  /** Nothing is asked of it any more. */
  end(): Promise<void>;
};

/** Bytes of bodies that wait to be encoded. */
const MOST_WAITING = 32 << 20;
/** Given to the thread at once: so many orders, or so many bytes. */
const AT_ONCE = 200;
const BYTES_AT_ONCE = 4 << 20;

const ENDED =
  "The thread that scores orders ended before its work was done. Nothing was written: run it again, and with more memory " +
  "(NODE_OPTIONS=--max-old-space-size=4096) if it ends again.";

const THREAD = new URL("./scoring-worker.ts", import.meta.url);

/**
 * A thread in which a shop's orders are encoded and scored: orders are read from their files and taken in meanwhile, and a
 * machine has more than one processor.
 */
export function startScoring(deps: Deps, { id, identityKey }: Shop): ScoringThread {
  const given: Given = { databaseUrl: deps.database.url, shopId: id, identityKey };
  // However the process itself was started: the thread needs nothing of it.
  const worker = new Worker(THREAD, { execArgv: [], workerData: given });
  const post = (asked: Asked, moved?: ArrayBuffer[]) => worker.postMessage(asked, moved);
  const start = Promise.withResolvers<void>();
  const death = Promise.withResolvers<never>();
  let asked: PromiseWithResolvers<void> | null = null;
  const met = metOrders((orders, buffers) => post({ ask: "encode", orders }, buffers));
  worker.on("message", (answer: Answer) => {
    if (answer.to === "start") start.resolve();
    else if (answer.to === "encode") met.encoded(answer.bytes);
    else if (answer.error) asked?.reject(answer.error);
    else asked?.resolve();
  });
  const die = (error: Error) => {
    death.reject(error);
    start.reject(error);
  };
  worker.on("error", die);
  worker.on("exit", () => die(new Error(ENDED)));
  // Told to whoever waits for it, and to nobody else.
  for (const { promise } of [start, death]) promise.catch(() => undefined);
  return {
    started: start.promise,
    died: death.promise,
    meet: met.meet,
    async score(before) {
      if (asked) throw new Error("The thread that scores orders has not answered yet.");
      met.hand();
      asked = Promise.withResolvers<void>();
      post({ ask: "score", before, now: deps.now() });
      await Promise.race([asked.promise, death.promise]).finally(() => (asked = null));
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** The orders that were met, handed on some at a time. */
function metOrders(handOn: (orders: EarlyOrder[], buffers: ArrayBuffer[]) => void) {
  let met: EarlyOrder[] = [];
  let buffers: ArrayBuffer[] = [];
  let [count, bytesMet, bytesWaiting] = [0, 0, 0];
  const hand = () => {
    if (met.length > 0) handOn(met, buffers);
    [met, buffers, bytesMet] = [[], [], 0];
  };
  return {
    hand,
    meet({ body, ...order }: EarlyOrder): void {
      if (count >= MOST_KEPT || bytesWaiting >= MOST_WAITING) return;
      // In memory of its own, which the thread is given: what a body is a part of stays here.
      const own = new Uint8Array(body);
      met.push({ ...order, body: own });
      buffers.push(own.buffer);
      count += 1;
      bytesMet += own.length;
      bytesWaiting += own.length;
      if (met.length === AT_ONCE || bytesMet >= BYTES_AT_ONCE) hand();
    },
    encoded(bytes: number): void {
      bytesWaiting -= bytes;
    },
  };
}
