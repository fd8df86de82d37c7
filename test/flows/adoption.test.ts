import { beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "#app/domain/access/actor.ts";
import { chooseDiscounts } from "#app/services/adoption/choose-discounts.server.ts";
import { readAdoption } from "#app/services/adoption/read-adoption.server.ts";
import {
  readStoreReport,
  type StoreReport,
} from "#app/services/adoption/read-store-report.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { announceChange } from "#test/standin/admin/discounts/verbs.ts";
import { fillShop } from "#test/standin/messy/fill.ts";
import type { CodeDiscount } from "#test/standin/state.ts";
import { valueOf } from "#test/support/test-shop.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";
import { readingDone } from "./fixtures/reading-done.ts";

const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { prisma, pool } = app.deps.database;
const { world } = app.standin;

let shopId = 0;
let actor: Actor;
beforeAll(async () => {
  for (const _ of fillShop(world, demo.shop, { seed: 7, discounts: 60, codes: 20_000 })) void _;
  await demo.staff.read("app");
  const shop = await prisma.shop.findUniqueOrThrow({ where: { domain: demo.shop.domain } });
  shopId = shop.id;
  actor = { kind: "staff", shopId, id: "1", name: "Olive", role: "admin" };
  await demo.settled();
});

const ours = () =>
  [...demo.shop.discounts.values()].filter(({ title }) => title !== "Bonafide guard");
const codesThere = () =>
  ours().flatMap((discount) =>
    discount.method === "code" ? [...discount.redeemCodes].map(({ code }) => code) : [],
  );

/** What was asked of Shopify since, that changes something there. */
function changesSince(calls: number): string[] {
  return world.calls
    .slice(calls)
    .filter(({ operation }) =>
      /^(Create|Update|Add|Remove|Deactivate|SetMeta)/.test(operation ?? ""),
    )
    .map(({ operation }) => operation ?? "");
}

describe("a messy store with 60 discounts and 20,000 codes", () => {
  test("is read in bulk, each discount and each code once, although the file breaks off", async () => {
    const { beforeCall } = world.faults;
    let broken = 0;
    world.faults = {
      ...world.faults,
      beforeCall: (call) =>
        call.operation === "bulkFile" && (broken += 1) <= 2
          ? { action: "loseResponse" }
          : beforeCall(call),
    };
    const { id } = valueOf(await startReading(app.deps, actor));
    await readingDone(app.deps, shopId, id);
    expect(broken).toBe(3);
    const { reading, counts } = valueOf(await readAdoption(app.deps, actor));
    expect(reading).toMatchObject({ state: "read", discounts: demo.shop.discounts.size });
    const kept = await prisma.redeemCode.findMany({ where: { shopId }, select: { code: true } });
    expect(kept.map(({ code }) => code).sort()).toEqual(codesThere().sort());
    expect(await prisma.discount.count({ where: { shopId } })).toBe(demo.shop.discounts.size);
    expect(counts.campaign).toBeGreaterThan(3);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ours().length + 1);
  });

  test("is reported on as whoever looks through it by hand would", async () => {
    const now = app.deps.now();
    const byHand = {
      orphan: [] as string[],
      zombie: [] as string[],
      expiring_unused: [] as string[],
    };
    const results = await prisma.discountMapping.findMany({ where: { shopId } });
    for (const each of ours()) {
      if (each.method !== "code") continue;
      const id = String(each.id);
      const codes = [...each.redeemCodes];
      const uses = codes.reduce((sum, { usageCount }) => sum + usageCount, 0);
      const daysTo = each.endsAt ? (each.endsAt.getTime() - now.getTime()) / 86_400_000 : Infinity;
      const age = (now.getTime() - each.startsAt.getTime()) / 86_400_000;
      const result = results.find(({ discountId }) => String(discountId) === id)?.result;
      if (result !== "not_ours") byHand.orphan.push(id);
      if (daysTo <= 0 ? daysTo >= -90 && uses > 0 : age >= 90 && uses === 0) byHand.zombie.push(id);
      const used =
        codes.length > 1
          ? codes.filter(({ usageCount }) => usageCount > 0).length / codes.length
          : uses / (each.usageLimit ?? 1);
      if (daysTo > 0 && daysTo <= 14 && used < 0.5) byHand.expiring_unused.push(id);
    }
    for (const kind of ["orphan", "zombie", "expiring_unused"] as const) {
      const told: string[] = [];
      let cursor: string | null = null;
      do {
        const report: StoreReport = valueOf(
          await readStoreReport(app.deps, actor, { kind, cursor }),
        );
        told.push(...report.page.rows.map(({ discount }) => discount.id));
        expect(report.counts[kind]).toBe(report.page.total);
        cursor = report.page.next;
      } while (cursor !== null);
      expect([kind, told.sort()]).toEqual([kind, byHand[kind].sort()]);
    }
    expect(byHand.zombie.length).toBeGreaterThan(0);
  });

  test("what maps is adopted without a word to Shopify; what was not chosen stays as it is", async () => {
    const before = world.calls.length;
    const { counts } = valueOf(await readAdoption(app.deps, actor));
    const { chosen } = valueOf(await chooseDiscounts(app.deps, actor, "all"));
    expect(chosen).toBe(counts.campaign);
    await demo.settled();
    const after = valueOf(await readAdoption(app.deps, actor));
    expect(after).toMatchObject({
      campaigns: chosen,
      adopting: { chosen, adopted: chosen, refused: 0 },
    });
    expect(after.counts).toEqual({ ...counts, campaign: 0 });
    expect(changesSince(before).filter((name) => name !== "SetMetafields")).toEqual([]);
    const { rows } = await pool.query(LIVE, [shopId]);
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  test("the first sync of each finds nothing to change", async () => {
    const before = world.calls.length;
    await prisma.campaign.updateMany({ where: { shopId }, data: { syncState: "waiting" } });
    for (const { id } of await prisma.campaign.findMany({ where: { shopId } }))
      await app.deps.jobs.send("sync-campaign", { shopId, campaignId: id });
    await demo.settled();
    expect(changesSince(before)).toEqual([]);
    expect(await prisma.drift.count({ where: { shopId } })).toBe(0);
    const runs = await prisma.syncRun.findMany({ where: { shopId } });
    expect(runs.length).toBeGreaterThan(3);
    expect(new Set(runs.flatMap(({ operations }) => JSON.stringify(operations)))).toEqual(
      new Set(['[{"kind":"publish_guard"}]']),
    );
  });

  test("an edit in Shopify is adopted, one here is written there", async () => {
    const campaign = await prisma.campaign.findFirstOrThrow({
      where: { shopId, codeKind: "public", offerKind: "percentage" },
    });
    const number = Number(campaign.discountId?.split("/").at(-1));
    const discount = demo.shop.discounts.get(number) as CodeDiscount;
    discount.usageLimit = 777;
    announceChange(world, demo.shop, discount);
    await demo.settled();
    expect((await demo.detail(campaign.id)).totalCap).toBe(777);
    await demo.edit(campaign.id, { totalCap: "778" });
    expect(discount.usageLimit).toBe(778);
  });
});

/** Codes of campaigns that are not the codes of their discounts, or the other way round. */
const LIVE = `
  SELECT count(*)::int AS wrong
  FROM (SELECT k.code_key, c.discount_id FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
    WHERE k.shop_id = $1 AND k.state = 'live') ours
  FULL JOIN (SELECT r.code_key, 'gid://shopify/DiscountCodeNode/' || d.id AS discount_id FROM redeem_code r
    JOIN discount d ON d.shop_id = r.shop_id AND d.id = r.discount_id WHERE r.shop_id = $1 AND d.campaign_id IS NOT NULL) theirs
    ON theirs.code_key = ours.code_key AND theirs.discount_id = ours.discount_id
  WHERE ours.code_key IS NULL OR theirs.code_key IS NULL`;
