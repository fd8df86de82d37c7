import { beforeEach, describe, expect, test } from "vitest";

import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { fillReadStore, fillSync } from "./fixtures/full-shop.ts";
import { ADA, BOB, inboxOf } from "./fixtures/inbox.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

const { tell, orderOf, work, totals } = inboxOf(deps, () => at);

test("erasing a customer takes everything that could name them, and nothing that was counted", async () => {
  await orderOf(1, ADA);
  await orderOf(2, BOB);
  await work();
  await tell("customers/data_request", { customer: ADA });
  await work();
  const before = await totals();
  await tell("customers/redact", { customer: ADA, orders_to_redact: [5_000_000_001] });
  await work();

  expect(await totals()).toEqual(before);
  expect(
    await prisma.standing.findMany({ where: { shopId: at.shop.id }, select: { customerId: true } }),
  ).toEqual([{ customerId: 8_000_000_008n }]);
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(3);
  expect(await prisma.dataExport.count({ where: { shopId: at.shop.id } })).toBe(0);
  const orders = await prisma.order.findMany({
    where: { shopId: at.shop.id },
    orderBy: { id: "asc" },
  });
  expect(orders.map(({ customerId }) => customerId)).toEqual([null, 8_000_000_008n]);
  const bodies = await prisma.inboxMessage.findMany({ where: { shopId: at.shop.id } });
  const text = bodies.map(({ body }) => unpackBody(body).toString("utf8")).join("\n");
  expect(text).not.toMatch(/ada@example\.com|30123456/);
  expect(text).toContain("bob@example.com");
  expect((await deps.takeJobs()).at(-1)).toEqual({
    name: "publish-guard",
    data: { shopId: at.shop.id },
  });
});

describe("a customer whom campaigns name", () => {
  const [ID, OTHER] = [BigInt(ADA.id), BigInt(BOB.id)];
  const forAll = async (customerIds: bigint[]) => {
    const {
      id,
      agreed: _,
      ...row
    } = await prisma.campaign.findFirstOrThrow({
      where: { shopId: at.shop.id },
    });
    const audience = { kind: "customers", ids: customerIds.map(String) };
    const field = { field: "audience", ours: audience, theirs: { kind: "all" }, agreed: audience };
    const fields = [{ ...field, changedBy: "both" }];
    await prisma.campaign.update({
      where: { shopId_id: { shopId: at.shop.id, id } },
      data: {
        customerIds,
        agreed: { ours: { audience }, theirs: { audience } },
        syncState: "synced",
      },
    });
    await fillReadStore(deps, at.shop.id);
    await fillSync(deps, at.shop.id);
    const where = { shopId: at.shop.id };
    await prisma.discount.updateMany({ where, data: { terms: { audience, title: row.name } } });
    await prisma.drift.updateMany({ where, data: { fields } });
    const operations = [{ kind: "change_discount", fields }];
    await prisma.syncRun.updateMany({ where, data: { operations } });
    await deps.takeJobs();
    return id;
  };
  const stored = async () => {
    const where = { shopId: at.shop.id };
    const rows = [
      await prisma.campaign.findMany({ where }),
      await prisma.discount.findMany({ where }),
      await prisma.drift.findMany({ where }),
      await prisma.syncRun.findMany({ where }),
    ];
    return JSON.stringify(rows, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
  };
  const redact = async () => {
    await tell("customers/redact", { customer: ADA, orders_to_redact: [] });
    await work();
  };

  test("is forgotten by them, by what was agreed, found and planned, and nobody else is", async () => {
    const id = await forAll([ID, OTHER]);
    expect((await stored()).split(String(ADA.id))).toHaveLength(9);
    await redact();
    const text = await stored();
    expect(text).not.toContain(String(ADA.id));
    expect(text.split(String(BOB.id))).toHaveLength(9);
    const row = await prisma.campaign.findFirst({ where: { shopId: at.shop.id, id } });
    expect(row).toMatchObject({ customerIds: [OTHER], wanted: "on", syncState: "synced" });
  });

  test("and was the only one of a campaign leaves it to nobody, not to everybody: it ends", async () => {
    const id = await forAll([ID]);
    await redact();
    expect(await stored()).not.toContain(String(ADA.id));
    const row = await prisma.campaign.findFirst({ where: { shopId: at.shop.id, id } });
    expect(row).toMatchObject({ customerIds: [], wanted: "ended", syncState: "waiting" });
    expect(await deps.takeJobs()).toContainEqual({
      name: "sync-campaign",
      data: { shopId: at.shop.id, campaignId: id },
    });
    const audit = await prisma.auditEvent.findFirst({
      where: { shopId: at.shop.id, action: "campaign.ended" },
    });
    expect(audit).toMatchObject({ actorId: "erasure", subjectId: id });
  });

  test("is told so when they ask what we hold", async () => {
    await forAll([ID, OTHER]);
    await tell("customers/data_request", { customer: ADA });
    await work();
    const [kept] = await prisma.dataExport.findMany({ where: { shopId: at.shop.id } });
    expect(kept).toMatchObject({ content: { campaigns: ["SUMMER26_10OFF"] } });
  });
});

test("it does so even when order and erasure come in one batch", async () => {
  await orderOf(1, ADA);
  await tell("customers/redact", { customer: ADA, orders_to_redact: [5_000_000_001] });
  await work();
  expect(await prisma.personIdentity.count({ where: { shopId: at.shop.id } })).toBe(0);
  const bodies = await prisma.inboxMessage.findMany({ where: { shopId: at.shop.id } });
  expect(bodies.map(({ body }) => unpackBody(body).toString("utf8")).join("")).not.toContain(
    "ada@",
  );
});

test("a customer who asks is told what we hold: orders, standing and flags, and no one else's", async () => {
  await orderOf(1, ADA);
  await orderOf(2, ADA);
  await orderOf(3, BOB);
  await tell("customers/data_request", { customer: ADA });
  await work();
  const [kept] = await prisma.dataExport.findMany({ where: { shopId: at.shop.id } });
  expect(kept).toMatchObject({
    customerId: 7_000_000_007n,
    content: {
      orders: [{ id: 5_000_000_001 }, { id: 5_000_000_002 }],
      flags: [{ kind: "overshoot", state: "open" }],
    },
  });
});
