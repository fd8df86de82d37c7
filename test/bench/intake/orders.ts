import { createHmac } from "node:crypto";

import { input, line, off } from "#test/standin/orders/fixtures/input.ts";
import { scene } from "#test/standin/orders/fixtures/world.ts";
import { cancelOrder } from "#test/standin/orders/cancel.ts";
import { removeItems } from "#test/standin/orders/edit.ts";
import { markPaid } from "#test/standin/orders/mark-paid.ts";
import { placeOrder } from "#test/standin/orders/place.ts";
import { refundOrder } from "#test/standin/orders/refund.ts";

/** One signed webhook as it goes over the wire, head and body. */
export type Webhook = Buffer;

export const SHOPS = Array.from({ length: 20 }, (_, index) => `bench-${index}.myshopify.com`);
export const HOT_CODE = "SUMMER26_FREESHIP";
export const UNIQUE_CODES = 500;
export const SECRET = "bench-secret";
/** No body is smaller: what an order with three lines has, and more than most refunds have. */
export const SMALLEST_BODY = 8_192;
const PEOPLE = 5_000;

/** What one order should leave behind. Minor units. */
export type Expected = { uses: number; redemptions: number; revenue: number; refunds: number };

export function uniqueCode(index: number): string {
  return `WINTER26_20OFF-${String(index % UNIQUE_CODES).padStart(4, "0")}`;
}

type Ending = "kept" | "edited" | "cancelled" | "refunded in part" | "refunded";
const ENDINGS: readonly Ending[] = [
  ...Array<Ending>(12).fill("kept"),
  ...(["edited", "edited", "edited", "cancelled", "cancelled"] as const),
  ...(["refunded in part", "refunded in part", "refunded"] as const),
];

/**
 * The life of an order as Shopify tells it: created, paid, and then edited, cancelled or refunded or left alone. Half of
 * the orders carry a code of ours, most of them one hot code; in one life of seven a webhook comes twice.
 */
export function webhooksOf(index: number, address: string): { webhooks: Webhook[] } & Expected {
  const shop = index % SHOPS.length;
  // Spread so that shops, codes and endings do not follow one another.
  const drawn = (Math.imul(index + 1, 2_654_435_761) >>> 0) % 1_000;
  const coded = drawn % 2 === 0;
  const ending = ENDINGS[(drawn >> 1) % ENDINGS.length] ?? "kept";
  const { told, total, refunded } = lifeOf(ending, coded);
  const person = (index * 7) % PEOPLE;
  const values: Record<Token, string> = {
    order: String(5_000_000_000_000 + index),
    refund: String(9_000_000_000_000 + index),
    name: String(1_001 + index),
    customer: String(7_000_000_000_000 + person),
    email: `person${person}@example.com`,
    code: drawn % 10 === 0 ? uniqueCode(index) : HOT_CODE,
  };
  const webhooks = told.map(({ topic, parts }, step) =>
    signed(
      address,
      SHOPS[shop] ?? "",
      topic,
      `${index}-${step}`,
      Buffer.from(
        parts.map((part) => (typeof part === "string" ? part : values[part.token])).join(""),
      ),
    ),
  );
  if (drawn % 7 === 0) webhooks.push(...webhooks.slice(0, 1));
  const freed = ending === "cancelled" || ending === "refunded";
  return {
    webhooks,
    uses: coded && !freed ? 1 : 0,
    redemptions: coded ? 1 : 0,
    revenue: ending === "cancelled" ? 0 : total,
    refunds: refunded,
  };
}

type Token = "order" | "refund" | "name" | "customer" | "email" | "code";
type Part = string | { token: Token };
type Life = { told: { topic: string; parts: Part[] }[]; total: number; refunded: number };

const lives = new Map<string, Life>();

function lifeOf(ending: Ending, coded: boolean): Life {
  const name = `${ending} ${coded}`;
  const life = lives.get(name) ?? live(ending, coded);
  lives.set(name, life);
  return life;
}

/** Lets the stand-in live one such order, and keeps what it told with the places where others differ. */
function live(ending: Ending, coded: boolean): Life {
  const { world, shop, events } = scene();
  const placed = placeOrder(
    world,
    shop,
    input({
      email: "person@example.com",
      financialStatus: "pending",
      gateway: "bank transfer",
      lines: [
        line("Oak board, oiled", 2_607, 1),
        line("Linen towel", 1_290, 2),
        line("Salt", 490, 1),
      ],
      applications: coded ? [off("THECODE", {}, 560)] : [],
    }),
  );
  const paid = markPaid(world, shop, placed.id);
  if (!paid.ok) throw new Error(paid.message);
  if (ending === "edited") {
    const lineId = placed.lines[2]?.id ?? 0;
    removeItems(world, shop, placed.id, { lineId, quantity: 1 });
  }
  if (ending === "cancelled") cancelOrder(world, shop, placed.id);
  if (ending === "refunded") refundOrder(world, shop, placed.id);
  if (ending === "refunded in part")
    refundOrder(world, shop, placed.id, { kind: "amount", amount: 1_290 });
  const last = shop.orders.at(-1);
  const told = events.filter(
    ({ topic }) => topic.startsWith("orders/") || topic === "refunds/create",
  );
  const body = told.findLast(({ topic }) => topic === "orders/updated")?.payload;
  const refund = last?.refunds[0]?.id;
  const marks = new Map<string, Token>([
    [String(placed.id), "order"],
    ...(refund ? [[String(refund), "refund"] as const] : []),
    [placed.name.slice(1), "name"],
    [String(placed.customerId), "customer"],
    ["person@example.com", "email"],
    ["THECODE", "code"],
  ]);
  return {
    told: told.map(({ topic, payload }) => ({ topic, parts: cut(padded(payload), marks) })),
    total: Math.round(Number((body as { total_price: string }).total_price) * 100),
    refunded: last?.refunds.reduce((sum, { amount }) => sum + amount, 0) ?? 0,
  };
}

/** A body as text, no smaller than the smallest: a note fills it up, as staff's notes do. */
function padded(payload: unknown): string {
  const text = JSON.stringify(payload);
  const missing = SMALLEST_BODY - text.length;
  if (missing <= 0) return text;
  const words = "packed by the second shift, door code on request, no gift wrap; ";
  const note = words.repeat(Math.ceil(missing / words.length)).slice(0, missing);
  return `{"staff_note":${JSON.stringify(note)},${text.slice(1)}`;
}

function cut(text: string, marks: ReadonlyMap<string, Token>): Part[] {
  const anyMark = new RegExp(`\\b(${[...marks.keys()].join("|")})\\b`);
  return text.split(anyMark).map((piece) => {
    const token = marks.get(piece);
    return token ? { token } : piece;
  });
}

function signed(address: string, shop: string, topic: string, id: string, body: Buffer): Webhook {
  const signature = createHmac("sha256", SECRET).update(body).digest("base64");
  const head = [
    "POST /webhooks HTTP/1.1",
    `Host: ${address}`,
    "User-Agent: Shopify-Captain-Hook",
    "Accept: */*",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    `X-Shopify-Topic: ${topic}`,
    `X-Shopify-Hmac-Sha256: ${signature}`,
    `X-Shopify-Shop-Domain: ${shop}`,
    "X-Shopify-Api-Version: 2026-10",
    `X-Shopify-Webhook-Id: ${id}`,
    `X-Shopify-Event-Id: event-${id}`,
    "X-Shopify-Triggered-At: 2026-06-01T12:00:10.000Z",
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}
