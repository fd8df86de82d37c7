import { beforeEach, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { askWhyNot } from "#app/services/verdict/ask-why-not.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { guardStage } from "../guard/stage.ts";
import { shopifyWith } from "../verdict/shopify.ts";

/* Each order costs 30 euros after the code took off 5. The cap is 10. */
const accounts = [{ id: "7", name: "Ada Lovelace", email: "ada@example.com", orders: 0 }];
const deps = await testDeps({ adminApi: () => shopifyWith(accounts) as never });
const { prisma } = deps.database;
const CODE = "SUMMER26_10OFF";
const TERMS = { perCustomer: "", customerCap: "10.00" };
const COUNTER = "1$1000";
let shops = 0;
let at: TestShop;
let on: ReturnType<typeof guardStage>;
let id: string;

beforeEach(async () => {
  deps.clock.now = new Date("2026-06-15T12:00:00Z");
  at = await addShop(deps, `customer-cap-${(shops += 1)}.myshopify.com`, { locale: "en" });
  on = guardStage(deps, at);
  id = await on.campaign(CODE, TERMS);
});

async function tell(order: number, change: Record<string, unknown>): Promise<void> {
  const codes = { discount_codes: [{ code: CODE, amount: "5.00" }] };
  const later = { updated_at: "2026-06-12T10:00:00Z" };
  const payload = orderBody(order, { ...codes, ...later, ...change });
  await deliver(deps, at.shop.domain, { topic: "orders/updated", payload });
  await processInbox(deps, at.shop.id);
}
const refunded = (amount: string) => ({
  financial_status: "partially_refunded",
  refunds: [
    {
      id: 1,
      created_at: "2026-06-12T10:00:00Z",
      transactions: [{ kind: "refund", status: "success", amount, currency: "EUR" }],
    },
  ],
});
const reached = async () => (await on.standing(7))?.uses ?? [];
const isWaiting = async () => {
  const row = await prisma.standing.findFirstOrThrow({ where: { shopId: at.shop.id } });
  return row.dirtySince !== null;
};
const written = () =>
  prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: { dirtySince: null } });
const change = (form: Partial<CampaignForm>) =>
  changeCampaign(deps, at.as("editor"), id, formFor(at, { name: CODE, ...TERMS, ...form }));
const ask = async (state: string) => {
  const form = { code: CODE, customer: "7", order: "", state, at: "", language: "" };
  return valueOf(await askWhyNot(deps, at.as("reviewer"), form));
};

test("the customer who reaches it is refused with the limit's sentence; others are not", async () => {
  await on.order(CODE, "2026-06-10");
  expect(await reached()).toEqual([]);
  expect((await ask("signed_in")).outcome).toBe("accept");
  await on.order(CODE, "2026-06-10");
  expect(await reached()).toEqual([{ counter: COUNTER, total: 2, days: [] }]);
  const told = await ask("signed_in");
  expect(told).toMatchObject({
    ...{ outcome: "reject", reason: "limit_reached" },
    sentence:
      "This code can be used up to a set amount per customer; you are welcome to try another one.",
    why: "The limit for each customer is until 10.00 EUR are taken off, and 2 uses count.",
  });
  expect(told.evidence.limits).toMatchObject([
    { count: 2, spent: { minor: 1_000, capMinor: 1_000, currency: "EUR" } },
  ]);
  await on.order(CODE, "2026-06-10", { customer: { id: 8 }, email: "ben@example.com" });
  expect((await on.standing(8))?.uses).toEqual([]);
  expect(await on.flags()).toEqual([]);
});

test("a guest who reached it is known by their e-mail", async () => {
  const guest = { customer: null, email: "zoe@example.com" };
  await on.order(CODE, "2026-06-10", guest);
  expect(await on.guests()).toEqual([]);
  await on.order(CODE, "2026-06-10", guest);
  expect(await on.guests()).toHaveLength(1);
});

test("a refund frees it, by the share that was given back, and the standing is written again", async () => {
  await on.order(CODE, "2026-06-10");
  const second = await on.order(CODE, "2026-06-10");
  await written();
  // A third of 30 euros: the order has cost two thirds of its 5.
  await tell(second, refunded("10.00"));
  expect(await isWaiting()).toBe(true);
  expect(await reached()).toEqual([]);
  await on.order(CODE, "2026-06-13");
  expect(await reached()).toEqual([{ counter: COUNTER, total: 3, days: [] }]);
  await tell(second, { cancelled_at: "2026-06-12T11:00:00Z", updated_at: "2026-06-12T11:00:00Z" });
  expect(await reached()).toEqual([{ counter: COUNTER, total: 2, days: [] }]);
});

test("an order after the one that reached it is flagged, until a refund makes room for it", async () => {
  await on.order(CODE, "2026-06-10");
  const second = await on.order(CODE, "2026-06-10");
  const third = await on.order(CODE, "2026-06-11");
  const [flag, ...others] = await prisma.flag.findMany({
    where: { shopId: at.shop.id, state: "open" },
  });
  expect(others).toEqual([]);
  expect(flag).toMatchObject({
    ...{ kind: "overshoot", orderId: BigInt(third) },
    evidence: { spent: { capMinor: 1_000, minor: 1_500 }, currency: "EUR" },
  });
  await tell(second, refunded("1.00"));
  expect(await on.flags()).toEqual([]);
});

test("a cap that changes is another: whom it holds is looked at anew", async () => {
  await on.order(CODE, "2026-06-10");
  await on.order(CODE, "2026-06-10");
  await written();
  valueOf(await change({ customerCap: "10.01" }));
  expect(await isWaiting()).toBe(true);
  expect(await reached()).toEqual([]);
  valueOf(await change({ customerCap: "5" }));
  expect(await reached()).toEqual([{ counter: "1$500", total: 2, days: [] }]);
  valueOf(await change({ customerCap: "" }));
  expect(await reached()).toEqual([]);
  const detail = valueOf(await getCampaign(deps, at.as("viewer"), id));
  expect(detail.budget.customerCapMinor).toBeNull();
});

test("a list too long for checkout cannot have one", async () => {
  await prisma.campaign.updateMany({
    where: { shopId: at.shop.id, id },
    data: { codeKind: "list", codeCount: 101, customerCapMinor: null },
  });
  expect(await change({})).toMatchObject({
    refusal: {
      problems: [
        { field: "customerCap", message: expect.stringContaining("at most 100") as string },
      ],
    },
  });
});
