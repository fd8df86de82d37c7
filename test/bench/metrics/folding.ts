import { setTimeout as sleep } from "node:timers/promises";

import type { OrderReport } from "#app/services/redemption/record-orders.server.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { differingRollups } from "#app/services/redemption/differing-rollups.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
import { recordReports } from "#app/services/redemption/record-reports.server.ts";
import type { BenchShop } from "../bench-deps.ts";

/** Orders of a batch, as intake takes them in at most. */
const BATCH = 500;
const BATCHES = 6;

/**
 * What folding takes in a shop with so much behind it.
 *
 * - Milliseconds an order: `entered` into ledger and rollups with everything else that intake does with it; `people` folded
 *   by the sweep.
 * - Milliseconds in all: `piece` and `wait`, the longest that intake was kept out by the sweep and by a relabelling; `sweep`
 *   when nothing is to be mended, `relabel` when a campaign was named anew. Seconds: `check` of all rollups.
 */
export type Folding = {
  entered: number;
  people: number;
  piece: number;
  sweep: number;
  relabel: number;
  wait: number;
  check: number;
};

export async function measureFolding(bench: BenchShop, redemptions: number): Promise<Folding> {
  const { deps } = bench;
  const shop = await deps.database.prisma.shop.findUniqueOrThrow({ where: { id: bench.shop.id } });
  const batches = Array.from({ length: BATCHES }, (_, n) => batchOf(n, redemptions));
  const entered: number[] = [];
  for (const reports of batches)
    entered.push(
      await time(() =>
        inTransaction(deps.database.pool, async (client) => {
          await lockPeople(client, shop.id);
          await recordReports(deps, client, shop, reports);
        }),
      ),
    );
  let isFolded = false;
  const [people, piece] = await Promise.all([
    time(() => foldPeople(deps)).finally(() => (isFolded = true)),
    longestWait(deps, shop.id, () => isFolded),
  ]);
  await mendBooks(deps);
  const sweep = await time(() => mendBooks(deps));
  await deps.database.pool.query(
    "UPDATE campaign SET dimension_set_id = 1 + dimension_set_id % 20 WHERE shop_id = $1 AND number = 7",
    [shop.id],
  );
  let isRelabelled = false;
  const [relabel, wait] = await Promise.all([
    time(() => mendBooks(deps)).finally(() => (isRelabelled = true)),
    longestWait(deps, shop.id, () => isRelabelled),
  ]);
  let differing = 0;
  const check = await time(async () => {
    differing = await differingRollups(deps.database.pool, shop);
  });
  if (differing !== 0) throw new Error(`${differing} rows are not what the ledger adds up to.`);
  // The first batch is what a server that just started takes.
  const middle = entered.slice(1).toSorted((a, b) => a - b)[Math.floor((BATCHES - 1) / 2)] ?? 0;
  return {
    ...{ entered: middle / BATCH, people: people / (BATCHES * BATCH), piece },
    ...{ sweep, relabel, wait, check: check / 1_000 },
  };
}

/** Asks for the intake's lock again and again. */
async function longestWait(
  deps: BenchShop["deps"],
  shopId: number,
  isOver: () => boolean,
): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const taken = await time(() =>
      inTransaction(deps.database.pool, (client) => lockPeople(client, shopId)),
    );
    longest = Math.max(longest, taken);
    await sleep(5);
  }
  return longest;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** New orders of today with the codes of all public campaigns; a third of their shoppers come again within the batches. */
function batchOf(batch: number, redemptions: number): OrderReport[] {
  const now = new Date();
  return Array.from({ length: BATCH }, (_, n) => {
    const number = redemptions * 2 + batch * BATCH + n;
    const campaign = 1 + (number % 20) * 3;
    const at = new Date(now.getTime() - (BATCH - n) * 100).toISOString();
    const code = { code: `CAMPAIGN${campaign}`, discountMinor: 500, presentmentMinor: 500 };
    const customerId = String(1 + (number % ((BATCH * BATCHES * 2) / 3)));
    return {
      facts: {
        ...{ id: String(number), name: `#${number}`, placedAt: at, version: at, paidAt: at },
        ...{ currency: "EUR", totalMinor: 3_000, discountMinor: 500, channel: "web" },
        presentment: { currency: "EUR", totalMinor: 3_000, discountMinor: 500 },
        ...{ financialStatus: "paid", test: false, cancelledAt: null, expiredAt: null },
        codes: [{ ...code, key: `CAMPAIGN${campaign}` }],
        ...{ refunds: [], disputes: [], customerId },
      },
      identities: { customerId, email: `shopper${customerId}@example.com`, phone: null },
    };
  });
}
