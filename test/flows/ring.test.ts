import { setTimeout as sleep } from "node:timers/promises";

import { expect, test } from "vitest";

import type { FlagSignal } from "#app/domain/signal/flag-signals.ts";
import { input, line, off } from "#test/standin/orders/fixtures/input.ts";
import { placeOrder } from "#test/standin/orders/place.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const second = await store("second-shop");
const { pool } = app.deps.database;
const CODE = "SUMMER26_10OFF";
const PATIENCE_MS = 120_000;
const START = Date.parse("2026-06-01T08:00:00Z");

type Shopper = { email: string; firstName: string; lastName: string; home: string; ip: string };

/** Places an order with the code; Shopify tells the app of it by webhook. */
function order(hour: number, { email, firstName, lastName, home, ip }: Shopper): string {
  const changes = {
    ...{ email, browserIp: ip, userAgent: `Browser of ${ip}`, customerId: undefined },
    createdAt: new Date(START + hour * 3_600_000),
    lines: [line("tea", 1_000 + hour, 2)],
    applications: [off(CODE, { tea: 200 })],
    shippingAddress: {
      ...{ firstName, lastName, address1: home, city: "Leeds", zip: "LS9 9ZZ", country: "GB" },
    },
  };
  return String(placeOrder(app.standin.world, second.shop, input(changes)).id);
}

type FlagRow = {
  orderId: string;
  score: number;
  caseId: string | null;
  signals: FlagSignal[];
  evidence: { orders: { orderId: string }[] };
};

async function flags(): Promise<FlagRow[]> {
  const { rows } = await pool.query<FlagRow>(
    `SELECT f.order_id::text AS "orderId", f.score, f.case_id AS "caseId", f.signals, f.evidence
     FROM flag f JOIN shop s ON s.id = f.shop_id
     WHERE s.domain = $1 AND f.kind = 'over_limit' AND f.state = 'open' ORDER BY f.order_id`,
    [second.shop.domain],
  );
  return rows;
}

/** Both flags are raised, and stand in the same case. */
function isOneCase(found: readonly FlagRow[]): boolean {
  const [one, other] = found.map(({ caseId }) => caseId);
  return found.length === 2 && one !== null && one === other;
}

test("orders of one person under several mailboxes become flags of one case, with what they rest on", async () => {
  await second.campaign(CODE, { percentage: "10" });
  const neighbours = ["Amir Sahin", "Beth Cole", "Carl Dunn", "Dora Ellis", "Emil Frey"];
  neighbours.forEach((name, at) => {
    const [firstName = "", lastName = ""] = name.split(" ");
    const email = `${firstName}.${lastName}@example.com`.toLowerCase();
    order(at, { firstName, lastName, email, home: `${at + 3} Elm Road`, ip: `192.0.2.${at + 1}` });
  });
  const paul = {
    firstName: "Paul",
    lastName: "Whitworth",
    home: "12 Quarry Lane",
    ip: "203.0.113.9",
  };
  const first = order(30, { ...paul, email: "thirsty.for.tea1@example.com" });
  await second.settled();
  const again = order(54, { ...paul, email: "thirstyfortea2@example.org" });
  await second.settled();
  const once = order(80, { ...paul, email: "thirsty.for.tea3@example.net" });
  await second.settled();

  const deadline = Date.now() + PATIENCE_MS;
  let found = await flags();
  while (!isOneCase(found) && Date.now() < deadline) {
    await sleep(100);
    found = await flags();
  }
  expect(found.map(({ orderId }) => orderId)).toEqual([again, once]);
  expect(new Set(found.map(({ caseId }) => caseId)).size).toBe(1);
  expect(found[1]?.evidence.orders.map(({ orderId }) => orderId)).toEqual([first, again, once]);
  for (const { score, signals } of found) {
    expect(score).toBeGreaterThanOrEqual(0.8);
    expect(signals.map(({ name }) => name)).toContain("over_limit");
  }
  // What is kept and shown points at orders; no value of them is in it.
  expect(JSON.stringify(found)).not.toMatch(/quarry|whitworth|thirsty|203\.0/i);
});
