import { setTimeout as sleep } from "node:timers/promises";

import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { letIntakeGo } from "#app/services/person/let-intake-go.server.ts";
import { bookAllAgain } from "#app/services/redemption/book-again.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { withBreaks } from "#test/support/with-breaks.ts";

// Intake goes on meanwhile: here time has to pass.
const deps = { ...(await testDeps()), sleep: (ms: number) => sleep(ms) };
const { prisma, pool } = deps.database;
/** A piece has 20 rows or more and at most twice as many as the one before: 5, 20, 40, 80, 160 at most. */
const [FIRST, ROWS] = [5, 200];
let shops = 0;
let orders: number;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  orders = 0;
});

async function deliverOrder(): Promise<void> {
  const id = (orders += 1);
  const customer = { id, email: `shopper${id}@example.com` };
  const payload = orderBody(id, { customer, email: customer.email });
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
}

const waiting = () => prisma.inboxMessage.count({ where: { shopId: at.shop.id, state: "new" } });
const due = () => prisma.personDue.count({ where: { shopId: at.shop.id } });

/** People who are to be folded, as everybody is after some upgrades. */
async function addPeopleDue(shop: TestShop, people: number): Promise<void> {
  await pool.query(
    `WITH added AS (
       INSERT INTO person (shop_id, created_at) SELECT $1, now() FROM generate_series(1, $2::int)
       RETURNING shop_id, id)
     INSERT INTO person_due SELECT shop_id, id FROM added`,
    [shop.shop.id, people],
  );
}

/**
 * Works pieces off beside an intake that goes on, with an order told before each piece.
 * @returns how many webhooks waited when each piece began: none, if those of the piece before went first.
 */
async function besideIntake(work: (beside: typeof deps) => Promise<void>): Promise<number[]> {
  const waited: number[] = [];
  const beside = withBreaks(deps, async () => {
    waited.push(await waiting());
    await deliverOrder();
  });
  let isOver = false;
  const intake = (async () => {
    while (!isOver) {
      await processInbox(deps, at.shop.id);
      await sleep(20);
    }
  })();
  await work({ ...deps, ...beside }).finally(() => (isOver = true));
  await intake;
  return waited;
}

test("webhooks told while people are folded come before the next piece", async () => {
  // A shop's first order folds everything anew.
  await deliverOrder();
  await processInbox(deps, at.shop.id);
  await addPeopleDue(at, ROWS);
  const waited = await besideIntake((beside) => foldPeople(beside, { piece: FIRST }));
  expect(waited.length).toBeGreaterThanOrEqual(5);
  expect(waited).toEqual(waited.map(() => 0));
});

test("webhooks told while orders are booked again come before the next piece", async () => {
  await addCampaign(deps, at);
  while (orders < ROWS) await deliverOrder();
  await processInbox(deps, at.shop.id);
  const entries = await prisma.ledgerEntry.count({ where: { shopId: at.shop.id } });
  const ids = Array.from({ length: ROWS }, (_, index) => String(index + 1));
  const waited = await besideIntake((beside) => bookAllAgain(beside, at.shop.id, ids, FIRST));
  expect(waited.length).toBeGreaterThanOrEqual(5);
  expect(waited).toEqual(waited.map(() => 0));
  // Of each order told meanwhile what a new one has: nothing is entered twice by booking again.
  await processInbox(deps, at.shop.id);
  const after = await prisma.ledgerEntry.count({ where: { shopId: at.shop.id } });
  expect(after * ROWS).toBe(entries * orders);
});

test("a sweep folds a piece of every shop and leaves the rest to the next when its time is over", async () => {
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  for (const shop of [at, other]) await addPeopleDue(shop, ROWS);
  await foldPeople(deps, { piece: FIRST, longestMs: 0 });
  expect(await due()).toBe(ROWS - FIRST);
  expect(await prisma.personDue.count({ where: { shopId: other.shop.id } })).toBe(ROWS - FIRST);
  await foldPeople(deps);
  expect(await prisma.personDue.count()).toBe(0);
});

test("intake that does not get on is not waited for, nor is what comes meanwhile", async () => {
  await deliverOrder();
  await letIntakeGo(deps, at.shop.id, 2);
  expect(await waiting()).toBe(1);
  // As at a peak: there is never none, but what was there is worked off.
  const busy = withBreaks(deps, () => Promise.resolve());
  let looks = 0;
  busy.database.pool.query = (async (text: string, values: unknown[]) => {
    const answer = await pool.query(text, values);
    looks += 1;
    if (looks === 1) await processInbox(deps, at.shop.id);
    await deliverOrder();
    return answer;
  }) as unknown as typeof pool.query;
  await letIntakeGo(busy, at.shop.id);
  expect(looks).toBe(2);
  expect(await waiting()).toBe(2);
});
