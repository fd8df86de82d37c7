import { phoneDigits } from "../policy/wire-key.ts";

/** A customer as they are looked for: by their account if they have one, address and number, and by the orders known as theirs. */
export type Sought = {
  customerId: string | null;
  email: string | null;
  phone: string | null;
  orderIds: ReadonlySet<string>;
};

/** The same of a webhook that cannot be read, such as the beginning of a long one: by what stands in it as text. */
export function standsIn(text: string, { customerId, email, orderIds }: Sought): boolean {
  if (email !== null && text.toLowerCase().includes(asEmail(email))) return true;
  const numbers = new Set(text.match(/\d+/g));
  return (
    (customerId !== null && numbers.has(customerId)) || [...orderIds].some((id) => numbers.has(id))
  );
}

type Met = { accounts: Set<string>; orders: Set<string>; emails: Set<string>; phones: Set<string> };

/**
 * Whether a webhook is about a customer: their account or their address stands in it, or, in one that names no other account,
 * their number or an order of theirs. Only where such things stand: a product may have an account's number.
 */
export function isAbout(topic: string, payload: unknown, sought: Sought): boolean {
  const met: Met = {
    accounts: new Set(),
    orders: new Set(),
    emails: new Set(),
    phones: new Set(),
  };
  collect(met, payload, "", TOP[topic.split("/", 1)[0] ?? ""] ?? "");
  const { customerId, orderIds } = sought;
  if (customerId !== null && met.accounts.has(customerId)) return true;
  if (sought.email !== null && met.emails.has(asEmail(sought.email))) return true;
  if (met.accounts.size > 0) return false;
  const phone = sought.phone && phoneDigits(sought.phone);
  if (phone && met.phones.has(phone)) return true;
  return [...met.orders].some((id) => orderIds.has(id));
}

/** What the whole of a webhook is, by its topic's first word. */
const TOP: Record<string, string> = { orders: "order", customers: "customer" };

/** @param owner what the object is that the value stands in. */
function collect(met: Met, value: unknown, key: string, owner: string): void {
  if (Array.isArray(value)) for (const each of value) collect(met, each, key, owner);
  else if (typeof value === "object" && value !== null)
    for (const [name, each] of Object.entries(value)) collect(met, each, name, key || owner);
  else if (typeof value === "string" || typeof value === "number")
    note(met, String(value), key, owner);
}

function note(met: Met, text: string, key: string, owner: string): void {
  if (/email$/i.test(key)) met.emails.add(asEmail(text));
  else if (/phone$/i.test(key)) met.phones.add(phoneDigits(text) ?? text);
  else if (/^customer_?id$|^admin_graphql_api_customer_/i.test(key)) met.accounts.add(idIn(text));
  else if (/^order_?id$|^orders_/i.test(key)) met.orders.add(idIn(text));
  else if (key === "id" && owner === "customer") met.accounts.add(idIn(text));
  else if (key === "id" && owner === "order") met.orders.add(idIn(text));
}

const asEmail = (text: string) => text.trim().toLowerCase();

/** The number at the end: Shopify's ids come as such, as text and within addresses. */
const idIn = (text: string) => /\d+$/.exec(text)?.[0] ?? text;
