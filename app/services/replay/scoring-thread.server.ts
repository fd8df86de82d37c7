import { Worker } from "node:worker_threads";

import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { EarlyOrder } from "../identity/encode-early.server.ts";

/** What the thread is started with. */
export type Given = { databaseUrl: string; shopId: number; identityKey: Shop["identityKey"] };
/** `before`: null for all orders, and what is to be done once all are known. */
export type Asked =
  { ask: "encode"; orders: EarlyOrder[] } | { ask: "score"; before: Date | null; now: Date };
export type Answer = { to: "encode" } | { to: "score"; error?: Error };

export type ScoringThread = {
  /** Has an order encoded before its turn comes, unless too many wait for that already. */
  meet(order: EarlyOrder): void;
  /** Scores what was placed before an instant, or all there is. One waits for the other: the thread is asked once at a time. */
  score(before: Date | null): Promise<void>;
  /** Nothing is asked of it any more. */
  end(): Promise<void>;
};

/** Bytes of bodies that wait to be encoded. */
const MOST_WAITING = 32 << 20;
/** Orders given to the thread at once. */
const AT_ONCE = 200;

const THREAD = new URL("./scoring-worker.ts", import.meta.url);

type Waiting = { resolve(): void; reject(error: Error): void };

/**
 * A thread in which a shop's orders are encoded and scored: orders are read from their files and taken in meanwhile, and a
 * machine has more than one processor.
 */
export function startScoring(deps: Deps, { id, identityKey }: Shop): ScoringThread {
  const given: Given = { databaseUrl: deps.database.url, shopId: id, identityKey };
  // However the process itself was started: the thread needs nothing of it.
  const worker = new Worker(THREAD, { execArgv: [], workerData: given });
  const encoding: number[] = [];
  let met: EarlyOrder[] = [];
  let asking: Waiting | null = null;
  let failed: Error | null = null;
  const fail = (error: Error) => {
    failed ??= error;
    asking?.reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that scores orders ended.")));
  worker.on("message", (answer: Answer) => {
    if (answer.to === "encode") encoding.shift();
    else if (answer.error) asking?.reject(answer.error);
    else asking?.resolve();
  });
  const post = (asked: Asked) => worker.postMessage(asked);
  const encodeMet = () => {
    if (met.length === 0) return;
    encoding.push(bytesOf(met));
    post({ ask: "encode", orders: met });
    met = [];
  };
  return {
    meet({ body, ...order }) {
      if (encoding.reduce((sum, bytes) => sum + bytes, 0) >= MOST_WAITING) return;
      // In memory of its own: what a body is a part of is not copied with it.
      met.push({ ...order, body: Uint8Array.from(body) });
      if (met.length === AT_ONCE) encodeMet();
    },
    score(before) {
      encodeMet();
      return new Promise((resolve, reject) => {
        asking = { resolve, reject };
        if (failed) reject(failed);
        else post({ ask: "score", before, now: deps.now() });
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

function bytesOf(orders: readonly EarlyOrder[]): number {
  return orders.reduce((sum, { body }) => sum + body.length, 0);
}
