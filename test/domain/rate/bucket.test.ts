import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { levelAt, unknownBucket, type Bucket } from "#app/domain/rate/bucket.ts";
import { BATCH_LEAVES } from "#app/domain/rate/lane.ts";
import { reserve } from "#app/domain/rate/reserve.ts";
import { secondsFor } from "#app/domain/rate/seconds-for.ts";
import { LOOK_AGAIN_MS, PROBE_MS, waitFor } from "#app/domain/rate/wait-for.ts";
import { bucket, call, lane } from "./generated.ts";

const standard: Bucket = { ...unknownBucket(0), available: 2_000, learned: true };

test("the level follows the clock up to the bucket's size, and never back", () => {
  fc.assert(
    fc.property(bucket, fc.nat(100_000), fc.nat(100_000), (given, one, other) => {
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
      expect(levelAt(given, later)).toBeGreaterThanOrEqual(levelAt(given, sooner));
      expect(levelAt(given, later)).toBeLessThanOrEqual(given.maximum);
      expect(levelAt(given, -later)).toBe(given.available);
    }),
  );
});

test("whoever waits as long as told may go, and no earlier", () => {
  fc.assert(
    fc.property(bucket, call, lane, (given, { requested }, which) => {
      const wait = waitFor(given, requested, which, 0);
      expect(reserve(given, requested, which, wait).ticket).not.toBeNull();
      if (wait > 1) expect(reserve(given, requested, which, wait - 2).ticket).toBeNull();
    }),
  );
});

test("our own calls never take more than is there", () => {
  const step = fc.record({ call, lane, after: fc.nat(2_000) });
  fc.assert(
    fc.property(bucket, fc.array(step), (given, steps) => {
      let now = 0;
      let held = given;
      for (const each of steps) {
        now += each.after;
        const cost = Math.min(each.call.requested, held.maximum);
        held = reserve(held, cost, each.lane, now).bucket;
        expect(held.available).toBeGreaterThanOrEqual(-1e-3);
      }
    }),
  );
});

describe("a batch alone", () => {
  test("keeps up with the restore rate in the long run, on every plan and with calls of any size", () => {
    fc.assert(
      fc.property(bucket, fc.array(call, { minLength: 1, maxLength: 20 }), (given, calls) => {
        let now = 0;
        let spent = 0;
        let held: Bucket = { ...given, available: BATCH_LEAVES * given.maximum };
        for (let turn = 0; now < 600_000; turn += 1) {
          const cost = Math.min(
            calls[turn % calls.length]?.requested ?? 1,
            (1 - BATCH_LEAVES) * held.maximum,
          );
          const { bucket: after, waitMs, ticket } = reserve(held, cost, "batch", now);
          held = after;
          if (ticket) spent += cost;
          else now += Math.min(waitMs, LOOK_AGAIN_MS);
        }
        expect(spent / (now / 1_000)).toBeGreaterThanOrEqual(0.95 * given.restoreRate);
      }),
      { numRuns: 30 },
    );
  });

  test("leaves a quarter of the bucket to people", () => {
    let held = standard;
    for (let turn = 0; turn < 500; turn += 1) held = reserve(held, 10, "batch", 0).bucket;
    expect(held.available).toBe(500);
  });

  test("can send the dearest query on the smallest plan", () => {
    expect(waitFor({ ...standard, available: 0 }, 1_000, "batch", 0)).toBe(15_000);
  });
});

test("an interactive call never waits behind batches for longer than the restore of its own cost", () => {
  const batch = fc.array(call, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(bucket, call, batch, fc.nat(LOOK_AGAIN_MS), (given, mine, others, started) => {
      let held = given;
      const cost = Math.min(mine.requested, given.maximum);
      const longest = (cost / given.restoreRate) * 1_000;
      let nextLook = started;
      // Batches try every millisecond; the interactive call looks again as seldom as it may.
      for (let now = 0; ; now += 1) {
        for (const { requested } of others) held = reserve(held, requested, "batch", now).bucket;
        if (now < nextLook) continue;
        const asked = reserve(held, cost, "interactive", now);
        held = asked.bucket;
        if (asked.ticket) break;
        nextLook = now + Math.min(asked.waitMs, LOOK_AGAIN_MS);
        expect(now - started).toBeLessThanOrEqual(longest + 2);
      }
    }),
    { numRuns: 60 },
  );
});

describe("a shop that nobody has called yet", () => {
  const first = reserve(unknownBucket(0), 10, "batch", 0);

  test("is called by one at a time, until its bucket is known", () => {
    expect(first.waitMs).toBe(0);
    expect(waitFor(first.bucket, 1, "interactive", 5)).toBe(LOOK_AGAIN_MS);
  });

  test("is called by the next when the first has died", () => {
    expect(waitFor(first.bucket, 10, "interactive", PROBE_MS)).toBe(0);
  });
});

test("an honest estimate starts with what is there", () => {
  const rate = { restoreRate: 100, available: 1_500 };
  expect(secondsFor(400_000, rate)).toBe(3_985);
  expect(secondsFor(1_501, rate)).toBe(1);
  expect(secondsFor(10, rate)).toBe(0);
  expect(secondsFor(100, { restoreRate: 100, available: -20 })).toBe(1);
});
