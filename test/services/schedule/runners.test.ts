import { describe, expect, test } from "vitest";

import { MOST_TRIES, secondsToRetry } from "#app/domain/schedule/retry.ts";
import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign } from "#test/support/test-shop.ts";
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

describe("a change that comes to nothing for a reason nobody foresaw", () => {
  const broken = async () => {
    const id = await on.scheduled({ action: "pause", at: "2026-06-15T15:00" });
    await on.scheduled({ action: "resume", at: "2026-06-15T15:01" });
    const key = { shopId_id: { shopId: on.at.shop.id, id } };
    await prisma.scheduledChange.update({ where: key, data: { action: "dance" } });
    await deps.takeJobs();
    deps.clock.now = new Date("2026-06-15T14:00:00Z");
    return {
      row: () => prisma.scheduledChange.findUniqueOrThrow({ where: key }),
      mend: () => prisma.scheduledChange.update({ where: key, data: { action: "pause" } }),
    };
  };
  const later = (seconds: number) => {
    deps.clock.now = new Date(deps.clock.now.getTime() + seconds * 1_000);
  };

  test("is tried again at growing distances, says so, and those after it wait", async () => {
    const { row, mend } = await broken();
    await runDueChanges(deps);
    const retryAt = new Date("2026-06-15T14:00:10Z");
    expect(await row()).toMatchObject({ state: "waiting", failures: 1, retryAt });
    await runDueChanges(deps);
    later(9);
    await runDueChanges(deps);
    expect((await row()).failures).toBe(1);
    later(1);
    await runDueChanges(deps);
    const second = await row();
    expect(second).toMatchObject({ failures: 2, retryAt: new Date("2026-06-15T14:00:30Z") });
    expect(second.error).toMatch(/is tried again/);
    expect((await on.states()).join()).toMatch(/^dance waiting,resume waiting$/);
    await mend();
    const [shown] = await on.list();
    expect(shown).toMatchObject({ state: "waiting", retryAt: "2026-06-15T14:00:30.000Z" });
    later(20);
    await runDueChanges(deps);
    expect(await on.states()).toEqual(["pause done", "resume done"]);
    expect((await on.list()).map(({ error, retryAt: at }) => [error, at])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("is a person's after many tries, and the next one goes on", async () => {
    const { row } = await broken();
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await runDueChanges(deps);
      later(secondsToRetry(tries + 1));
    }
    const given = await row();
    expect(given).toMatchObject({ state: "failed" });
    expect(given.error).toMatch(/Do it now, or schedule it anew/);
    await runDueChanges(deps);
    // It is not paused, so there is nothing to resume.
    expect(await on.states()).toEqual(["dance failed", "resume failed"]);
    expect(await on.audit()).toContain("change.failed by Bonafide");
  });

  test("holds up no other campaign", async () => {
    const { row } = await broken();
    await addCampaign(deps, on.at, { name: "WINTER26_10OFF" });
    const other = await prisma.campaign.findFirstOrThrow({
      where: { shopId: on.at.shop.id, name: "WINTER26_10OFF" },
    });
    const due = { dueAt: deps.now(), timeZone: "UTC", localTime: "2026-06-15T14:00" };
    const made = { state: "waiting", createdAt: deps.now(), createdBy: "Ada", ...due };
    const own = { shopId: on.at.shop.id, id: deps.newId(), campaignId: other.id };
    await prisma.scheduledChange.create({ data: { ...own, action: "pause", ...made } });
    await runDueChanges(deps);
    expect((await row()).state).toBe("waiting");
    const key = { shopId_id: { shopId: own.shopId, id: own.id } };
    expect(await prisma.scheduledChange.findUnique({ where: key })).toMatchObject({
      state: "done",
    });
  });
});

test("the distances grow, up to an hour", () => {
  const all = Array.from({ length: 12 }, (_, index) => secondsToRetry(index + 1));
  expect(all.slice(0, 4)).toEqual([10, 20, 40, 80]);
  expect(all.at(-1)).toBe(3_600);
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
      if (left < 0) throw new Error("The process was killed.");
      if (name !== "$transaction") return value;
      return (work: (tx: object) => Promise<unknown>) =>
        prisma.$transaction((tx) => work(watched(tx)));
    },
  });
}
