import { createHmac, randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { API_SECRET } from "#test/support/standin-app.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { app } = stage;
const door = `${app.url}/webhooks`;
const MEGABYTE = 1024 * 1024;

let before: Record<string, string[]>;
beforeAll(async () => {
  before = await stage.dump();
});

function signature(body: string, secret = API_SECRET): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

function headersOf(
  body: string,
  changes: Record<string, string | null> = {},
): Record<string, string> {
  const headers: Record<string, string | null> = {
    "content-type": "application/json",
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": stage.olive.shop.domain,
    "x-shopify-webhook-id": randomUUID(),
    "x-shopify-hmac-sha256": signature(body),
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

const post = (body: string, headers: Record<string, string>) =>
  fetch(door, { method: "POST", body, headers });

describe("a webhook that Shopify did not send", () => {
  const body = JSON.stringify({ id: 1 });
  test.each<[string, string | null]>([
    ["signed with another secret", signature(body, "another secret")],
    ["signed over another body", signature(`${body} `)],
    ["with its signature in hex", createHmac("sha256", API_SECRET).update(body).digest("hex")],
    ["with half a signature", signature(body).slice(0, 20)],
    ["with an empty signature", ""],
    ["without a signature", null],
  ])("%s is answered 401 and not kept", async (_, given) => {
    const response = await post(body, headersOf(body, { "x-shopify-hmac-sha256": given }));
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/signature/);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("a signed request that is no webhook", () => {
  test.each([
    ["no shop", { "x-shopify-shop-domain": null }],
    ["a shop elsewhere", { "x-shopify-shop-domain": "shop.example.com" }],
    ["a shop with a path", { "x-shopify-shop-domain": "a.myshopify.com/x" }],
    ["no topic", { "x-shopify-topic": null }],
    ["no webhook id", { "x-shopify-webhook-id": null }],
  ])("with %s is answered 400 and not kept", async (_, changes) => {
    const response = await post("{}", headersOf("{}", changes));
    expect(response.status).toBe(400);
    expect(await stage.dump()).toEqual(before);
  });

  test.each(["GET", "HEAD", "PUT", "DELETE"])("by %s is answered 405", async (method) => {
    expect((await fetch(door, { method })).status).toBe(405);
  });

  test("of more than can be worked off is refused like any other, and not kept", async () => {
    const body = "x".repeat(17 * MEGABYTE);
    const headers = headersOf(body, { "x-shopify-hmac-sha256": signature("another body") });
    expect((await post(body, headers)).status).toBe(401);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("a webhook from Shopify", () => {
  test("is kept once, however often it is replayed", async () => {
    const body = JSON.stringify({ id: 7, note: "ä\u0000🎉" });
    const headers = headersOf(body);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body, headers)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const kept = await app.deps.database.prisma.inboxMessage.findMany({
      where: { webhookId: headers["x-shopify-webhook-id"] ?? "" },
    });
    expect(kept).toHaveLength(1);
    expect(unpackBody(kept[0]?.body ?? new Uint8Array()).toString()).toBe(body);
  });

  test("with the same id for another shop is another webhook", async () => {
    const id = randomUUID();
    const shops = [stage.olive.shop.domain, stage.stranger.shop.domain];
    for (const domain of shops) {
      const headers = headersOf("{}", {
        "x-shopify-webhook-id": id,
        "x-shopify-shop-domain": domain,
      });
      expect((await post("{}", headers)).status).toBe(200);
    }
    expect(await app.deps.database.prisma.inboxMessage.count({ where: { webhookId: id } })).toBe(2);
  });

  test("of just under sixteen megabytes is kept whole", async () => {
    const body = JSON.stringify("x".repeat(16 * MEGABYTE - 2));
    const headers = headersOf(body, { "x-shopify-webhook-id": "large" });
    expect((await post(body, headers)).status).toBe(200);
    const row = await app.deps.database.prisma.inboxMessage.findFirstOrThrow({
      where: { webhookId: "large" },
    });
    expect(unpackBody(row.body).toString()).toBe(body);
    expect(row.state).toBe("new");
  });

  test("of more is set aside with the reason, its beginning kept", async () => {
    const body = JSON.stringify("y".repeat(16 * MEGABYTE));
    const headers = headersOf(body, { "x-shopify-webhook-id": "larger" });
    expect((await post(body, headers)).status).toBe(200);
    const row = await app.deps.database.prisma.inboxMessage.findFirstOrThrow({
      where: { webhookId: "larger" },
    });
    expect(unpackBody(row.body)).toHaveLength(MEGABYTE);
    expect(row.state).toBe("dead");
    expect(row.error).toMatch(/16\.0 MB/);
  });

  test("is answered 503 when the database does not keep it, so that Shopify tries again", async () => {
    const { pool } = app.deps.database;
    await pool.query("ALTER TABLE inbox_message RENAME TO inbox_message_away");
    const headers = headersOf("{}");
    try {
      expect((await post("{}", headers)).status).toBe(503);
    } finally {
      await pool.query("ALTER TABLE inbox_message_away RENAME TO inbox_message");
    }
    expect((await post("{}", headers)).status).toBe(200);
  });
});
