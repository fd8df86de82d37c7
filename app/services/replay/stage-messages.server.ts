import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { from as copyFrom } from "pg-copy-streams";

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

/** Messages written at once. */
const AT_ONCE = 500;

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
    await pipeline(Readable.from(copyRows(messages, pause)), client.query(copyFrom(COPY)));
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const COPY = "COPY replay_message (source, line, at, order_id, customer, version, body) FROM STDIN";

async function* copyRows(
  messages: AsyncIterable<StagedMessage>,
  pause: () => Promise<void>,
): AsyncGenerator<string> {
  let rows: string[] = [];
  for await (const message of messages) {
    rows.push(rowOf(message));
    if (rows.length < AT_ONCE) continue;
    yield rows.join("");
    rows = [];
    await pause();
  }
  yield rows.join("");
  await pause();
}

/** Numbers, times and hexadecimal digits only: nothing there has to be escaped. */
function rowOf(message: StagedMessage): string {
  const { source, line, at, orderId, customer, version, body } = message;
  const cells = [
    ...[source, line, at.toISOString(), orderId],
    customer === null ? "\\N" : `\\\\x${customer}`,
    version === null ? "\\N" : version.toISOString(),
    `\\\\x${body.toString("hex")}`,
  ];
  return cells.join("\t") + "\n";
}
