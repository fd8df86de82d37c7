import { parentPort, workerData } from "node:worker_threads";

import { openOfflineDeps } from "#app/infra/offline-deps.server.ts";
import { encodeEarly } from "../identity/encode-early.server.ts";
import { scoreOrders, scorePlacedBefore } from "../identity/score-orders.server.ts";
import type { Answer, Asked, Given } from "./scoring-thread.server.ts";

/*
 * The thread of `startScoring`: an answer for each message that asks for one.
 */

/** More than of a shop's: nobody waits for the first of them. */
const SCORED_AT_ONCE = 1_000;

const { databaseUrl, shopId, identityKey } = workerData as Given;
const offline = openOfflineDeps(databaseUrl);
const early = encodeEarly({ identityKey });

parentPort?.on("message", (asked: Asked) => {
  if (asked.ask === "encode") {
    asked.orders.forEach(early.meet);
    answer({ to: "encode" });
  } else {
    score(asked).then(
      () => answer({ to: "score" }),
      (error: unknown) => answer({ to: "score", error: error as Error }),
    );
  }
});

function answer(answer: Answer): void {
  parentPort?.postMessage(answer);
}

async function score({ before, now }: Extract<Asked, { ask: "score" }>): Promise<void> {
  const deps = { ...offline, now: () => now };
  const how = { shopId, most: SCORED_AT_ONCE, early };
  if (before === null) await scoreOrders(deps, how);
  else await scorePlacedBefore(deps, { ...how, before });
}
