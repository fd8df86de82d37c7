import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { openDatabase } from "#app/infra/db/database.server.ts";
import { SECRET } from "./orders.ts";

/*
 * The peer: what app templates do. The handler checks the signature, parses the order and writes everything in one
 * Prisma transaction before it answers.
 */
const database = openDatabase(process.env.DATABASE_URL ?? "", { connections: 20 });
const { prisma } = database;

type Body = {
  id: number;
  name?: string;
  created_at: string;
  updated_at?: string;
  order_id?: number;
  order_edit?: unknown;
  total_price?: string;
  discount_codes?: { code: string; amount: string }[];
};

async function handle(
  headers: Record<string, string | string[] | undefined>,
  body: Buffer,
): Promise<number> {
  const signature = createHmac("sha256", SECRET).update(body).digest("base64");
  if (signature !== headers["x-shopify-hmac-sha256"]) return 401;
  const shop = await prisma.shop.findUniqueOrThrow({
    where: { domain: String(headers["x-shopify-shop-domain"]) },
  });
  const webhookId = String(headers["x-shopify-webhook-id"]);
  const order = JSON.parse(body.toString()) as Body;
  await prisma.$transaction(
    async (tx) => {
      const known = await tx.inboxMessage.findUnique({
        where: { shopId_webhookId: { shopId: shop.id, webhookId } },
      });
      if (known) return;
      const topic = String(headers["x-shopify-topic"]);
      await tx.inboxMessage.create({
        data: {
          shopId: shop.id,
          webhookId,
          topic,
          receivedAt: new Date(),
          body: new Uint8Array(body),
          state: "done",
        },
      });
      if (order.order_id || order.order_edit) return;
      const facts = {
        name: order.name ?? "",
        placedAt: order.created_at,
        version: order.updated_at ?? order.created_at,
      };
      await tx.order.upsert({
        where: { shopId_id: { shopId: shop.id, id: order.id } },
        update: facts,
        create: {
          shopId: shop.id,
          id: order.id,
          ...facts,
          currency: "EUR",
          totalMinor: 8410,
          discountMinor: 0,
          financialStatus: "paid",
          test: false,
          presentmentCurrency: "EUR",
          presentmentTotalMinor: 8410,
          presentmentDiscountMinor: 0,
          disputes: [],
          codes: [],
          refunds: [],
        },
      });
      for (const { code } of order.discount_codes ?? []) {
        const assigned = await tx.code.findFirst({ where: { shopId: shop.id, codeKey: code } });
        const key = {
          shopId: shop.id,
          grain: "campaign",
          key: assigned?.campaignId ?? "",
          day: new Date("2026-11-01"),
          currency: "EUR",
        };
        await tx.rollup.upsert({
          where: { shopId_grain_key_day_currency: key },
          update: { redemptions: { increment: 1 } },
          create: {
            ...key,
            redemptions: 1,
            reversals: 0,
            revenueMinor: 8410,
            discountMinor: 590,
            refundMinor: 0,
            timeZone: "Europe/Berlin",
          },
        });
      }
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
  return 200;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    handle(request.headers, Buffer.concat(chunks)).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("SIGTERM", () => void database.close().then(() => process.exit(0)));
