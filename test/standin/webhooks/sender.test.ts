import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { receiver, sender, webhook } from "./fixtures/sending.ts";
import { SHOPIFY_RETRY_MS } from "./schedule.ts";

test("a webhook carries Shopify's headers and a signature over its raw body", async () => {
  const { url, received } = await receiver();
  const hooks = sender();
  const id = hooks.add(webhook(url));
  await hooks.idle();
  expect(received).toHaveLength(1);
  const { headers, body } = received[0] ?? { headers: {}, body: "" };
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": "leaf.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": id,
    "x-shopify-event-id": "event-1",
    "x-shopify-triggered-at": "2026-06-01T12:00:00.000Z",
    "x-shopify-hmac-sha256": createHmac("sha256", "secret").update(body, "utf8").digest("base64"),
  });
  expect(hooks.find(id)).toMatchObject({ state: "delivered", attempts: [{ result: 200 }] });
});

describe("retries", () => {
  test("go on until accepted, under the same id and with the same body, then stop", async () => {
    const { url, received } = await receiver((index) => (index < 3 ? 500 : 204));
    const hooks = sender();
    const id = hooks.add(webhook(url));
    await hooks.idle();
    expect(new Set(received.map(({ headers }) => headers["x-shopify-webhook-id"]))).toEqual(
      new Set([id]),
    );
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(hooks.find(id)?.attempts.map(({ kind, result }) => [kind, result])).toEqual([
      ["first", 500],
      ["retry", 500],
      ["retry", 500],
      ["retry", 204],
    ]);
  });

  test("are eight, then the webhook is dead", async () => {
    const { url, received } = await receiver(() => 503);
    const hooks = sender();
    const id = hooks.add(webhook(url));
    await hooks.idle();
    expect(received).toHaveLength(9);
    expect(hooks.find(id)?.state).toBe("dead");
  });

  test("come after a redirect, a refused connection, and no answer in time", async () => {
    const redirecting = await receiver(() => 302);
    const silent = await receiver(() => undefined);
    const gone = await receiver();
    await gone.close();
    const hooks = sender({ retryMs: [1], timeoutMs: 250 });
    const ids = [redirecting, silent, gone].map(({ url }) => hooks.add(webhook(url)));
    await hooks.idle();
    expect(ids.map((id) => hooks.find(id)?.attempts.map(({ result }) => result))).toEqual([
      [302, 302],
      ["timeout", "timeout"],
      ["ECONNREFUSED", "ECONNREFUSED"],
    ]);
    expect(redirecting.received).toHaveLength(2);
  });

  test("are spread over four hours by Shopify", () => {
    expect(SHOPIFY_RETRY_MS).toHaveLength(8);
    expect(SHOPIFY_RETRY_MS.reduce((sum, wait) => sum + wait, 0)).toBe(4 * 3_600_000);
  });
});

describe("faults", () => {
  test("a lost answer makes the app see the same webhook twice", async () => {
    const { url, received } = await receiver();
    let first = true;
    const hooks = sender({
      faultFor: () => {
        const action = first ? "loseResponse" : "pass";
        first = false;
        return { action };
      },
    });
    const id = hooks.add(webhook(url));
    await hooks.idle();
    expect(received.map(({ headers }) => headers["x-shopify-webhook-id"])).toEqual([id, id]);
    expect(hooks.find(id)?.state).toBe("delivered");
  });

  test("a reset or a status in between keeps it from the app", async () => {
    const { url, received } = await receiver();
    const actions = [{ action: "reset" }, { action: "status", status: 502 }] as const;
    let next = 0;
    const hooks = sender({ faultFor: () => actions[next++] ?? { action: "pass" } });
    const id = hooks.add(webhook(url));
    await hooks.idle();
    expect(hooks.find(id)?.attempts.map(({ result }) => result)).toEqual(["ECONNRESET", 502, 200]);
    expect(received).toHaveLength(1);
  });
});

describe("sending again", () => {
  test("one, without changing that it was delivered when the app then refuses", async () => {
    const { url, received } = await receiver((index) => (index === 0 ? 200 : 500));
    const hooks = sender();
    const id = hooks.add(webhook(url));
    await hooks.idle();
    expect(hooks.resend(id)).toBe(true);
    expect(hooks.resend("none")).toBe(false);
    await hooks.idle();
    expect(received).toHaveLength(2);
    expect(hooks.find(id)).toMatchObject({
      state: "delivered",
      attempts: [{}, { kind: "resend" }],
    });
  });

  test("all, in another order", async () => {
    const { url, received } = await receiver();
    const hooks = sender({ parallel: 1 });
    const all = Array.from({ length: 30 }, (_, index) => `${index}`);
    for (const body of all) hooks.add(webhook(url, { body }));
    await hooks.idle();
    expect(hooks.resendAll({ shuffle: true })).toBe(30);
    await hooks.idle();
    const again = received.slice(30).map(({ body }) => body);
    expect(again).not.toEqual(all);
    expect(new Set(again)).toEqual(new Set(all));
  });
});

test("stopping leaves nothing waiting", async () => {
  const { url } = await receiver(() => 500);
  const hooks = sender({ retryMs: [60_000] });
  hooks.add(webhook(url));
  await expect.poll(() => hooks.deliveries()[0]?.attempts.length).toBe(1);
  expect(hooks.pending()).toBe(1);
  hooks.stop();
  await hooks.idle();
  expect(hooks.pending()).toBe(0);
});
