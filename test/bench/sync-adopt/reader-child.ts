import { setTimeout as sleep } from "node:timers/promises";

import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

import { openDeps, provideDeps } from "#app/infra/deps.server.ts";
import { readStore } from "#app/services/adoption/read-store.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { routeFetchTo } from "#test/standin/route-fetch.ts";
import { openBenchShop } from "../bench-deps.ts";
import { benchEnv, visit } from "../standin/process.ts";

/*
 * Reads a store in a process of its own, so that its memory is the reading's: PostgreSQL and the stand-in have theirs.
 * Says what it took at rest and at most, and how long it was at what.
 */
export type ReadResult = {
  idleBytes: number;
  peakBytes: number;
  codes: number;
  discounts: number;
  /** By phase: how long it took, and the most memory there was within it. */
  seconds: Record<string, number>;
  peaks: Record<string, number>;
};

routeFetchTo(process.env["STANDIN_URL"] ?? "");
setAbstractFetchFunc(globalThis.fetch);
const bench = await openBenchShop();
const env = benchEnv({ appUrl: "http://localhost:1", logLevel: "silent" });
const { url } = bench.deps.database;
const deps = await openDeps(env, url, { works: false, connections: 8 });
provideDeps(deps);
const { actor, shop } = await visit(process.env["ID_TOKEN"] ?? "");

await sleep(2_000);
const idleBytes = process.memoryUsage.rss();
let peakBytes = idleBytes;
const seconds: Record<string, number> = {};
const peaks: Record<string, number> = {};
const sampler = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, 20);
const begun = await startReading(deps, actor);
if (!begun.ok) throw new Error("The reading was refused.");
const job = { shopId: shop.id, adoptionId: begun.value.id };
const where = { shopId_id: { shopId: shop.id, id: begun.value.id } };
const watch = { stop: false };
const watching = (async () => {
  let since = performance.now();
  while (!watch.stop) {
    const { phase } = await deps.database.prisma.adoption.findUniqueOrThrow({ where });
    const now = performance.now();
    peaks[phase] = Math.max(peaks[phase] ?? 0, process.memoryUsage.rss());
    seconds[phase] = (seconds[phase] ?? 0) + (now - since) / 1_000;
    since = now;
    await sleep(50);
  }
})();
for (;;) {
  await readStore(deps, job);
  const { state, error } = await deps.database.prisma.adoption.findUniqueOrThrow({ where });
  if (state === "read") break;
  if (state !== "reading") throw new Error(error ?? state);
  await sleep(500);
}
clearInterval(sampler);
watch.stop = true;
await watching;
const codes = await deps.database.prisma.redeemCode.count();
const discounts = await deps.database.prisma.discount.count();
const result: ReadResult = { idleBytes, peakBytes, codes, discounts, seconds, peaks };
process.send?.(result);
await deps.close();
await bench.close();
process.disconnect();
