import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, test } from "vitest";

import type { ThrottleStatus } from "#app/domain/rate/settle.ts";
import { openDatabase } from "#app/infra/db/database.server.ts";
import { openPointQueue } from "#app/infra/admin-api/point-queue.server.ts";
import { rateBucket } from "#app/infra/admin-api/rate-bucket.server.ts";
import { settlementOf, settlementOfFailure } from "#app/infra/admin-api/settlement.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { ensureShop } from "#app/services/shop/ensure-shop.server.ts";
import { testDeps } from "#test/support/test-deps.ts";

const deps = await testDeps();
const PLAN = { maximum: 400, restoreRate: 400 };
const LONGEST_WAY_MS = 40;
const RUN_MS = 3_000;

/** A linear congruential generator: the same ways, costs and jitter in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** Shopify's bucket as documented, at the end of a way that takes time in both directions. */
function simulatedShopify(random: () => number) {
  let level = PLAN.maximum;
  let at = performance.now();
  const seen = { calls: 0, throttled: 0, overspent: 0, used: 0, longestWayMs: 0 };
  const way = async () => {
    const from = performance.now();
    await sleep(random() * LONGEST_WAY_MS);
    // On a machine that is busy it takes longer than was drawn.
    seen.longestWayMs = Math.max(seen.longestWayMs, performance.now() - from);
  };
  const refill = () => {
    const now = performance.now();
    level = Math.min(PLAN.maximum, level + ((now - at) / 1_000) * PLAN.restoreRate);
    at = now;
  };
  const status = (): ThrottleStatus => ({
    maximumAvailable: PLAN.maximum,
    currentlyAvailable: Math.floor(level),
    restoreRate: PLAN.restoreRate,
  });
  return {
    seen,
    async call(requested: number, actual: number) {
      await way();
      refill();
      seen.calls += 1;
      const enough = level >= requested;
      if (enough) {
        level -= actual;
        seen.used += actual;
      } else {
        seen.throttled += 1;
        seen.overspent = Math.max(seen.overspent, requested - level);
      }
      const actualQueryCost = enough ? actual : null;
      const cost = { requestedQueryCost: requested, actualQueryCost, throttleStatus: status() };
      await way();
      return cost;
    },
  };
}

/** Processes that share nothing but the database; their own clocks are minutes apart. */
const SKEWS_MS = [0, 300_000, -300_000];
const processes = SKEWS_MS.map((skew, index) => {
  const database = openDatabase(deps.database.url, { connections: 3 });
  const now = () => new Date(Date.now() + skew);
  const queue = openPointQueue(`process ${index}`, { now, sleep, random: seeded(index + 1) });
  return { database, queue, now };
});
afterAll(() => Promise.all(processes.map(({ database }) => database.close())));

async function hammer(domain: string, lane: "interactive" | "batch", workers: number) {
  await ensureShop(deps, domain);
  const shopify = simulatedShopify(seeded(7));
  const end = performance.now() + RUN_MS;
  const work = async ({ database, queue, now }: (typeof processes)[number], worker: number) => {
    const random = seeded(worker + 100);
    const bucket = rateBucket(database, domain);
    while (performance.now() < end) {
      const points = random() < 0.5 ? 10 : 1 + Math.floor(random() * 60);
      const actual = points === 10 ? 10 : Math.ceil(points * random());
      const ticket = await queue.take({ domain, bucket }, points, lane, now().getTime() + 60_000);
      const cost = await shopify.call(points, actual);
      const throttled = new AdminApiError("throttled", "", { cost });
      await bucket.settle(
        ticket,
        cost.actualQueryCost === null
          ? settlementOfFailure(throttled, points, 1)
          : settlementOf(cost, points),
      );
    }
  };
  await Promise.all(
    processes.flatMap((each, index) =>
      Array.from({ length: workers }, (_, worker) => work(each, index * workers + worker)),
    ),
  );
  return shopify.seen;
}

test("batches of several processes are never throttled, and use what the bucket gives", async () => {
  const seen = await hammer("batches.myshopify.com", "batch", 4);
  expect(seen).toMatchObject({ throttled: 0, overspent: 0 });
  // Beyond what stood in the bucket for batches at the beginning.
  const burst = 0.75 * PLAN.maximum;
  const share = (seen.used - burst) / ((RUN_MS / 1_000) * PLAN.restoreRate);
  expect(share).toBeGreaterThan(0.8);
});

test("people's calls take the last point, and are wrong by no more than the way to Shopify", async () => {
  const seen = await hammer("people.myshopify.com", "interactive", 4);
  expect(seen.overspent).toBeLessThanOrEqual((PLAN.restoreRate * seen.longestWayMs) / 1_000 + 1);
  expect(seen.throttled / seen.calls).toBeLessThan(0.01);
});
