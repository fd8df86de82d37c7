import { afterAll, expect, test } from "vitest";

import { inTransaction, openDatabase } from "#app/infra/db/database.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

const url = await openTestDatabase();
const { prisma, pool, close } = openDatabase(url, { connections: 2 });
const elsewhere = openDatabase(url, { connections: 1 });
afterAll(() => Promise.all([close(), elsewhere.close()]));

/** As when the server is started anew: ends a connection, and resolves when its pool has noticed. */
async function lose(pid: number | undefined): Promise<void> {
  const removed = new Promise((resolve) => pool.once("remove", resolve));
  await elsewhere.pool.query("SELECT pg_terminate_backend($1)", [pid]);
  await removed;
}

const OWN = "SELECT pg_backend_pid() AS pid";

test("connections lost in Prisma's transactions are replaced, more of them than there are", async () => {
  for (let time = 0; time < 3; time += 1) {
    const lost = prisma.$transaction(async (tx) => {
      const [own] = await tx.$queryRawUnsafe<{ pid: number }[]>(OWN);
      await lose(own?.pid);
      await tx.$queryRawUnsafe("SELECT 1");
    });
    await expect(lost).rejects.toThrow();
  }
  expect(pool.totalCount).toBe(pool.idleCount);
  expect(await prisma.$transaction((tx) => tx.shop.count())).toBe(0);
});

test("as those lost in ours, which say what happened", async () => {
  for (let time = 0; time < 3; time += 1) {
    const lost = inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>(OWN);
      await lose(rows[0]?.pid);
      await client.query("SELECT 1");
    });
    await expect(lost).rejects.toThrow();
  }
  expect(pool.totalCount).toBe(pool.idleCount);
  const one = await inTransaction(pool, (client) =>
    client.query<{ one: number }>("SELECT 1 AS one"),
  );
  expect(one.rows).toEqual([{ one: 1 }]);
});
