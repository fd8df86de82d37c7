import type { KnownOrder } from "./identity-index.ts";
import {
  countCluster,
  NEWEST_MOST,
  NO_ROW,
  postOrder,
  valueOf,
  type Value,
  type ValueCount,
  type ValueRow,
} from "./value-row.ts";
import { valueTable } from "./value-table.ts";

/** A value as it is now. `posted`: the orders that came since it was last taken to be written, newest first. */
export type ChangedValue = ValueCount & { key: number; posted: readonly string[] };

/**
 * The values in memory, and which of them were changed. Those that are new are to be written batch by batch; the others,
 * most of which come again and again, may wait for the end: what is in memory is not read from the database.
 */
export class HeldValues {
  readonly #table = valueTable();
  /** Keys of the changed values: of those that are not stored, and of those that are. */
  #opened: number[] = [];
  #recounted: number[] = [];

  get size(): number {
    return this.#table.size;
  }

  get(key: number): Value | undefined {
    return this.#table.get(key);
  }

  /** Takes in a value as it is stored; null: it is not. */
  load(key: number, row: ValueRow | null): void {
    if (!this.#table.get(key)) this.#table.set(key, valueOf(row ?? NO_ROW, row !== null));
  }

  /** Counts a cluster more, or one less, with the value. */
  count(key: number, at: number, by: 1 | -1): void {
    countCluster(this.#changed(key), at, by);
  }

  post(key: number, known: KnownOrder): void {
    const value = this.#changed(key);
    postOrder(value, known);
    value.posted.push(known.order.id);
  }

  /** The changed values that are not stored, in the order of their keys; from now on they are. */
  takeOpened(): ChangedValue[] {
    const opened = this.#taken(this.#opened);
    for (const { key } of opened) this.#table.get(key)!.isStored = true;
    this.#opened = [];
    return opened;
  }

  /** The changed values that are stored, in the order of their keys. */
  takeRecounted(): ChangedValue[] {
    const recounted = this.#taken(this.#recounted);
    this.#recounted = [];
    return recounted;
  }

  /** A value that is about to be changed. */
  #changed(key: number): Value & { posted: string[] } {
    const known = this.#table.get(key);
    const value = known ?? valueOf(NO_ROW, false);
    if (!known) this.#table.set(key, value);
    if (value.posted === null) {
      value.posted = [];
      (value.isStored ? this.#recounted : this.#opened).push(key);
    }
    return value as Value & { posted: string[] };
  }

  /** Rows are found side by side in the database when they are asked for by their keys in turn. */
  #taken(keys: readonly number[]): ChangedValue[] {
    return [...Float64Array.from(keys).sort()].map((key) => {
      const value = this.#table.get(key)!;
      const { clusters, heat, heatAt }: ValueCount = value;
      const posted = value.posted!.slice(-NEWEST_MOST).reverse();
      value.posted = null;
      return { key, clusters, heat, heatAt, posted };
    });
  }
}
