import { beforeAll, describe, expect, test } from "vitest";

import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { compareCodes } from "#app/services/sync/compare-codes.server.ts";
import { sweepDiscounts } from "#app/services/sync/sweep-discounts.server.ts";
import { addRedeemCode, removeRedeemCode } from "#test/standin/admin/discounts/redeem-codes.ts";
import { announceChange, deleteDiscount } from "#test/standin/admin/discounts/verbs.ts";
import type { CodeDiscount } from "#test/standin/state.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { prisma } = app.deps.database;
const { world } = app.standin;

const NAME = "SUMMER26_FREESHIP";
let id = "";
let shopId = 0;
let discount: CodeDiscount;
beforeAll(async () => {
  id = await demo.campaign(NAME, { offerKind: "free_shipping", totalCap: "500" });
  const { domain } = demo.shop;
  shopId = (await prisma.shop.findUniqueOrThrow({ where: { domain } })).id;
  discount = discountOf(NAME);
});

function discountOf(title: string): CodeDiscount {
  const found = [...demo.shop.discounts.values()].find((each) => each.title === title);
  if (found?.method !== "code") throw new Error(`There is no discount ${title}.`);
  return found;
}

/** As staff do it in Shopify's own admin. */
function edit(change: Partial<Pick<CodeDiscount, "title" | "usageLimit" | "endsAt">>): void {
  Object.assign(discount, change);
  announceChange(world, demo.shop, discount);
}

const driftOf = (kind: string) =>
  prisma.drift.findMany({ where: { campaignId: id, kind }, orderBy: { foundAt: "asc" } });

describe("what somebody changes in Shopify", () => {
  test("and nobody here becomes the campaign's, and is written down", async () => {
    edit({ usageLimit: 800, title: "Summer shipping" });
    await demo.settled();
    const { totalCap, name } = await demo.detail(id);
    expect([totalCap, name]).toEqual([800, NAME]);
    const [drift, ...more] = await driftOf("terms");
    expect(more).toEqual([]);
    expect(drift).toMatchObject({ isConflict: false, state: "adopted", foundBy: "webhook" });
    expect(discount).toMatchObject({ usageLimit: 800, title: "Summer shipping" });
  });

  test("our own changes come back as nothing new", async () => {
    const before = await prisma.drift.count();
    await demo.edit(id, { totalCap: "900" });
    expect(discount.usageLimit).toBe(900);
    expect(await prisma.drift.count()).toBe(before);
    const calls = world.calls.filter(({ operation }) => operation === "UpdateShippingDiscount");
    expect(calls).toHaveLength(1);
  });

  test("without a webhook is found by the sweep", async () => {
    discount.endsAt = new Date("2030-01-01T00:00:00Z");
    discount.updatedAt = world.now();
    await sweepDiscounts(app.deps, { shopId });
    await demo.settled();
    expect((await demo.detail(id)).endsAt).toBe("2030-01-01T00:00:00.000Z");
    const drifts = await driftOf("terms");
    expect(drifts.at(-1)).toMatchObject({ state: "adopted", foundBy: "sweep" });
  });

  test("in the second we read it in is found by the sweep, too", async () => {
    // Shopify tells whole seconds: it is changed again and says the same.
    await demo.edit(id, { totalCap: "950" });
    discount.usageLimit = 960;
    await sweepDiscounts(app.deps, { shopId });
    await demo.settled();
    expect((await demo.detail(id)).totalCap).toBe(960);
  });
});

describe("codes that come and go in Shopify", () => {
  test("one that was added there is the campaign's", async () => {
    addRedeemCode(world, demo.shop, discount, "GIFTFROMADA");
    await demo.settled();
    const code = await prisma.code.findFirst({ where: { codeKey: "GIFTFROMADA" } });
    expect(code).toMatchObject({ campaignId: id, state: "live" });
    expect(await driftOf("codes_added")).toMatchObject([{ count: 1, state: "adopted" }]);
  });

  test("one that was removed there waits for a decision", async () => {
    const code = discount.redeemCodes.get("GIFTFROMADA");
    if (!code) throw new Error("The code is not there.");
    removeRedeemCode(world, demo.shop, discount, code);
    await demo.settled();
    expect(await prisma.code.findFirst({ where: { codeKey: "GIFTFROMADA" } })).toMatchObject({
      state: "removed",
    });
    expect(await driftOf("codes_removed")).toMatchObject([{ count: 1, state: "open" }]);
  });

  test("without a webhook are found by their number", async () => {
    discount.redeemCodes.add({
      id: world.nextId("DiscountRedeemCode"),
      code: "UNHEARDOF",
      createdAt: world.now(),
      usageCount: 0,
    });
    await prisma.discount.updateMany({ data: { readAt: new Date(0) } });
    await sweepDiscounts(app.deps, { shopId });
    await demo.settled();
    const code = await prisma.code.findFirst({ where: { codeKey: "UNHEARDOF" } });
    expect(code).toMatchObject({ campaignId: id, state: "live" });
  });
});

describe("codes of a batch", () => {
  let batchId = "";
  let batch: CodeDiscount;
  beforeAll(async () => {
    batchId = await demo.campaign("WINTER26_15OFF", {
      ...{ percentage: "15", codeKind: "unique", codeCount: "3", perCustomer: "" },
    });
    batch = discountOf("WINTER26_15OFF");
  });
  const codes = () =>
    prisma.code.findMany({ where: { campaignId: batchId }, orderBy: { id: "asc" } });
  const there = () => [...batch.redeemCodes.values()].map(({ code }) => code);
  const decide = async (kind: string, choice: string) => {
    const { sync } = await demo.staff.read<{ sync: CampaignSync }>("app.campaigns.$id._index", {
      params: { id: batchId },
    });
    const drift = sync.drift.find((each) => each.kind === kind);
    await demo.staff.done("app.campaigns.$id.decide-drift", {
      params: { id: batchId },
      form: { driftId: drift?.id ?? "", seen: drift?.seen ?? "", choice },
    });
    await demo.settled();
  };
  /** As the sweep compares them, when it finds another number. */
  const compared = async () => {
    await compareCodes(app.deps, { shopId, campaignId: batchId });
    await demo.settled();
  };

  test("that were added there are taken out there again, and no others", async () => {
    const own = there();
    addRedeemCode(world, demo.shop, batch, "LEAKED26");
    await demo.settled();
    expect((await codes()).at(-1)).toMatchObject({ code: "LEAKED26", state: "live" });
    await decide("codes_added", "restore");
    expect(there()).toEqual(own);
    expect((await codes()).at(-1)).toMatchObject({ code: "LEAKED26", state: "retired" });
  });

  test("and one that is paused and added there again is paused again, or resumed", async () => {
    const [first] = await codes();
    if (!first) throw new Error("There is no code.");
    await demo.staff.done("app.codes_.pause", { form: { ids: String(first.id) } });
    await demo.settled();
    expect(there()).not.toContain(first.code);
    for (const [choice, state] of [
      ["restore", "paused"],
      ["keep", "live"],
    ] as const) {
      addRedeemCode(world, demo.shop, batch, first.code);
      await demo.settled();
      await compared();
      expect((await codes())[0]?.state).toBe("returned");
      await decide("codes_returned", choice);
      expect((await codes())[0]?.state).toBe(state);
      expect(there().includes(first.code)).toBe(choice === "keep");
    }
    await compared();
    const drifts = await prisma.drift.findMany({
      where: { campaignId: batchId, kind: "codes_returned" },
      orderBy: { foundAt: "asc" },
    });
    expect(drifts.map(({ state }) => state)).toEqual(["restored", "adopted"]);
  });
});

test("a discount that was deleted waits for a decision, and is made anew with all its codes", async () => {
  const codes = await prisma.code.count({ where: { campaignId: id, state: "live" } });
  deleteDiscount(world, demo.shop, discount);
  await expect
    .poll(async () => (await demo.detail(id)).sync)
    .toMatchObject({
      state: "failed",
      error: expect.stringContaining("deleted in Shopify") as string,
    });
  expect(await driftOf("deleted")).toMatchObject([{ state: "open", isConflict: true }]);
  await demo.verb("retry", id);
  expect((await demo.detail(id)).sync.state).toBe("synced");
  discount = discountOf("Summer shipping");
  expect(discount.redeemCodes.size).toBe(codes);
});
