/** The right to read what a topic tells of; null: anybody installed may hear it. By the part before `/` or `.`. */
const SCOPES: Readonly<Record<string, string | null>> = {
  app: null,
  bulk_operations: null,
  checkouts: "orders",
  customer: "customers",
  customers: "customers",
  discounts: "discounts",
  disputes: "shopify_payments_disputes",
  orders: "orders",
  products: "products",
  refunds: "orders",
  segments: "customers",
  shop: null,
};

/** Topics whose right is another than that of their resource. */
const OWN_SCOPES: Readonly<Record<string, string>> = { "customers/merge": "customer_merge" };

/** Whether a shop's grants allow a topic: writing includes reading. A topic nobody gave a scope throws. */
export function allowsTopic(granted: ReadonlySet<string>, topic: string): boolean {
  const [resource = ""] = topic.split(/[./]/);
  const scope = OWN_SCOPES[topic] ?? SCOPES[resource];
  if (scope === undefined) throw new Error(`The stand-in does not know the topic ${topic}`);
  return scope === null || granted.has(`read_${scope}`) || granted.has(`write_${scope}`);
}
