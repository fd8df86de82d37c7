import { expect, test } from "vitest";

import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { scheduleStage } from "./schedule-stage.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z", connections: 16 });
const on = scheduleStage(deps, { totalCap: "100" });
const { prisma } = deps.database;

const MINUTES = Array.from({ length: 8 }, (_, index) => index);

/** Pauses and resumes in turn, a minute apart. */
async function scheduleMany(): Promise<void> {
  for (const minute of MINUTES) {
    const action = minute % 2 === 0 ? "pause" : "resume";
    await on.scheduled({ action, at: `2026-06-15T15:0${minute}` });
  }
  await deps.takeJobs();
  deps.clock.now = new Date("2026-06-15T14:00:00Z");
}

const done = async () =>
  (await on.audit())
    .filter((line) => line.endsWith("by Bonafide"))
    .map((line) => line.slice(9, 14));

test("four runners at once do everything once and in order", async () => {
  await scheduleMany();
  await Promise.all(MINUTES.slice(0, 4).map(() => runDueChanges(deps)));
  // Who found the campaign busy comes again.
  await runDueChanges(deps);
  expect(await done()).toEqual(MINUTES.map((n) => (n % 2 === 0 ? "pause" : "resum")));
  expect(await on.row()).toMatchObject({ wanted: "on", revision: 9 });
  expect(await deps.takeJobs()).toHaveLength(8);
});

test("killed at any statement, the next runner finds all of a change or nothing", async () => {
  await scheduleMany();
  let kills = 0;
  for (let after = 1; (await on.states()).some((each) => each.endsWith("waiting")); after++) {
    const killed = { ...deps, database: { ...deps.database, prisma: dyingAfter(after) } };
    const before = await on.states();
    await runDueChanges(killed);
    const ended = await on.states();
    const row = await on.row();
    const finished = ended.filter((each) => each.endsWith("done")).length;
    // What the changes say and what the campaign says never come apart.
    expect(row.revision).toBe(1 + finished);
    expect(await done()).toHaveLength(finished);
    if (ended.join() === before.join()) kills++;
  }
  expect(kills).toBeGreaterThan(3);
  expect(await done()).toEqual(MINUTES.map((n) => (n % 2 === 0 ? "pause" : "resum")));
});

/** A database whose connection breaks off inside a transaction after so many statements. */
function dyingAfter(most: number): typeof prisma {
  let left = most;
  const spend = () => {
    left -= 1;
    if (left < 0) throw new Error("The process was killed.");
  };
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        const value: unknown = Reflect.get(of, name, receiver);
        if (typeof value === "function")
          return (...given: unknown[]) => {
            spend();
            return (value as (...all: unknown[]) => unknown).apply(of, given);
          };
        return typeof value === "object" && value !== null ? watched(value) : value;
      },
    });
  return new Proxy(prisma, {
    get(of, name, receiver) {
      const value: unknown = Reflect.get(of, name, receiver);
      if (name !== "$transaction") return value;
      return (work: (tx: object) => Promise<unknown>) =>
        prisma.$transaction((tx) => work(watched(tx)));
    },
  });
}
