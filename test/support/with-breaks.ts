import type { Deps } from "#app/infra/deps.server.ts";

/** `before` comes before each transaction on the pool, with how many there were. */
export function withBreaks(deps: Deps, before: (transactions: number) => Promise<void>): Deps {
  const { pool } = deps.database;
  let transactions = 0;
  const connect = async () => {
    const count = transactions;
    transactions += 1;
    await before(count);
    return pool.connect();
  };
  // A query without a transaction would ask for its connection the same way.
  const query = pool.query.bind(pool);
  const broken = Object.assign(Object.create(pool) as typeof pool, { connect, query });
  return { ...deps, database: { ...deps.database, pool: broken } };
}
