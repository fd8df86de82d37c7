import { beforeEach, expect, test } from "vitest";

import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { greetStaff } from "#app/services/staff/greet-staff.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { saveView } from "#app/services/view/save-view.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { fillTables, fillWatch, rowsByTable } from "./fixtures/full-shop.ts";
import { ADA, inboxOf } from "./fixtures/inbox.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
});

const { tell, orderOf, work, totals } = inboxOf(deps, () => at);

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
  await tell("customers/create", { id: 99, email: "new@example.com", phone: null });
  await tell("customers/delete", { id: 98 });
  await work();
  await scoreOrders(deps, { shopId: shop.id });
  await fillWatch(deps, shop.id, flag.campaignId ?? "");
  await foldPeople(deps);
  await prisma.scoreDue.create({ data: { shopId: shop.id, orderId: 1n } });
  await prisma.toldTopic.create({
    data: { shopId: shop.id, topic: "customers/merge", since: deps.now() },
  });
  await prisma.erasedOrder.create({ data: { shopId: shop.id, orderId: 1n, at: deps.now() } });
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
