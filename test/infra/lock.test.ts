import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, test } from "vitest";

import { openDatabase } from "#app/infra/db/database.server.ts";
import { ifUnlocked, withLock } from "#app/infra/db/lock.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

const url = await openTestDatabase();
/** Two processes, as far as the database can tell; each with few connections. */
const here = openDatabase(url, { connections: 2 });
const there = openDatabase(url, { connections: 2 });
afterAll(() => Promise.all([here.close(), there.close()]));

/** Work that needs a connection of its own, and notes whether it was alone. */
function workOn(pool: typeof here.pool, inside: { now: number; most: number }) {
  return async () => {
    inside.now += 1;
    inside.most = Math.max(inside.most, inside.now);
    await pool.query("SELECT pg_sleep(0.002)");
    inside.now -= 1;
  };
}

test("one at a time holds it, in this process and the other", async () => {
  const inside = { now: 0, most: 0 };
  const turns = Array.from({ length: 10 }, (_, turn) => {
    const { pool } = turn % 2 ? here : there;
    return withLock(pool, "one", workOn(pool, inside));
  });
  await Promise.all(turns);
  expect(inside.most).toBe(1);
});

test("many may wait: those who hold one still find a connection for their work", async () => {
  const inside = { now: 0, most: 0 };
  const waiting = Array.from({ length: 60 }, (_, turn) =>
    withLock(here.pool, `many ${turn % 3}`, workOn(here.pool, inside)),
  );
  await Promise.all(waiting);
  expect(inside).toMatchObject({ now: 0 });
});

test("one may be taken inside another", async () => {
  const inner = () => withLock(here.pool, "inner", async () => "done");
  expect(await withLock(here.pool, "outer", inner)).toBe("done");
});

test("whoever does not want to wait is told at once", async () => {
  await withLock(here.pool, "busy", async () => {
    const never = () => Promise.reject(new Error("It was not free."));
    expect(await ifUnlocked(here.pool, "busy", never)).toBe(false);
    expect(await ifUnlocked(there.pool, "busy", never)).toBe(false);
    expect(await ifUnlocked(there.pool, "another", () => Promise.resolve())).toBe(true);
  });
  expect(await ifUnlocked(there.pool, "busy", () => Promise.resolve())).toBe(true);
});

test("work that fails frees it", async () => {
  const failing = withLock(here.pool, "failing", () => Promise.reject(new Error("no luck")));
  await expect(failing).rejects.toThrow("no luck");
  expect(await ifUnlocked(there.pool, "failing", () => Promise.resolve())).toBe(true);
});

test("a lost connection frees it, and the next one gets another", async () => {
  let freed = false;
  await withLock(here.pool, "lost", async () => {
    // Of this database alone: other tests hold locks on the same server.
    await there.pool.query(
      `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.pid <> pg_backend_pid()`,
    );
    await sleep(50);
    freed = await ifUnlocked(there.pool, "lost", () => Promise.resolve());
    // Another lock of the same process lives in a new connection.
    await withLock(here.pool, "after", () => Promise.resolve());
  });
  expect(freed).toBe(true);
  expect(await ifUnlocked(here.pool, "lost", () => Promise.resolve())).toBe(true);
});
