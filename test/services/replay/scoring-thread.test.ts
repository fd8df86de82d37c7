import { afterEach, expect, test } from "vitest";

import type { EarlyOrder } from "#app/services/identity/encode-early.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { startScoring, type ScoringThread } from "#app/services/replay/scoring-thread.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { openShop, outcome, someOrders, tell } from "../identity/fixtures.ts";

const deps = await testDeps({ now: "2027-01-01T00:00:00Z" });
const { pool } = deps.database;
const ORDERS = 120;
const bodies = someOrders(31, ORDERS);

const threads: ScoringThread[] = [];
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.end())));

function threadOf({ shop }: TestShop): ScoringThread {
  const thread = startScoring(deps, shop);
  threads.push(thread);
  return thread;
}

async function toldOrders({ shop }: TestShop): Promise<EarlyOrder[]> {
  const { rows } = await pool.query<EarlyOrder>(
    `SELECT m.webhook_id AS "webhookId", o.order_id::text AS id, m.body
     FROM identity_order o JOIN inbox_message m ON m.shop_id = o.shop_id AND m.id = o.message_id
     WHERE o.shop_id = $1`,
    [shop.id],
  );
  return rows;
}

const scored = async ({ shop }: TestShop) => {
  const text =
    "SELECT count(*)::int AS scored FROM identity_order WHERE shop_id = $1 AND sequence > 0";
  return (await pool.query<{ scored: number }>(text, [shop.id])).rows[0]?.scored;
};

test("what a thread scores comes to the same as what this one scores, up to an instant and then all", async () => {
  const [one, other] = [await openShop(deps, "thread"), await openShop(deps, "no-thread")];
  for (const { at } of [one, other]) await tell(deps, at, bodies);
  const thread = threadOf(one.at);
  await thread.score(new Date(bodies[ORDERS / 3]!.created_at));
  expect(await scored(one.at)).toBe(ORDERS / 3);
  await thread.score(null);
  await scoreOrders(deps, { shopId: other.at.shop.id });
  const [there, here] = await Promise.all([one, other].map(({ at }) => outcome(deps, at.shop.id)));
  expect(there!.orders).toEqual(here!.orders);
  expect(there!.flags).toEqual(here!.flags);
});

test("what it has met is not read again", async () => {
  const { at } = await openShop(deps, "met");
  await tell(deps, at, bodies);
  const thread = threadOf(at);
  (await toldOrders(at)).forEach(thread.meet);
  await pool.query("UPDATE inbox_message SET body = 'nothing' WHERE shop_id = $1", [at.shop.id]);
  await thread.score(null);
  expect(await scored(at)).toBe(ORDERS);
});

test("what goes wrong in the thread is told to whoever asked, and it can be asked again", async () => {
  const { at } = await openShop(deps, "wrong");
  const thread = threadOf(at);
  await tell(deps, at, bodies.slice(0, 80));
  await thread.score(null);
  await pool.query("DELETE FROM identity_value WHERE shop_id = $1", [at.shop.id]);
  await tell(deps, at, bodies.slice(80));
  await expect(thread.score(null)).rejects.toThrow(/^Of \d+ values of the index 0 are stored/);
  await thread.score(null);
  expect(await scored(at)).toBe(ORDERS);
});

test("a thread that ends says so, to whoever waits for an answer and to whoever asks later", async () => {
  const { at } = await openShop(deps, "ended");
  await tell(deps, at, bodies);
  const thread = threadOf(at);
  await thread.started;
  const told = Promise.allSettled([thread.score(null), thread.died]);
  await thread.end();
  const ended = /The thread that scores orders ended .+ run it again/;
  for (const answer of await told)
    expect(String((answer as { reason?: unknown }).reason)).toMatch(ended);
  await expect(thread.score(null)).rejects.toThrow(ended);
});

test("it is asked once at a time", async () => {
  const { at } = await openShop(deps, "once");
  const thread = threadOf(at);
  const first = thread.score(null);
  await expect(thread.score(null)).rejects.toThrow("has not answered yet");
  await first;
  await thread.score(null);
});
