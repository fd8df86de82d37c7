import { beforeEach, expect, test } from "vitest";

import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { purgeMessages } from "#app/services/intake/purge-messages.server.ts";
import { readIntake } from "#app/services/intake/read-intake.server.ts";
import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";
import { retryMessages } from "#app/services/intake/retry-messages.server.ts";
import { setBodyDays } from "#app/services/intake/set-body-days.server.ts";
import { packBody } from "#app/services/intake/stored-body.server.ts";
import { deliver, orderBody, signed } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  const { domain } = at.shop;
  await deliver(deps, domain, { topic: "orders/create", payload: orderBody(1) });
  await receiveWebhook(
    deps,
    signed(Buffer.from('{"name":"#2"}'), { "x-shopify-shop-domain": domain }),
  );
  await processInbox(deps, at.shop.id);
});

const intake = async () => valueOf(await readIntake(deps, at.as("viewer")));

test("what was set aside is shown with its reason, and goes through once it can be read", async () => {
  const { dead, deadTotal, waiting } = await intake();
  expect([deadTotal, waiting]).toEqual([1, 0]);
  expect(dead).toMatchObject([{ topic: "orders/create", isKept: true }]);
  expect(dead[0]?.reason).toMatch(/^It is not as Shopify’s webhooks are: id is /);
  expect(dead[0]?.triedAt).toBe(deps.now().toISOString());

  const home = async () => valueOf(await readDashboard(deps, at.as("viewer"), { days: 30 }));
  expect((await home()).attention).toContainEqual({ kind: "set_aside", count: 1 });
  const id = dead[0]?.id ?? "";
  valueOf(await retryMessages(deps, at.as("editor"), id));
  expect((await home()).attention).toEqual([]);
  expect(await intake()).toMatchObject({ waiting: 1, deadTotal: 0 });
  await processInbox(deps, at.shop.id);
  expect(await intake()).toMatchObject({ waiting: 0, deadTotal: 1 });

  const body = new Uint8Array(packBody(Buffer.from(JSON.stringify(orderBody(2)))));
  const where = { shopId_id: { shopId: at.shop.id, id: BigInt(id) } };
  await prisma.inboxMessage.update({ where, data: { body } });
  valueOf(await retryMessages(deps, at.as("editor"), "all"));
  await processInbox(deps, at.shop.id);
  expect(await intake()).toMatchObject({ waiting: 0, deadTotal: 0 });
  expect(await prisma.order.count({ where: { shopId: at.shop.id } })).toBe(2);
});

test.each(["0", "x", "99999999999999999999", ""])(
  "to try %j again is refused: there is no such thing",
  async (id) => {
    expect(refusalOf(await retryMessages(deps, at.as("editor"), id))).toBe("not_found");
  },
);

test("another shop's cannot be tried again, and a viewer's own neither", async () => {
  const { dead } = await intake();
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  const id = dead[0]?.id ?? "";
  expect(refusalOf(await retryMessages(deps, other.as("editor"), id))).toBe("not_found");
  expect(refusalOf(await retryMessages(deps, at.as("viewer"), id))).toBe("forbidden");
});

test.each(["", "0", "366", "1.5", "-3", "a week"])("%j days are refused", async (days) => {
  expect(refusalOf(await setBodyDays(deps, at.as("admin"), days))).toBe("bodyDays");
});

test("webhooks are forgotten after the days the shop says; numbers stay, and what was set aside keeps its reason", async () => {
  expect(refusalOf(await setBodyDays(deps, at.as("editor"), "7"))).toBe("forbidden");
  valueOf(await setBodyDays(deps, at.as("admin"), "7"));
  const start = deps.clock.now;
  const count = () => prisma.inboxMessage.count({ where: { shopId: at.shop.id } });
  try {
    deps.clock.now = new Date(start.getTime() + 6.9 * 86_400_000);
    await purgeMessages(deps);
    expect(await count()).toBe(2);
    deps.clock.now = new Date(start.getTime() + 7.1 * 86_400_000);
    await purgeMessages(deps);
  } finally {
    deps.clock.now = start;
  }
  expect(await count()).toBe(1);
  expect(await intake()).toMatchObject({ bodyDays: 7, deadTotal: 1, dead: [{ isKept: false }] });
  expect(await prisma.order.count({ where: { shopId: at.shop.id } })).toBe(1);
  const id = (await intake()).dead[0]?.id ?? "";
  expect(refusalOf(await retryMessages(deps, at.as("editor"), id))).toBe("not_found");
});
