import type pg from "pg";

/**
 * Runs `work` while holding a named lock of the whole database; another holder makes it wait. The lock lives in a
 * connection, so it is free again the moment its process dies.
 */
export async function withLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    await client
      .query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name])
      .catch(() => (broken = true));
    client.release(broken);
  }
}

/** As `withLock`, but answers `false` at once when someone else holds it. */
export async function ifUnlocked(
  pool: pg.Pool,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const client = await pool.connect();
  let broken = false;
  try {
    const result = await client.query<{ got: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got",
      [name],
    );
    if (!result.rows[0]?.got) return false;
    try {
      await work();
      return true;
    } finally {
      await client
        .query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name])
        .catch(() => (broken = true));
    }
  } finally {
    client.release(broken);
  }
}
