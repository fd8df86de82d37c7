import { numberTable } from "./number-table.ts";
import type { Value } from "./value-row.ts";

/** Values by their keys, found over typed arrays. */
export function valueTable() {
  const table = numberTable();
  const values: Value[] = [];
  return {
    get size() {
      return values.length;
    },
    get(key: number): Value | undefined {
      const slot = table.slotOf(key);
      return slot < 0 ? undefined : values[slot];
    },
    set(key: number, value: Value): void {
      values[table.ensure(key)] = value;
    },
  };
}
