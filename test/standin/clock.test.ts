import { expect, test } from "vitest";
import { createClock } from "./clock.ts";

function standing() {
  const clock = createClock(() => 1_000);
  const done: string[] = [];
  return { clock, done, note: (what: string) => () => done.push(what) };
}

test("Work is done in the order it is due, when time has passed it", () => {
  const { clock, done, note } = standing();
  clock.later(200, note("second"));
  clock.later(100, note("first"));
  clock.later(200, note("third"));
  clock.move(99);
  expect(done).toEqual([]);
  clock.move(101);
  expect(done).toEqual(["first", "second", "third"]);
  expect(clock.now()).toEqual(new Date(1_200));
  clock.stop();
});

test("Work may ask for more work, and may be called off", () => {
  const { clock, done, note } = standing();
  clock.later(10, () => {
    note("first")();
    clock.later(0, note("second"));
  });
  clock.later(20, note("never"))();
  clock.move(30);
  expect(done).toEqual(["first", "second"]);
  clock.stop();
});

test("Work in the background leaves the world idle", () => {
  const { clock, note } = standing();
  clock.later(10, note("a"));
  clock.later(10, note("b"), { background: true });
  expect(clock.pending()).toBe(1);
  clock.stop();
});

test("A running clock does its work by itself", async () => {
  const clock = createClock(Date.now);
  await new Promise<void>((resolve) => clock.later(20, resolve));
  expect(clock.pending()).toBe(0);
  clock.stop();
});

test("Time may run faster, from where it is", () => {
  let base = 1_000;
  const clock = createClock(() => base);
  clock.move(500);
  let done = 0;
  clock.setSpeed(20);
  clock.later(2_000, () => (done += 1));
  expect(clock.now().getTime()).toBe(1_500);
  base += 99;
  clock.runDue();
  expect([clock.now().getTime(), done]).toEqual([3_480, 0]);
  base += 1;
  clock.runDue();
  expect([clock.now().getTime(), done]).toEqual([3_500, 1]);
  clock.setSpeed(1);
  base += 100;
  expect(clock.now().getTime()).toBe(3_600);
  clock.stop();
});
