import { parentPort, workerData } from "node:worker_threads";

import { openOfflineDeps } from "#app/infra/offline-deps.server.ts";
import { encodeEarly } from "../identity/encode-early.server.ts";
import { scoreOrders, scorePlacedBefore } from "../identity/score-orders.server.ts";
import type { Answer, Asked, Given } from "./scoring-thread.server.ts";

/*
 * The thread of `startScoring`: says when it can be asked, and answers each message.
 */

/** More than of a shop's: nobody waits for the first of them. */
const SCORED_AT_ONCE = 1_000;

const { databaseUrl, shopId, identityKey } = workerData as Given;
const offline = openOfflineDeps(databaseUrl);
const early = encodeEarly({ identityKey });

parentPort?.on("message", (asked: Asked) => {
  if (asked.ask === "encode") {
    asked.orders.forEach(early.meet);
    answer({ to: "encode", bytes: asked.orders.reduce((sum, { body }) => sum + body.length, 0) });
  } else {
    score(asked).then(
      () => answer({ to: "score" }),
      (error: unknown) => answer({ to: "score", error: told(error) }),
    );
  }
});
answer({ to: "start" });

function answer(answer: Answer): void {
  parentPort?.postMessage(answer);
}

async function score({ before, now }: Extract<Asked, { ask: "score" }>): Promise<void> {
  const deps = { ...offline, now: () => now };
  const how = { shopId, most: SCORED_AT_ONCE, early };
  if (before === null) await scoreOrders(deps, how);
  else await scorePlacedBefore(deps, { ...how, before });
}

/** What PostgreSQL says of an error beside its message is lost between threads, but for a cause. */
function told(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return Object.assign(new Error(error.message, { cause: { ...error } }), { stack: error.stack });
}
