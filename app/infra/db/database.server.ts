import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { connectionFields } from "./connection-fields.ts";
import { PrismaClient } from "./generated/client.ts";

/**
 * How long a transaction waits for a connection, and how long it may take. Prisma's own two and five seconds refuse people
 * their work on a busy machine, where it would only have taken longer.
 */
const LONGEST_WAIT_MS = 30_000;
const LONGEST_TRANSACTION_MS = 60_000;

/** Prisma's client, or the same inside a transaction. */
export type Db = PrismaClient | Transaction;
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
/** A transaction of either kind: Prisma's, or the connection that `inTransaction` gives. */
export type AnyTransaction = Transaction | pg.PoolClient;

export type Database = {
  /** For the admin's reads and writes. */
  prisma: PrismaClient;
  /** For set-based SQL where volume is. The same connections. */
  pool: pg.Pool;
  url: string;
  close(): Promise<void>;
};

export function openDatabase(url: string, options: { connections: number }): Database {
  const pool = new pg.Pool({
    ...connectionFields(url),
    max: options.connections,
    application_name: "bonafide",
  });
  // A lost connection is replaced by the pool, and whoever held it hears of it at their next query; without listeners
  // it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("acquire", (client) => queueMicrotask(() => giveBackWhenLost(client)));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: LONGEST_WAIT_MS, timeout: LONGEST_TRANSACTION_MS },
  });
  return {
    prisma,
    pool,
    url,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * A connection that is lost while somebody holds it goes back to its pool by itself. Prisma gives none back that broke
 * within a transaction: each would be missing for as long as the process lives.
 */
function giveBackWhenLost(client: pg.PoolClient): void {
  const release = client.release.bind(client);
  const giveBack = (error?: Error | boolean) => {
    client.off("end", lost);
    client.release = () => undefined;
    release(error);
  };
  const lost = () => giveBack(true);
  client.once("end", lost);
  client.release = giveBack;
}

/** Runs `work` in one transaction on one connection of the pool; commits when it returns, rolls back when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection whose rollback fails is broken: hand it back to be destroyed.
    const rollback = await client.query("ROLLBACK").then(
      () => undefined,
      (failure: Error) => failure,
    );
    client.release(rollback);
    throw error;
  }
}

/**
 * Runs one statement, inside a transaction of either kind or on the pool.
 * Values are strings, numbers, dates or lists of them.
 */
export async function queryIn<Row>(
  tx: Transaction | Pick<pg.Pool, "query">,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if ("$queryRawUnsafe" in tx) return tx.$queryRawUnsafe<Row[]>(text, ...values);
  return (await tx.query(text, values)).rows as Row[];
}
