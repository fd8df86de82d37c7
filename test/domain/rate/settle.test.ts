import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LOST_AFTER_MS, unknownBucket, type Bucket } from "#app/domain/rate/bucket.ts";
import { reserve, spend, type Ticket } from "#app/domain/rate/reserve.ts";
import { settle } from "#app/domain/rate/settle.ts";
import { call, lane, plan } from "./generated.ts";

const standard: Bucket = { ...unknownBucket(0), available: 2_000, learned: true };
const nothing = { points: 0, status: null, throttled: false, pauseMs: 0 };
const says = (currentlyAvailable: number) => ({
  maximumAvailable: 2_000,
  currentlyAvailable,
  restoreRate: 100,
});

describe("an answer", () => {
  test("gives back what was not used, and tells the plan", () => {
    const { bucket, ticket } = spend(unknownBucket(0), 102, "interactive", 0);
    const status = { maximumAvailable: 20_000, currentlyAvailable: 19_996, restoreRate: 1_000 };
    const after = settle(bucket, ticket, { ...nothing, points: 4, status }, 0);
    expect(after).toMatchObject({
      available: 19_996,
      maximum: 20_000,
      restoreRate: 1_000,
      learned: true,
    });
  });

  test("does not count as free what others may have sent meanwhile", () => {
    const one = spend({ ...standard, available: 500 }, 10, "batch", 0);
    const two = spend(one.bucket, 400, "batch", 0);
    const after = settle(
      two.bucket,
      one.ticket,
      { ...nothing, points: 10, status: says(1_990) },
      0,
    );
    expect(after.available).toBe(1_590);
  });

  test("corrects what we thought too much", () => {
    const { bucket, ticket } = spend(standard, 10, "batch", 0);
    const after = settle(bucket, ticket, { ...nothing, points: 10, status: says(300) }, 0);
    expect(after.available).toBe(300);
  });

  test("that never comes keeps its points, and no longer counts as under way", () => {
    const { bucket, ticket } = spend(standard, 400, "batch", 0);
    const after = settle(bucket, ticket, { ...nothing, points: 400 }, 0);
    expect(after).toMatchObject({ available: 1_600, reserved: 400, settled: 400 });
  });
});

describe("being throttled", () => {
  test("for lack of points, everybody waits for them", () => {
    const { bucket, ticket } = spend(standard, 100, "interactive", 0);
    const end = { ...nothing, throttled: true, status: says(20) };
    const after = settle(bucket, ticket, end, 0);
    expect(reserve(after, 100, "interactive", 0).waitMs).toBe(800);
  });

  test("with a pause, everybody waits for its end, and then begins slowly", () => {
    const { bucket, ticket } = spend(standard, 10, "interactive", 0);
    const after = settle(bucket, ticket, { ...nothing, throttled: true, pauseMs: 3_000 }, 0);
    expect(reserve(after, 10, "interactive", 0).waitMs).toBe(3_000);
    expect(reserve(after, 10, "interactive", 3_000).bucket.available).toBe(290);
  });
});

test("calls that died with their process stop counting as under way", () => {
  const { bucket } = spend(standard, 400, "batch", 0);
  expect(reserve(bucket, 10, "batch", LOST_AFTER_MS + 1).ticket).toEqual({ points: 10, mark: 400 });
});

/** Shopify's bucket as documented: takes what a call asks for when it arrives, and gives back what it did not use. */
type Theirs = { level: number; at: number };

test("however slow the way to Shopify, only what our own clock is ahead by is counted too much", () => {
  const step = fc.record({ call, lane, after: fc.nat(400), there: fc.nat(300), back: fc.nat(300) });
  fc.assert(
    fc.property(plan, fc.array(step, { maxLength: 60 }), ({ maximum, restoreRate }, steps) => {
      type Event = { at: number; happens: (at: number) => void };
      const events: Event[] = [];
      let ours: Bucket = {
        ...unknownBucket(0),
        maximum,
        restoreRate,
        available: maximum,
        learned: true,
      };
      const theirs: Theirs = { level: maximum, at: 0 };
      let worst = 0;
      const refill = (at: number) => {
        theirs.level = Math.min(maximum, theirs.level + ((at - theirs.at) / 1_000) * restoreRate);
        theirs.at = at;
      };
      const arrive = (each: (typeof steps)[number], ticket: Ticket) => (at: number) => {
        refill(at);
        worst = Math.min(worst, theirs.level - ticket.points);
        // Carried out at once: what it did not use is back before the answer sets out.
        theirs.level -= Math.min(ticket.points, each.call.actual);
        const status = {
          maximumAvailable: maximum,
          restoreRate,
          currentlyAvailable: Math.floor(theirs.level),
        };
        const points = Math.min(ticket.points, each.call.actual);
        const happens = (later: number) => {
          ours = settle(ours, ticket, { ...nothing, points, status }, later);
        };
        events.push({ at: at + each.back, happens });
      };
      let now = 0;
      for (const each of steps) {
        now += each.after;
        const happens = (at: number) => {
          const cost = Math.min(each.call.requested, maximum);
          const asked = reserve(ours, cost, each.lane, at);
          ours = asked.bucket;
          if (asked.ticket)
            events.push({ at: at + each.there, happens: arrive(each, asked.ticket) });
        };
        events.push({ at: now, happens });
      }
      while (events.length > 0) {
        events.sort((a, b) => a.at - b.at);
        const next = events.shift();
        next?.happens(next.at);
      }
      expect(-worst).toBeLessThanOrEqual(restoreRate * 0.3 + 1);
    }),
    { numRuns: 300 },
  );
});
