import type { Customer, Segment, ShopState, World } from "../../state.ts";
import { minorUnits } from "../money.ts";
import { parseSegmentQuery, type Operator, type SegmentQuery } from "./query.ts";

/** Whether a customer is in a segment now. Throws for a query the stand-in does not understand. */
export function isMember(
  world: World,
  shop: ShopState,
  segment: Pick<Segment, "query">,
  customer: Customer,
): boolean {
  const parsed = parseSegmentQuery(segment.query);
  if (parsed.kind === "invalid") throw new Error(parsed.message);
  return matches(world, shop, customer, parsed.query);
}

export function membersOf(world: World, shop: ShopState, segment: Pick<Segment, "query">) {
  return shop.customers.filter((customer) => isMember(world, shop, segment, customer));
}

/** The first attribute of a query that the stand-in does not know; undefined when it knows them all. */
export function unknownAttribute(query: SegmentQuery): string | undefined {
  if (query.kind === "not") return unknownAttribute(query.of);
  if (query.kind !== "compare") {
    return query.of.map(unknownAttribute).find((attribute) => attribute !== undefined);
  }
  return ATTRIBUTES.includes(query.attribute) ? undefined : query.attribute;
}

const ATTRIBUTES: readonly string[] = [
  "customer_tags",
  "customer_countries",
  "number_of_orders",
  "amount_spent",
  "customer_added_date",
];

function matches(world: World, shop: ShopState, customer: Customer, query: SegmentQuery): boolean {
  if (query.kind === "not") return !matches(world, shop, customer, query.of);
  if (query.kind !== "compare") {
    const isMatch = (one: SegmentQuery) => matches(world, shop, customer, one);
    return query.kind === "and" ? query.of.every(isMatch) : query.of.some(isMatch);
  }
  const { attribute, operator, value } = query;
  switch (attribute) {
    case "customer_tags":
      return holds(customer.tags, value) === (operator !== "!=");
    case "customer_countries":
      return holds(customer.address ? [customer.address.country] : [], value);
    case "number_of_orders":
      return compare(customer.numberOfOrders, operator, Number(value));
    case "amount_spent":
      return compare(customer.amountSpent, operator, minorUnits(value, shop.currencyCode));
    case "customer_added_date":
      return compare(customer.createdAt.getTime(), operator, dateOf(world, value));
    default:
      throw new Error(`The stand-in does not know the segment attribute ${attribute}`);
  }
}

function holds(values: readonly string[], wanted: string): boolean {
  return values.some((one) => one.toLowerCase() === wanted.toLowerCase());
}

function compare(one: number, operator: Operator, other: number): boolean {
  switch (operator) {
    case "=":
      return one === other;
    case "!=":
      return one !== other;
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
    case "CONTAINS":
      throw new Error("CONTAINS compares lists only");
  }
}

const DAY_MS = 86_400_000;
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** A date, or one counted from today: `-30d`. */
function dateOf(world: World, value: string): number {
  const [, count, unit = "d"] = /^-(\d+)([dwmy])$/.exec(value) ?? [];
  if (count !== undefined) {
    return world.now().getTime() - Number(count) * (UNIT_DAYS[unit] ?? 1) * DAY_MS;
  }
  return Date.parse(value);
}
