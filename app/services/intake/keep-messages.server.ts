import { setImmediate, setTimeout as sleep } from "node:timers/promises";

import type pg from "pg";

/**
 * A webhook as it is to be kept. `reason`: why it can never be worked off, of one whose body is only the beginning: it waits
 * for a person then.
 */
export type NewMessage = {
  domain: string;
  webhookId: string;
  topic: string;
  triggeredAt: Date | null;
  receivedAt: Date;
  body: Buffer;
  reason: string | null;
};

/** `no shop`: nobody of this domain is known yet. */
export type Kept = "kept" | "known before" | "no shop";

/** Webhooks in one statement. */
const MOST = 250;
/** While many come, statements begin at least so far apart, so that each keeps many; alone, a webhook does not wait. */
const APART_MS = 12;

/**
 * Keeps webhooks durably, many with one commit: what comes while a statement is under way goes with the next. The
 * answer is there only when the commit is.
 */
export function keepMessage(pool: pg.Pool, message: NewMessage): Promise<Kept> {
  const keeper = keepers.get(pool) ?? new Keeper(pool);
  keepers.set(pool, keeper);
  return keeper.keep(message);
}

const keepers = new WeakMap<pg.Pool, Keeper>();

type Waiting = {
  message: NewMessage;
  resolve: (kept: Kept) => void;
  reject: (error: unknown) => void;
};

class Keeper {
  readonly #pool: pg.Pool;
  #waiting: Waiting[] = [];
  #works = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  keep(message: NewMessage): Promise<Kept> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ message, resolve, reject });
      if (!this.#works) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#works = true;
    await setImmediate();
    while (this.#waiting.length > 0) {
      const started = performance.now();
      const batch = this.#waiting.splice(0, MOST);
      await keepAll(this.#pool, batch);
      const left = APART_MS - (performance.now() - started);
      if (batch.length > 1 && left > 0) await sleep(left);
    }
    this.#works = false;
  }
}

/** Should one spoil the statement for all, each is kept by itself. */
async function keepAll(pool: pg.Pool, batch: readonly Waiting[]): Promise<void> {
  try {
    const kept = await insert(
      pool,
      batch.map(({ message }) => message),
    );
    batch.forEach(({ resolve }, index) => resolve(kept[index] ?? "no shop"));
  } catch (error) {
    const [first, ...others] = batch;
    if (others.length === 0) return first?.reject(error);
    for (const each of batch) await keepAll(pool, [each]);
  }
}

async function insert(pool: pg.Pool, messages: readonly NewMessage[]): Promise<Kept[]> {
  const ends: number[] = [];
  let length = 0;
  for (const { body } of messages) ends.push((length += body.length));
  const { rows } = await pool.query<{ place: number; kept: Kept }>(KEEP, [
    messages.map(({ domain }) => domain),
    messages.map(({ webhookId }) => webhookId),
    messages.map(({ topic }) => topic),
    messages.map(({ triggeredAt }) => triggeredAt),
    messages.map(({ receivedAt }) => receivedAt),
    messages.map(({ reason }) => reason),
    ends,
    Buffer.concat(messages.map(({ body }) => body)),
  ]);
  const kept: Kept[] = [];
  const known = new Set<string>();
  for (const row of rows) {
    const message = messages[row.place - 1];
    const id = JSON.stringify([message?.domain, message?.webhookId]);
    // Of the same delivery twice in one batch, one is kept.
    kept[row.place - 1] = row.kept === "kept" && known.has(id) ? "known before" : row.kept;
    known.add(id);
  }
  return kept;
}

/**
 * The bodies come as one run of bytes with the place where each ends: PostgreSQL cuts them out, which is far cheaper
 * than a list of them, and the notice wakes whichever process works off the inbox.
 */
const KEEP = `
  WITH message AS (
    SELECT s.id AS shop_id, m.place, m.webhook_id, m.topic, m.triggered_at, m.received_at, m.reason,
      m.ends, lag(m.ends, 1, 0) OVER (ORDER BY m.place) AS begins
    FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::int[])
      WITH ORDINALITY AS m (domain, webhook_id, topic, triggered_at, received_at, reason, ends, place)
    LEFT JOIN shop s ON s.domain = m.domain
  ), kept AS (
    INSERT INTO inbox_message (shop_id, webhook_id, topic, triggered_at, received_at, body, state, error, is_cut)
    SELECT shop_id, webhook_id, topic, triggered_at, received_at, substring($8::bytea FROM begins + 1 FOR ends - begins),
      CASE WHEN reason IS NULL THEN 'new' ELSE 'dead' END, reason, reason IS NOT NULL
    FROM message WHERE shop_id IS NOT NULL ORDER BY place
    ON CONFLICT (shop_id, webhook_id) DO NOTHING
    RETURNING shop_id, webhook_id, state
  ), woken AS (
    SELECT count(pg_notify('bonafide_inbox', shop_id::text)) FROM (SELECT DISTINCT shop_id FROM kept WHERE state = 'new') k
  )
  SELECT m.place::int AS place,
    CASE WHEN m.shop_id IS NULL THEN 'no shop' WHEN k.webhook_id IS NULL THEN 'known before' ELSE 'kept' END AS kept
  FROM message m LEFT JOIN kept k ON k.shop_id = m.shop_id AND k.webhook_id = m.webhook_id, woken
  ORDER BY m.place`;
