import type { Args } from "./context.ts";
import { pageSize, readCursor, type Placed } from "./page.ts";

/** Things in the order of their ids, from any of them on. */
export type Ordered<Item> = {
  readonly size: number;
  /** Ascending, those behind an id; undefined for all. */
  readonly after: (id: number | undefined) => Iterable<Item>;
  /** Descending, those before an id. */
  readonly before: (id: number | undefined) => Iterable<Item>;
};

type Listing<Item> = {
  readonly idOf: (item: Item) => number;
  readonly ordered?: Ordered<Item>;
  readonly maxPageSize?: number;
};

/** The page behind a cursor, at the price of what is on it; undefined when things are not kept in order. */
export function orderedPage<Item>({ ordered, idOf, maxPageSize }: Listing<Item>, args: Args) {
  if (!ordered) return undefined;
  const size = pageSize(args, maxPageSize);
  const cursor = readCursor(args["after"])?.id;
  const isReverse = args["reverse"] === true;
  const [onwards, back] = isReverse
    ? [ordered.before, ordered.after]
    : [ordered.after, ordered.before];
  const placed: Placed<Item>[] = [];
  let hasNextPage = false;
  for (const item of onwards(cursor)) {
    hasNextPage = placed.length === size;
    if (hasNextPage) break;
    placed.push({ item, at: { value: 0, id: idOf(item) } });
  }
  const first = placed[0]?.at.id ?? cursor;
  const hasPreviousPage = first !== undefined && hasAny(back(first));
  return {
    placed,
    hasNextPage: hasNextPage && size > 0,
    hasPreviousPage,
    totalCount: ordered.size,
  };
}

function hasAny(items: Iterable<unknown>): boolean {
  for (const _ of items) return true;
  return false;
}
