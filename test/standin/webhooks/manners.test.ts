import { describe, expect, test } from "vitest";
import { receiver, sender, webhook } from "./fixtures/sending.ts";

describe("bad manners", () => {
  const bodies = (of: readonly { readonly body: string }[]) => of.map(({ body }) => body);
  const numbered = Array.from({ length: 40 }, (_, index) => `${index}`);

  test("duplicates: the same webhook twice", async () => {
    const { url, received } = await receiver();
    const hooks = sender();
    hooks.setModes({ duplicateShare: 1 });
    for (const body of numbered) hooks.add(webhook(url, { body }));
    await hooks.idle();
    const ids = received.map(({ headers }) => headers["x-shopify-webhook-id"]);
    expect(received).toHaveLength(80);
    expect(new Set(ids).size).toBe(40);
    expect(new Set(bodies(received)).size).toBe(40);
    expect(hooks.deliveries()).toHaveLength(40);
  });

  test("duplicates under an id of their own share the event's", async () => {
    const { url, received } = await receiver();
    const hooks = sender();
    hooks.setModes({ duplicateShare: 1, newIdShare: 1 });
    hooks.add(webhook(url));
    await hooks.idle();
    expect(new Set(received.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(2);
    expect(new Set(received.map(({ headers }) => headers["x-shopify-event-id"])).size).toBe(1);
  });

  test("only some are duplicated when only a share is asked for", async () => {
    const { url, received } = await receiver();
    const hooks = sender();
    hooks.setModes({ duplicateShare: 0.5 });
    for (const body of numbered) hooks.add(webhook(url, { body }));
    await hooks.idle();
    expect(received.length).toBeGreaterThan(45);
    expect(received.length).toBeLessThan(75);
  });

  test("shuffling loses nothing and keeps no order", async () => {
    const { url, received } = await receiver();
    const hooks = sender({ parallel: 1 });
    hooks.setModes({ shuffleMs: 150 });
    for (const body of numbered) hooks.add(webhook(url, { body }));
    await hooks.idle();
    expect(bodies(received)).not.toEqual(numbered);
    expect(bodies(received).toSorted((a, b) => Number(a) - Number(b))).toEqual(numbered);
  });

  test("none is sent while they are held, and all are afterwards", async () => {
    const { url, received } = await receiver();
    const hooks = sender({ parallel: 2 });
    const within = await hooks.holding(async () => {
      for (const body of numbered) hooks.add(webhook(url, { body }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return received.length;
    });
    expect(within).toBe(0);
    await hooks.idle();
    expect(received).toHaveLength(40);
  });

  test("one at a time and unshuffled, order is kept", async () => {
    const { url, received } = await receiver();
    const hooks = sender({ parallel: 1 });
    for (const body of numbered) hooks.add(webhook(url, { body }));
    await hooks.idle();
    expect(bodies(received)).toEqual(numbered);
  });

  test("dropped ones arrive with their retry", async () => {
    const { url, received } = await receiver();
    const hooks = sender();
    hooks.setModes({ dropFirst: 3 });
    const ids = ["a", "b", "c", "d"].map((body) => hooks.add(webhook(url, { body })));
    await hooks.idle();
    expect(received).toHaveLength(4);
    const attempts = ids.map((id) => hooks.find(id)?.attempts.map(({ result }) => result));
    expect(attempts).toEqual([["dropped", 200], ["dropped", 200], ["dropped", 200], [200]]);
  });

  test("delays hold a webhook back", async () => {
    const { url, received } = await receiver();
    const hooks = sender();
    hooks.setModes({ delayMs: 60 });
    const before = Date.now();
    hooks.add(webhook(url));
    expect(hooks.pending()).toBe(1);
    await hooks.idle();
    expect(Date.now() - before).toBeGreaterThanOrEqual(55);
    expect(received).toHaveLength(1);
  });

  test("no more are under way at once than allowed", async () => {
    let atOnce = 0;
    let most = 0;
    const { url } = await receiver();
    const hooks = sender({
      parallel: 3,
      faultFor: () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        setTimeout(() => (atOnce -= 1), 5);
        return { action: "slow", ms: 5 };
      },
    });
    for (const body of numbered) hooks.add(webhook(url, { body }));
    await hooks.idle();
    expect(most).toBe(3);
  });
});
