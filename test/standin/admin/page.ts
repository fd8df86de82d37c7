import { MAX_PAGE_SIZE } from "../assumptions.ts";
import type { Args } from "./context.ts";
import { badRequest } from "./errors.ts";

/** What things are sorted by; all of one key are of one kind. */
export type SortValue = string | number;

type Position = { readonly value: SortValue; readonly id: number };
export type Placed<Item> = { readonly item: Item; readonly at: Position };

/** What `first`, `last`, `after` and `before` leave of a sorted list. */
export function cut<Item>(sorted: readonly Placed<Item>[], args: Args, largest?: number) {
  const size = pageSize(args, largest);
  const order = args["reverse"] === true ? -1 : 1;
  const after = readCursor(args["after"]);
  const before = readCursor(args["before"]);
  const inside = sorted.filter(
    ({ at }) =>
      (!after || compare(at, after) * order > 0) && (!before || compare(at, before) * order < 0),
  );
  const placed = hasValue(args["first"])
    ? inside.slice(0, size)
    : inside.slice(Math.max(0, inside.length - size));
  const firstOf = placed[0] ?? inside[0];
  const lastOf = placed.at(-1);
  return {
    placed,
    hasNextPage: lastOf ? sorted.indexOf(lastOf) < sorted.length - 1 : false,
    hasPreviousPage: firstOf ? sorted.indexOf(firstOf) > 0 : false,
  };
}

export function pageSize({ first, last }: Args, largest = MAX_PAGE_SIZE): number {
  const size = first ?? last;
  if (typeof size !== "number" || (hasValue(first) && hasValue(last))) {
    throw badRequest("you must provide one of first or last");
  }
  if (size < 0) throw badRequest("first and last cannot be negative");
  if (size > largest) {
    throw badRequest(`${hasValue(first) ? "first" : "last"} cannot exceed ${largest}`);
  }
  return size;
}

export function compare(a: Position, b: Position): number {
  if (a.value < b.value) return -1;
  if (a.value > b.value) return 1;
  return a.id - b.id;
}

export function writeCursor({ value, id }: Position): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

export function readCursor(cursor: unknown): Position | undefined {
  if (!hasValue(cursor)) return undefined;
  try {
    const read = JSON.parse(Buffer.from(String(cursor), "base64").toString("utf8")) as {
      last_id: unknown;
      last_value: unknown;
    };
    const { last_id: id, last_value: value } = read;
    if (typeof id !== "number") throw badRequest("Invalid cursor for current pagination sort.");
    return { id, value: typeof value === "string" ? value : Number(value) };
  } catch {
    throw badRequest("Invalid cursor for current pagination sort.");
  }
}

export function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null;
}
