import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";

import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Milliseconds from 1970 to PostgreSQL's year 2000. */
const EPOCH_MS = 946_684_800_000;
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const INT8_OID = 20;
const CHUNK = 1 << 20;

/** A value as PostgreSQL sends it in binary form. */
export type Cell = (row: RowWriter) => void;

/** Writes rows of a table by COPY in binary form: a fifth of the time that text takes. */
export async function copyRows(
  client: pg.PoolClient,
  target: string,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const copy = client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(chunksOf(rows)), copy);
}

async function* chunksOf(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Buffer> {
  yield SIGNATURE;
  const writer = new RowWriter();
  for await (const cells of rows) {
    writer.int16(cells.length);
    for (const cell of cells) cell(writer);
    if (writer.length > CHUNK) yield writer.take();
  }
  writer.int16(-1);
  yield writer.take();
}

export const nothing: Cell = (row) => row.int32(-1);
export const int2 =
  (value: number): Cell =>
  (row) => {
    row.int32(2);
    row.int16(value);
  };
export const int4 =
  (value: number): Cell =>
  (row) => {
    row.int32(4);
    row.int32(value);
  };
export const int8 =
  (value: number | string): Cell =>
  (row) => {
    row.int32(8);
    row.int64(BigInt(value));
  };
export const float8 =
  (value: number): Cell =>
  (row) => {
    row.int32(8);
    row.double(value);
  };
/** Milliseconds since 1970. */
export const instant = (at: number): Cell => int8(Math.round(at - EPOCH_MS) * 1_000);
export const bytes =
  (value: Buffer): Cell =>
  (row) => {
    row.int32(value.length);
    row.bytes(value);
  };
export const text = (value: string): Cell => bytes(Buffer.from(value));
export const jsonb = (value: object): Cell => bytes(Buffer.from(`\u0001${JSON.stringify(value)}`));
export const int8s =
  (values: readonly string[]): Cell =>
  (row) => {
    row.int32(values.length === 0 ? 12 : 20 + 12 * values.length);
    for (const head of [values.length === 0 ? 0 : 1, 0, INT8_OID]) row.int32(head);
    if (values.length === 0) return;
    row.int32(values.length);
    row.int32(1);
    for (const value of values) int8(value)(row);
  };

class RowWriter {
  #buffer = Buffer.allocUnsafe(CHUNK * 2);
  length = 0;

  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.length));
    this.length = 0;
    return taken;
  }
  int16(value: number): void {
    this.length = this.#with(2).writeInt16BE(value, this.length);
  }
  int32(value: number): void {
    this.length = this.#with(4).writeInt32BE(value, this.length);
  }
  int64(value: bigint): void {
    this.length = this.#with(8).writeBigInt64BE(value, this.length);
  }
  double(value: number): void {
    this.length = this.#with(8).writeDoubleBE(value, this.length);
  }
  bytes(value: Buffer): void {
    this.length += value.copy(this.#with(value.length), this.length);
  }

  /** The buffer, with room for so many bytes more. */
  #with(more: number): Buffer {
    if (this.length + more <= this.#buffer.length) return this.#buffer;
    const larger = Buffer.allocUnsafe((this.length + more) * 2);
    this.#buffer.copy(larger, 0, 0, this.length);
    return (this.#buffer = larger);
  }
}
