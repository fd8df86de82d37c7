import { expect, test } from "vitest";

import type { IntakeSummary } from "#app/domain/insight/intake.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import { keepSubscriptions } from "#app/services/intake/keep-subscriptions.server.ts";
import { changeScopes } from "#test/standin/auth/take-away.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

/* What Shopify tells only where the merchant allowed it: chargebacks, and customers who were merged. */
const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { prisma } = app.deps.database;
const { world } = app.standin;
const CODE = "SPRING26_20OFF";

const shopId = async () =>
  (await prisma.shop.findUniqueOrThrow({ where: { domain: demo.shop.domain } })).id;
const permissions = async () =>
  (await demo.staff.read<{ intake: IntakeSummary }>("app.settings.orders")).intake.permissions;
const toldOf = async () => {
  const { disputes, merges } = await permissions();
  return { disputes: disputes !== null, merges: merges !== null };
};
const allow = (permission: string) =>
  demo.staff.post("app.settings.orders_.allow", { form: { permission } });
const subscribed = () =>
  [...demo.shop.ownSubscriptions.values()].map(({ topic }) => topic).toSorted();

test("nothing is asked of Shopify before the merchant allows it", async () => {
  expect(await permissions()).toEqual({ disputes: null, merges: null });
  const refused = await allow("disputes");
  expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(/has not given/)]);
  expect((await allow("everything")).status).toBe(404);
  expect(subscribed()).toEqual([]);
});

test("a chargeback frees the use where the campaign says so, once it is allowed to be told", async () => {
  const id = await demo.campaign(CODE, { percentage: "20", freesOnChargeback: "on" });
  const uses = async () => {
    const { report } = await demo.staff.read<{ report: CampaignReport }>(
      "app.campaigns.$id.report",
      { params: { id } },
    );
    return report.now.uses;
  };
  const order = await demo.buy({ email: "mara@example.com" }, CODE);
  const charge = async (number: number) => {
    world.emit(demo.shop, "disputes/create", {
      ...{ id: number, order_id: Number(order), type: "chargeback", status: "needs_response" },
      initiated_at: new Date().toISOString(),
    });
    await demo.settled();
  };
  changeScopes(world, demo.shop, { grant: ["write_orders"] });
  await charge(1);
  expect(await uses()).toBe(1);

  changeScopes(world, demo.shop, { grant: ["read_shopify_payments_disputes"] });
  expect((await allow("disputes")).status).toBe(200);
  expect(subscribed()).toEqual(["disputes/create", "disputes/update"]);
  expect(await toldOf()).toEqual({ disputes: true, merges: false });
  await charge(2);
  expect(await uses()).toBe(0);
});

test("what Shopify dropped is asked for again, and asked twice it is there once", async () => {
  const [first] = demo.shop.ownSubscriptions.keys();
  demo.shop.ownSubscriptions.delete(first ?? 0);
  const job = { shopId: await shopId() };
  await keepSubscriptions(app.deps, job);
  await keepSubscriptions(app.deps, job);
  expect(subscribed()).toEqual(["disputes/create", "disputes/update"]);
});

test("a permission that is given or taken back in Shopify itself is noticed", async () => {
  changeScopes(world, demo.shop, {
    grant: ["read_customer_merge"],
    drop: ["read_shopify_payments_disputes"],
  });
  await expect.poll(toldOf, { timeout: 30_000 }).toEqual({ disputes: false, merges: true });
});

test("customers who are merged are one person from then on", async () => {
  const [kept, gone] = [demo.customer(0), demo.customer(1)];
  const bought: bigint[] = [];
  for (const { email } of [kept, gone])
    bought.push(BigInt(await demo.buy({ customer: email, signedIn: true }, CODE)));
  const people = async () => {
    const orders = await prisma.order.findMany({ where: { id: { in: bought } } });
    const roots = orders.map(async ({ shopId: shop, personId }) => {
      const where = { shopId_id: { shopId: shop, id: personId ?? 0n } };
      const person = await prisma.person.findUniqueOrThrow({ where });
      return person.rootId ?? person.id;
    });
    return new Set(await Promise.all(roots)).size;
  };
  expect(await people()).toBe(2);
  world.emit(demo.shop, "customers/merge", {
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept.id}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${gone.id}`,
    status: "completed",
  });
  await demo.settled();
  expect(await people()).toBe(1);
});
