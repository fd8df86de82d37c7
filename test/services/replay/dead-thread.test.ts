import { once } from "node:events";
import type { Worker } from "node:worker_threads";

import { expect, test } from "vitest";

import { testDeps } from "#test/support/test-deps.ts";
import { replayOn } from "./replay.ts";

const deps = await testDeps({ now: "2027-01-01T00:00:00Z" });
const { pool } = deps.database;

const CONFIG = `
shop: {timezone: UTC, currency: EUR}
campaigns:
  - {key: TEN, codes: [TEN], once: true}
`;
const ORDERS = [1, 2].map((id) => ({
  ...{ id, created_at: `2026-06-0${id}T12:00:00Z`, currency: "EUR", total_price: "20.00" },
  ...{ customer: { id: 7 }, discount_codes: [{ code: "TEN", amount: "2.00" }] },
}));

const countOf = async (text: string) => (await pool.query(text)).rowCount;
const HELD = `
  SELECT FROM pg_locks WHERE NOT granted AND relation = 'inbox_message'::regclass
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

test("a replay ends at once when the thread that scores dies, whatever else it is at", async () => {
  const holder = await pool.connect();
  try {
    await holder.query("BEGIN");
    await holder.query("LOCK TABLE inbox_message IN EXCLUSIVE MODE");
    const thread = once(process, "worker") as Promise<[Worker]>;
    let outcome = "It goes on.";
    replayOn(deps, { config: CONFIG, orders: ORDERS }).then(
      () => (outcome = "It came to its end."),
      (error: unknown) => (outcome = String(error)),
    );
    await expect.poll(() => countOf(HELD)).toBeGreaterThan(0);
    const [worker] = await thread;
    await worker.terminate();
    await expect.poll(() => outcome).toMatch(/The thread that scores orders ended .+ run it again/);
    expect(await countOf(HELD)).toBeGreaterThan(0);
  } finally {
    await holder.query("ROLLBACK");
    holder.release();
  }
  // What it was at goes on until it asks the thread.
  await expect
    .poll(() => countOf("SELECT FROM inbox_message WHERE state = 'done'"))
    .toBe(ORDERS.length);
});
