import { parse } from "smol-toml";

/** One topic the app wants, as its `shopify.app.toml` says. */
export type Subscription = {
  /** As in headers: `orders/create`, `customer.joined_segment`. */
  readonly topic: string;
  /** Relative to the application's URL, or absolute. */
  readonly uri: string;
  /** Sent whatever the scopes, and after uninstallation. */
  readonly isCompliance: boolean;
  /** Only these fields of the body, as dotted paths; undefined for all of it. */
  readonly includeFields: readonly string[] | undefined;
};

export type Subscriptions = {
  readonly apiVersion: string;
  readonly subscriptions: readonly Subscription[];
};

const COMPLIANCE_TOPICS = ["customers/data_request", "customers/redact", "shop/redact"];

/**
 * Reads the subscriptions of an app. What Shopify would refuse to deploy throws, and so does what the stand-in
 * cannot do (filters, Pub/Sub and EventBridge addresses): nothing is quietly left out.
 */
export function readSubscriptions(toml: string): Subscriptions {
  const webhooks = table(parse(toml)["webhooks"]);
  const apiVersion = webhooks["api_version"];
  if (typeof apiVersion !== "string") throw new Error("webhooks.api_version is missing");
  const entries = webhooks["subscriptions"] ?? [];
  if (!Array.isArray(entries)) throw new Error("webhooks.subscriptions is not a list");
  return { apiVersion, subscriptions: entries.flatMap((entry) => subscriptionsOf(table(entry))) };
}

function subscriptionsOf(entry: Readonly<Record<string, unknown>>): Subscription[] {
  const { uri } = entry;
  if (typeof uri !== "string" || !/^(\/|https?:\/\/)/.test(uri)) {
    throw new Error(`The stand-in sends webhooks over HTTP only, not to ${String(uri)}`);
  }
  if (entry["filter"] !== undefined) throw new Error("The stand-in does not filter webhooks");
  const includeFields = texts(entry["include_fields"]);
  const topics = texts(entry["topics"]) ?? [];
  const compliance = texts(entry["compliance_topics"]) ?? [];
  const misplaced = [
    ...topics.filter((topic) => COMPLIANCE_TOPICS.includes(topic)),
    ...compliance.filter((topic) => !COMPLIANCE_TOPICS.includes(topic)),
  ];
  if (misplaced.length > 0) throw new Error(`Not a topic for this list: ${misplaced.join(", ")}`);
  return [
    ...topics.map((topic) => ({ topic, uri, isCompliance: false, includeFields })),
    ...compliance.map((topic) => ({ topic, uri, isCompliance: true, includeFields: undefined })),
  ];
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function texts(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw new Error(`Not a list of texts: ${JSON.stringify(value)}`);
}
