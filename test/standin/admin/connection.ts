import type { Args, View } from "./context.ts";
import { unimplemented } from "./errors.ts";
import { compare, cut, hasValue, writeCursor, type Placed, type SortValue } from "./page.ts";
import { orderedPage, type Ordered } from "./ordered-page.ts";

export type Listing<Item> = {
  readonly items: Iterable<Item>;
  readonly idOf: (item: Item) => number;
  readonly view: (item: Item) => View;
  /** By sort key. `ID` needs none. */
  readonly sortBy?: Readonly<Record<string, (item: Item) => SortValue>>;
  /** Answers the `query` argument; without it, the argument is not implemented. */
  readonly search?: (items: readonly Item[], query: string) => readonly Item[];
  readonly maxPageSize?: number;
  /** Of things kept in the order of their ids: their pages are then read without looking at the rest. */
  readonly ordered?: Ordered<Item>;
};

/** Set among the arguments, asks for all nodes instead of a page; they come under the same name. */
export const UNPAGED: unique symbol = Symbol("unpaged");

/** A page of things by cursor, as Relay and Shopify describe it. Cursors stay good when things come and go. */
export function connection<Item>(typename: string, listing: Listing<Item>, args: Args): View {
  if (hasValue(args["savedSearchId"])) throw unimplemented(`${typename} by savedSearchId`);
  if (hasValue(args["query"]) && !listing.search) throw unimplemented(`${typename} by query`);
  if (UNPAGED in args) return { __typename: typename, [UNPAGED]: allOf(typename, listing, args) };
  const inOrder = isByIdOnly(args) ? orderedPage(listing, args) : undefined;
  const page = inOrder ?? sortedPage(typename, listing, args);
  const edges = page.placed.map(({ item, at }) => ({
    __typename: typename.replace("Connection", "Edge"),
    cursor: writeCursor(at),
    node: listing.view(item),
  }));
  return {
    __typename: typename,
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: page.totalCount,
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function* allOf<Item>(typename: string, listing: Listing<Item>, args: Args): Generator<View> {
  const { ordered, view } = listing;
  if (ordered && isByIdOnly(args)) {
    const items = args["reverse"] === true ? ordered.before(undefined) : ordered.after(undefined);
    for (const item of items) yield view(item);
    return;
  }
  for (const { item } of sorted(typename, listing, args)) yield view(item);
}

function sortedPage<Item>(typename: string, listing: Listing<Item>, args: Args) {
  const all = sorted(typename, listing, args);
  return { ...cut(all, args, listing.maxPageSize), totalCount: all.length };
}

/** All that match, in the order asked for. */
function sorted<Item>(typename: string, listing: Listing<Item>, args: Args): Placed<Item>[] {
  const { items, search, idOf } = listing;
  const query = args["query"];
  const all = Array.isArray(items) ? (items as readonly Item[]) : [...items];
  const found =
    typeof query === "string" && query.trim() !== "" && search ? search(all, query) : all;
  const valueOf = sortValue(typename, listing, args["sortKey"]);
  const placed = found
    .map((item) => ({ item, at: { value: valueOf(item), id: idOf(item) } }))
    .sort((a, b) => compare(a.at, b.at));
  return args["reverse"] === true ? placed.reverse() : placed;
}

function sortValue<Item>(typename: string, listing: Listing<Item>, key: unknown) {
  if (typeof key !== "string" || key === "ID") return () => 0;
  const known = listing.sortBy?.[key];
  if (!known) throw unimplemented(`${typename} sorted by ${key}`);
  return known;
}

function isByIdOnly({ query, sortKey, last, before }: Args): boolean {
  const hasQuery = typeof query === "string" && query.trim() !== "";
  const isById = !hasValue(sortKey) || sortKey === "ID";
  return isById && !hasQuery && !hasValue(last) && !hasValue(before);
}
