import { setTimeout as sleep } from "node:timers/promises";

import type pg from "pg";

/** How often to look whether another process is done with a lock. */
const LOOK_EVERY_MS = 40;

/**
 * Runs `work` while holding a named lock of the whole database; another holder makes it wait. The lock lives in a
 * connection, so it is free again the moment its process dies.
 */
export function withLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  return inTurn(pool, name, async (holding) => {
    while (!(await ask(holding, TRY, name))) await sleep(LOOK_EVERY_MS);
    return locked(holding, name, work);
  });
}

/** As `withLock`, but answers `false` at once when someone else holds it. */
export async function ifUnlocked(
  pool: pg.Pool,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (holdings.get(pool)?.queues.has(name)) return false;
  return inTurn(pool, name, async (holding) => {
    if (!(await ask(holding, TRY, name))) return false;
    await locked(holding, name, work);
    return true;
  });
}

/**
 * All locks of a process live in one connection of its pool. Were there one for each, those who wait could take every
 * connection, and whoever holds the lock would find none left for its work: nobody would ever go on.
 */
type Holding = {
  client: Promise<pg.PoolClient>;
  /** Ends when the connection has answered all it was asked: it is asked one thing at a time. */
  asking: Promise<unknown>;
  /** By lock: the last in this process to hold it or to wait for it. */
  queues: Map<string, Promise<unknown>>;
  users: number;
  broken: boolean;
  onError: () => void;
};

const holdings = new WeakMap<pg.Pool, Holding>();

/** Runs `hold` when those of this process who asked for the same lock before are done with it. */
async function inTurn<T>(
  pool: pg.Pool,
  name: string,
  hold: (holding: Holding) => Promise<T>,
): Promise<T> {
  const holding = holdings.get(pool) ?? open(pool);
  holding.users += 1;
  const before = holding.queues.get(name);
  const turn = (async () => {
    await before;
    return hold(holding);
  })();
  const settled = turn.catch(() => undefined);
  holding.queues.set(name, settled);
  try {
    return await turn;
  } finally {
    if (holding.queues.get(name) === settled) holding.queues.delete(name);
    holding.users -= 1;
    if (holding.users === 0) await close(pool, holding);
  }
}

function open(pool: pg.Pool): Holding {
  const holding: Holding = {
    client: pool.connect(),
    asking: Promise.resolve(),
    queues: new Map(),
    users: 0,
    broken: false,
    onError: () => forget(pool, holding),
  };
  holdings.set(pool, holding);
  void holding.client.then((client) => client.on("error", holding.onError), holding.onError);
  return holding;
}

/** Its locks are lost with its connection: whoever asks from now on gets another. */
function forget(pool: pg.Pool, holding: Holding): void {
  holding.broken = true;
  if (holdings.get(pool) === holding) holdings.delete(pool);
}

async function close(pool: pg.Pool, holding: Holding): Promise<void> {
  if (holdings.get(pool) === holding) holdings.delete(pool);
  const client = await holding.client.catch(() => null);
  client?.removeListener("error", holding.onError);
  client?.release(holding.broken);
}

const TRY = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS answer";
const UNLOCK = "SELECT pg_advisory_unlock(hashtextextended($1, 0)) AS answer";

function ask(holding: Holding, question: string, name: string): Promise<boolean> {
  const answer = holding.asking.then(async () => {
    const client = await holding.client;
    const { rows } = await client.query<{ answer: boolean }>(question, [name]);
    return rows[0]?.answer === true;
  });
  holding.asking = answer.catch(() => undefined);
  return answer;
}

async function locked<T>(holding: Holding, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    // Fails only with the connection, and the lock is gone with that.
    await ask(holding, UNLOCK, name).catch(() => undefined);
  }
}
