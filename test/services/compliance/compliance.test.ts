import { beforeEach, describe, expect, test } from "vitest";

import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { eraseBodies } from "#app/services/compliance/erase-bodies.server.ts";
import { unpackBody } from "#app/services/intake/stored-body.server.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { greetStaff } from "#app/services/staff/greet-staff.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { saveView } from "#app/services/view/save-view.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import {
  fillReadStore,
  fillSync,
  fillTables,
  fillWatch,
  rowsByTable,
} from "./fixtures/full-shop.ts";

const deps = await testDeps();
const { pool, prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

const tell = (topic: string, payload: unknown) => deliver(deps, at.shop.domain, { topic, payload });
/** Works off the inbox and the erasing that follows from it; leaves the other jobs. */
const work = async () => {
  await processInbox(deps, at.shop.id);
  const jobs = await deps.takeJobs();
  for (const { name, data } of jobs) {
    if (name === "erase-bodies") await eraseBodies(deps, data);
    else await deps.jobs.send(name, data);
  }
};
const ADA = { id: 7_000_000_007, email: "ada@example.com", phone: "+4930123456" };
const BOB = { id: 8_000_000_008, email: "bob@example.com", phone: "+4930654321" };

const orderOf = (id: number, { id: customer, email, phone }: typeof ADA) =>
  tell(
    "orders/create",
    orderBody(5_000_000_000 + id, { customer: { id: customer }, email, phone }),
  );

const totals = async () => {
  const text =
    "SELECT grain, key, redemptions, revenue_minor FROM rollup WHERE shop_id = $1 ORDER BY 1, 2";
  return (await pool.query<Record<string, unknown>>(text, [at.shop.id])).rows;
};

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

/** Brings codes, each line a code and whom it is for. @returns the import's id. */
async function stageCodes(...lines: string[]): Promise<string> {
  const body = new Blob([["code,email", ...lines].join("\n")]).stream();
  return valueOf(await stageImport(deps, at.as("editor"), { fileName: "codes.csv", body })).id;
}

/** A shop with something in every table. */
async function fillShop(): Promise<void> {
  const { shop } = at;
  await greetStaff(deps, shop.id, {
    id: 501n,
    name: "Ada",
    email: "ada@example.com",
    accountOwner: true,
  });
  await addCampaign(deps, at, { name: "WINTER26_20OFF", codeKind: "unique", codeCount: "3" });
  await stageCodes("WINTER27_5OFF,ada@example.com");
  const actor = at.as("editor");
  valueOf(await saveView(deps, actor, { list: "codes", name: "Mine", query: "state=live" }));
  await fillTables(deps, at, BigInt(ADA.id));
  await orderOf(1, ADA);
  await orderOf(2, ADA);
  await work();
  const flag = await prisma.flag.findFirstOrThrow({ where: { shopId: shop.id } });
  valueOf(
    await decideCase(deps, at.as("reviewer"), flag.caseId ?? "", {
      ...usualForm("abuse"),
      use: "free",
    }),
  );
  valueOf(await savePolicy(deps, at.as("admin"), USUAL_POLICY));
  await tell("customers/data_request", { customer: ADA });
  await work();
  await scoreOrders(deps, { shopId: shop.id });
  await fillWatch(deps, shop.id, flag.campaignId ?? "");
  await foldPeople(deps);
  await prisma.scoreDue.create({ data: { shopId: shop.id, orderId: 1n } });
  await prisma.personDue.create({ data: { shopId: shop.id, personId: 1n } });
  const counts = await rowsByTable(deps, shop);
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
}

test.each([
  ["in two batches", true],
  ["in one batch, after a long pause", false],
])(
  "erasing a shop that left erases every row of every table, told %s; another shop keeps all",
  async (_, apart) => {
    await fillShop();
    const leaving = at;
    at = await addShop(deps, `stays-${shops}.myshopify.com`);
    await addCampaign(deps, at);
    await fillShop();
    const staying = at;
    const before = await rowsByTable(deps, staying.shop);

    at = leaving;
    await tell("app/uninstalled", {});
    if (apart) await work();
    await tell("shop/redact", { shop_domain: leaving.shop.domain });
    await tell("customer.joined_segment", { customer_id: 7, segment_id: 1 });
    await work();
    const counts = await rowsByTable(deps, leaving.shop);
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([]);
    expect(await rowsByTable(deps, staying.shop)).toEqual(before);
  },
);

test("a shop that came back before it was to be erased keeps everything", async () => {
  await fillShop();
  const before = await rowsByTable(deps, at.shop);
  await tell("shop/redact", { shop_domain: at.shop.domain });
  await work();
  expect(await rowsByTable(deps, at.shop)).toEqual({
    ...before,
    inbox_message: (before.inbox_message ?? 0) + 1,
  });
});

test("a shop that leaves: tokens go, numbers stay, and it is written down with it", async () => {
  await fillShop();
  const before = await totals();
  await tell("app/uninstalled", {});
  await work();
  expect(await prisma.session.count({ where: { shop: at.shop.domain } })).toBe(0);
  expect(await prisma.shop.findUnique({ where: { id: at.shop.id } })).toMatchObject({
    uninstalledAt: deps.now(),
  });
  expect(await totals()).toEqual(before);
  const last = await prisma.auditEvent.findFirst({
    where: { shopId: at.shop.id },
    orderBy: { id: "desc" },
  });
  expect(last).toMatchObject({ action: "shop.uninstalled", actorKind: "system" });
});

test("erasing a shop nobody knows leaves nothing behind", async () => {
  await deliver(deps, "stranger.myshopify.com", { topic: "shop/redact", payload: {} });
  const { id } = await prisma.shop.findUniqueOrThrow({
    where: { domain: "stranger.myshopify.com" },
  });
  await processInbox(deps, id);
  expect(await prisma.shop.count({ where: { id } })).toBe(0);
});
