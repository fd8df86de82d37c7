/**
 * Terms, differences or operations, or any list or part of them, without one customer among those a discount is for.
 * The number is Shopify's.
 */
export function withoutCustomer<T>(value: T, customerId: string): T {
  return mapAudiences(value, (ids) => ({
    kind: "customers",
    ids: ids.filter((id) => id !== customerId),
  })) as T;
}

/** The same for a log that is for good: it says how many customers there were, not who, for they may ask to be forgotten. */
export function withoutCustomers(value: unknown): unknown {
  return mapAudiences(value, (ids) => ({ kind: "customers", count: ids.length }));
}

function mapAudiences(value: unknown, map: (ids: readonly unknown[]) => object): unknown {
  if (Array.isArray(value)) return value.map((each) => mapAudiences(each, map));
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "customers" && "ids" in value && Array.isArray(value.ids))
    return map(value.ids);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapAudiences(each, map)]),
  );
}
