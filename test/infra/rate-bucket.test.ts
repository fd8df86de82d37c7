import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

import { unknownBucket, type Bucket } from "#app/domain/rate/bucket.ts";
import { reserve, type Ticket } from "#app/domain/rate/reserve.ts";
import { settle, type Settlement } from "#app/domain/rate/settle.ts";
import { openDatabase } from "#app/infra/db/database.server.ts";
import { rateBucket } from "#app/infra/admin-api/rate-bucket.server.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import { ensureShop } from "#app/services/shop/ensure-shop.server.ts";
import { call, lane } from "#test/domain/rate/generated.ts";
import { testDeps } from "#test/support/test-deps.ts";

const deps = await testDeps();
const { pool } = deps.database;
const START = Date.parse("2026-06-15T12:00:00Z");

async function emptied(domain: string): Promise<void> {
  const { id } = await ensureShop(deps, domain);
  await pool.query("DELETE FROM rate_bucket WHERE shop_id = $1", [id]);
}

const status = fc.record({
  maximumAvailable: fc.constantFrom(120, 2_000, 4_000),
  currentlyAvailable: fc.nat(2_000),
  restoreRate: fc.constantFrom(50, 100, 200),
});
const end: fc.Arbitrary<Settlement> = fc.record({
  points: fc.nat(200),
  status: fc.option(status),
  throttled: fc.boolean(),
  pauseMs: fc.constantFrom(0, 0, 0, 1_500),
});
const step = fc.record({ after: fc.oneof(fc.nat(3_000), fc.constant(61_000)), call, lane, end });

test("the database does what the model says", async () => {
  const domain = "model.myshopify.com";
  let now = START;
  const stored = rateBucket(deps.database, domain, () => new Date(now));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await emptied(domain);
      now = START;
      let model: Bucket | undefined;
      const underWay: Ticket[] = [];
      for (const each of steps) {
        now += each.after;
        model ??= unknownBucket(now);
        const points = each.call.requested;
        const asked = reserve(model, points, each.lane, now);
        const answer = await stored.reserve({ points, lane: each.lane, process: "p", waiting: 0 });
        model = asked.bucket;
        expect(answer.waitMs).toBe(asked.waitMs);
        if (asked.ticket) {
          expect(answer.ticket.mark).toBeCloseTo(asked.ticket.mark, 6);
          underWay.push(asked.ticket);
        }
        if (each.lane === "batch") continue;
        const ticket = underWay.shift();
        if (!ticket) continue;
        await stored.settle(ticket, each.end);
        model = settle(model, ticket, each.end, now);
        const rate = await readRate({ ...deps, rateClock: () => new Date(now) }, domain);
        expect(rate.available).toBeCloseTo(model.available, 6);
      }
    }),
    { numRuns: 60 },
  );
});

test("the queue page is told what waits, by process, as long as that is to be believed", async () => {
  const domain = "waiting.myshopify.com";
  await emptied(domain);
  let now = START;
  const rateClock = () => new Date(now);
  const stored = rateBucket(deps.database, domain, rateClock);
  const read = () => readRate({ ...deps, rateClock }, domain);
  const ask = (process: string, waiting: number) =>
    stored.reserve({ points: 900, lane: "batch", process, waiting });
  expect(await read()).toEqual({
    available: 1_000,
    availableToBatch: 500,
    maximum: 2_000,
    restoreRate: 100,
    waiting: 0,
    pausedMs: 0,
  });
  expect((await ask("one", 0)).waitMs).toBe(4_000);
  await ask("two", 6);
  expect(await read()).toMatchObject({ waiting: 8 });
  now += 4_000;
  expect((await ask("two", 3)).waitMs).toBe(0);
  expect(await read()).toMatchObject({ available: 500, availableToBatch: 0, waiting: 3 });
  now += 2_000;
  expect(await read()).toMatchObject({ waiting: 0 });
});

test("a shop that is not known (any more) is not called", async () => {
  const stored = rateBucket(deps.database, "nobody.myshopify.com");
  const asked = { points: 10, lane: "batch" as const, process: "p", waiting: 0 };
  await expect(stored.reserve(asked)).rejects.toMatchObject({ kind: "unauthorized" });
});

/** Two processes more, as far as the database can tell. */
const others = [1, 2].map(() => openDatabase(deps.database.url, { connections: 4 }));
afterAll(() => Promise.all(others.map((each) => each.close())));

test("processes that ask at the same moment never get more than there is", async () => {
  const domain = "hammered.myshopify.com";
  await emptied(domain);
  const stopped = () => new Date(START);
  const first = rateBucket(deps.database, domain, stopped);
  const probe = await first.reserve({ points: 10, lane: "batch", process: "p", waiting: 0 });
  const says = { maximumAvailable: 2_000, currentlyAvailable: 1_990, restoreRate: 100 };
  const known = { points: 10, status: says, throttled: false, pauseMs: 0 };
  await first.settle(probe.ticket, known);
  const databases = [deps.database, ...others];
  const asks = Array.from({ length: 300 }, (_, index) => {
    const bucket = rateBucket(databases[index % 3] ?? deps.database, domain, stopped);
    return bucket.reserve({ points: 10, lane: "interactive", process: `${index % 3}`, waiting: 0 });
  });
  const granted = (await Promise.all(asks)).filter(({ waitMs }) => waitMs === 0);
  expect(granted).toHaveLength(199);
});
