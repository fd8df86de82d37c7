import { unimplemented } from "../errors.ts";
import { parseSearch, type Search, type Term } from "./parse.ts";

/** Says whether a thing matches a term. */
export type Filter<Item> = (item: Item, term: Term) => boolean;

/** The filters of one kind of thing, by field; `default` is for bare words. */
export type Filters<Item> = Readonly<Record<string, Filter<Item>>>;

/** Those that match a query. Shopify ignores filters it does not know; here they are an error, as they hide mistakes. */
export function searchFor<Item>(
  filters: Filters<Item>,
  items: readonly Item[],
  query: string,
): readonly Item[] {
  const search = parseSearch(query);
  return items.filter((item) => matches(filters, item, search));
}

function matches<Item>(filters: Filters<Item>, item: Item, search: Search): boolean {
  if (search.kind === "not") return !matches(filters, item, search.of);
  if (search.kind !== "term") {
    const isMatch = (one: Search) => matches(filters, item, one);
    return search.kind === "all" ? search.of.every(isMatch) : search.of.some(isMatch);
  }
  const name = search.term.field ?? "default";
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!filter) throw unimplemented(`the search filter "${name}"`);
  return filter(item, search.term);
}

/** Equal without regard to case; `*` at the end is a prefix, alone it is "has any". Several values by commas. */
export function text<Item>(
  read: (item: Item) => string | undefined | readonly string[],
): Filter<Item> {
  return (item, { value }) => {
    const found = [read(item) ?? []].flat().map((one) => one.toLowerCase());
    return value
      .toLowerCase()
      .split(",")
      .some((wanted) =>
        found.some((one) =>
          wanted.endsWith("*") ? one.startsWith(wanted.slice(0, -1)) : one === wanted.trim(),
        ),
      );
  };
}

/** Contains every word. */
export function words<Item>(read: (item: Item) => readonly (string | undefined)[]): Filter<Item> {
  return (item, { value }) => {
    const found = read(item).join(" ").toLowerCase();
    const wanted = value.toLowerCase().replace(/\*$/, "").split(/\s+/);
    return wanted.every((word) => found.includes(word));
  };
}

/** Compares numbers, also ids: the number at the end of a gid. */
export function number<Item>(read: (item: Item) => number | readonly number[]): Filter<Item> {
  return (item, { comparator, value }) =>
    [read(item)].flat().some((one) =>
      value.split(",").some((wanted) => {
        const limit = Number(wanted.replace(/^gid:\/\/shopify\/\w+\//, ""));
        return compare(one, comparator, limit);
      }),
    );
}

/** Compares instants; a plain date means its beginning, in UTC. `now` is the world's. */
export function time<Item>(read: (item: Item) => Date | undefined, now: () => Date): Filter<Item> {
  return (item, { comparator, value }) => {
    const one = read(item);
    const limit = value === "now" ? now().getTime() : Date.parse(value);
    if (Number.isNaN(limit)) throw unimplemented(`the time "${value}" in a search`);
    return one !== undefined && compare(one.getTime(), comparator, limit);
  };
}

function compare(one: number, comparator: Term["comparator"], limit: number): boolean {
  switch (comparator) {
    case "<":
      return one < limit;
    case "<=":
      return one <= limit;
    case ">":
      return one > limit;
    case ">=":
      return one >= limit;
    case ":":
      return one === limit;
  }
}
