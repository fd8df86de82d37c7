import { MAX_PAGE_SIZE } from "../assumptions.ts";
import type { Args, View } from "./context.ts";
import { badRequest, unimplemented } from "./errors.ts";

/** What things are sorted by; all of one key are of one kind. */
type SortValue = string | number;

export type Listing<Item> = {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => number;
  readonly view: (item: Item) => View;
  /** By sort key. `ID` needs none. */
  readonly sortBy?: Readonly<Record<string, (item: Item) => SortValue>>;
  /** Answers the `query` argument; without it, the argument is not implemented. */
  readonly search?: (items: readonly Item[], query: string) => readonly Item[];
  readonly maxPageSize?: number;
};

/** A page of things by cursor, as Relay and Shopify describe it. Cursors stay good when things come and go. */
export function connection<Item>(typename: string, listing: Listing<Item>, args: Args): View {
  const { idOf, view } = listing;
  if (given(args["savedSearchId"])) throw unimplemented(`${typename} by savedSearchId`);
  const query = args["query"];
  if (given(query) && !listing.search) throw unimplemented(`${typename} by query`);
  const found =
    typeof query === "string" && query.trim() !== "" && listing.search
      ? listing.search(listing.items, query)
      : listing.items;
  const valueOf = sortValue(typename, listing, args["sortKey"]);
  const sorted = found
    .map((item) => ({ item, at: { value: valueOf(item), id: idOf(item) } }))
    .sort((a, b) => compare(a.at, b.at));
  if (args["reverse"] === true) sorted.reverse();
  const { page, hasNextPage, hasPreviousPage } = cut(sorted, args, listing.maxPageSize);
  const edges = page.map(({ item, at }) => ({
    __typename: typename.replace("Connection", "Edge"),
    cursor: writeCursor(at),
    node: view(item),
  }));
  return {
    __typename: typename,
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: found.length,
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

type Position = { readonly value: SortValue; readonly id: number };
type Placed<Item> = { readonly item: Item; readonly at: Position };

function cut<Item>(sorted: readonly Placed<Item>[], args: Args, largest = MAX_PAGE_SIZE) {
  const { first, last } = args;
  const size = first ?? last;
  if (typeof size !== "number" || (given(first) && given(last))) {
    throw badRequest("you must provide one of first or last");
  }
  if (size < 0) throw badRequest("first and last cannot be negative");
  if (size > largest)
    throw badRequest(`${given(first) ? "first" : "last"} cannot exceed ${largest}`);
  const order = args["reverse"] === true ? -1 : 1;
  const after = readCursor(args["after"]);
  const before = readCursor(args["before"]);
  const inside = sorted.filter(
    ({ at }) =>
      (!after || compare(at, after) * order > 0) && (!before || compare(at, before) * order < 0),
  );
  const page = given(first)
    ? inside.slice(0, size)
    : inside.slice(Math.max(0, inside.length - size));
  const firstOf = page[0] ?? inside[0];
  const lastOf = page.at(-1);
  return {
    page,
    hasNextPage: lastOf ? sorted.indexOf(lastOf) < sorted.length - 1 : false,
    hasPreviousPage: firstOf ? sorted.indexOf(firstOf) > 0 : false,
  };
}

function sortValue<Item>(typename: string, listing: Listing<Item>, key: unknown) {
  if (typeof key !== "string" || key === "ID") return () => 0;
  const known = listing.sortBy?.[key];
  if (!known) throw unimplemented(`${typename} sorted by ${key}`);
  return known;
}

function compare(a: Position, b: Position): number {
  if (a.value < b.value) return -1;
  if (a.value > b.value) return 1;
  return a.id - b.id;
}

function writeCursor({ value, id }: Position): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

function readCursor(cursor: unknown): Position | undefined {
  if (!given(cursor)) return undefined;
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

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}
