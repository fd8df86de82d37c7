import {
  bytes,
  copyRows,
  instant,
  int2,
  int4,
  int8,
  nothing,
  type Cell,
} from "#app/infra/db/binary-copy.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** A webhook to come: of which line of which file, when it happened, and what the report has to know of its order. */
export type StagedMessage = {
  source: Source;
  line: number;
  at: Date;
  orderId: string;
  /** Of an order: the hash of its customer, as the report counts customers; null when it names none. */
  customer: string | null;
  /** Of an order: whether a later line of the same order comes after it. */
  version: Date | null;
  body: Buffer;
};

/** Orders come before refunds of the same moment. */
export type Source = 0 | 1;

/** What the inbox knows a message by. */
export function webhookIdOf({ source, line }: Pick<StagedMessage, "source" | "line">): string {
  return `${source}:${line}`;
}

/** Codes that were met are written after so many messages. */
const PAUSE_EVERY = 500;

/**
 * Puts messages aside to be told in the order they happened. Written by COPY as they are read, so memory holds a few
 * however many there are; `pause` is waited for now and then.
 */
export async function stageMessages(
  deps: Deps,
  messages: AsyncIterable<StagedMessage>,
  pause: () => Promise<void>,
): Promise<void> {
  const client = await deps.database.pool.connect();
  try {
    await copyRows(client, COLUMNS, rowsOf(messages, pause));
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const COLUMNS = "replay_message (source, line, at, order_id, customer, version, body)";

async function* rowsOf(
  messages: AsyncIterable<StagedMessage>,
  pause: () => Promise<void>,
): AsyncGenerator<Cell[]> {
  let count = 0;
  for await (const message of messages) {
    yield rowOf(message);
    if (++count % PAUSE_EVERY === 0) await pause();
  }
  await pause();
}

function rowOf({ source, line, at, orderId, customer, version, body }: StagedMessage): Cell[] {
  return [
    ...[int2(source), int4(line), instant(at.getTime()), int8(orderId)],
    customer === null ? nothing : bytes(Buffer.from(customer, "hex")),
    version === null ? nothing : instant(version.getTime()),
    bytes(body),
  ];
}
