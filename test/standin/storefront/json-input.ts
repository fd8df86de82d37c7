import type { Buyer, CheckoutLineInput } from "../checkout/checkout.ts";
import type { Address, PaymentMethod } from "../checkout/order-draft.ts";
import type { CheckoutShop, StoreCustomer } from "../checkout/shop.ts";
import type { Client } from "../checkout/order-draft.ts";
import type { WebRequest } from "../page/route.ts";

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly field: string; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

/** What a checkout is opened with and what can be changed about it; everything is optional. */
export type Changes = {
  readonly lines?: readonly CheckoutLineInput[];
  readonly buyer?: Buyer;
  readonly address?: Partial<Address>;
  readonly language?: string;
};

export function readChanges(shop: CheckoutShop, body: Fields): Read<Changes> {
  const lines = readLines(body["lines"]);
  const buyer = readBuyer(shop, body["buyer"]);
  const address = readAddress(body["address"]);
  const language = text(body["language"]);
  if (!lines.ok) return lines;
  if (!buyer.ok) return buyer;
  if (!address.ok) return address;
  const value = {
    ...(lines.value && { lines: lines.value }),
    ...(buyer.value && { buyer: buyer.value }),
    ...(address.value && { address: address.value }),
    ...(language !== undefined && { language }),
  };
  return { ok: true, value };
}

/** `[{"variantId": "gid://…", "quantity": 2}]`; absent is undefined. */
function readLines(value: unknown): Read<readonly CheckoutLineInput[] | undefined> {
  if (value === undefined) return { ok: true, value: undefined };
  if (!Array.isArray(value)) return wrong("lines", "Lines must be a list");
  const lines = (value as readonly unknown[]).map((entry) => {
    const { variantId, quantity = 1 } = fields(entry);
    return typeof variantId === "string" && typeof quantity === "number"
      ? { variantId, quantity }
      : undefined;
  });
  return lines.every((line) => line !== undefined)
    ? { ok: true, value: lines }
    : wrong("lines", "Each line needs a variantId and a quantity");
}

/**
 * `{"customer": id or e-mail, "signedIn": true}` or `{"email", "phone"}` for a guest. A customer without
 * `signedIn: true` is known but not signed in.
 */
function readBuyer(shop: CheckoutShop, value: unknown): Read<Buyer | undefined> {
  if (value === undefined) return { ok: true, value: undefined };
  const { customer: named, signedIn, email, phone } = fields(value);
  if (named === undefined) {
    const buyer = { kind: "guest", email: text(email), phone: text(phone) } as const;
    return { ok: true, value: buyer };
  }
  const customer = shop.customers().find((candidate) => isNamed(candidate, named));
  if (!customer) return wrong("buyer", "There is no such customer");
  const kind = signedIn === true ? "signed-in" : "known";
  return { ok: true, value: { kind, customerId: customer.id } };
}

function readAddress(value: unknown): Read<Partial<Address> | undefined> {
  if (value === undefined) return { ok: true, value: undefined };
  const known = ["firstName", "lastName", "address1", "city", "zip", "country"];
  const given = Object.entries(fields(value));
  const bad = given.find(([name, content]) => !known.includes(name) || text(content) === undefined);
  return bad
    ? wrong(`address.${bad[0]}`, "An address has firstName, lastName, address1, city, zip, country")
    : { ok: true, value: Object.fromEntries(given) };
}

const METHODS: readonly PaymentMethod[] = [
  "card",
  "declined-card",
  "bank-transfer",
  "test-gateway",
];

export type Payment = {
  readonly method: PaymentMethod;
  readonly client: Client;
  readonly acceptChanges: boolean;
};

/** `{"method": "card", "acceptChanges": false, "ip", "userAgent"}`; the last two default to the request's own. */
export function readPayment(body: Fields, request: WebRequest): Read<Payment> {
  const method = METHODS.find((known) => known === (body["method"] ?? "card"));
  if (!method) return wrong("method", `A method is one of ${METHODS.join(", ")}`);
  const client = {
    ip: text(body["ip"]) ?? request.ip,
    userAgent: text(body["userAgent"]) ?? request.headers["user-agent"] ?? "",
  };
  return { ok: true, value: { method, client, acceptChanges: body["acceptChanges"] === true } };
}

function isNamed(customer: StoreCustomer, name: unknown): boolean {
  return (
    typeof name === "string" &&
    (customer.id === name || customer.email?.toLowerCase() === name.toLowerCase())
  );
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function wrong(field: string, message: string): { ok: false; field: string; message: string } {
  return { ok: false, field, message };
}
