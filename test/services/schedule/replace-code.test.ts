import { describe, expect, test } from "vitest";

import { leavingCodes } from "#app/services/sync/leaving-codes.server.ts";
import { freedUses } from "#app/services/sync/freed-uses.server.ts";
import { composeGuard } from "#app/services/guard/compose-guard.server.ts";
import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, refusalOf, valueOf } from "#test/support/test-shop.ts";
import { scheduleStage } from "./schedule-stage.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z" });
const { prisma } = deps.database;

const later = (seconds: number) => {
  deps.clock.now = new Date(deps.clock.now.getTime() + seconds * 1_000);
};

describe("the one public code", () => {
  const on = scheduleStage(deps, { totalCap: "100" });
  const shown = async () => (await on.codes()).map(({ code, state }) => `${code} ${state}`);
  const codeId = async () => (await on.codes())[0]?.id ?? "";
  const replace = async (to: string) =>
    on.scheduled({ action: "rotate", codeId: await codeId(), to });
  const uses = async (code: string, redemptions: number) => {
    const { id } = (await on.codes()).find((each) => each.code === code) ?? {};
    const zero = { revenueMinor: 0, discountMinor: 0, refundMinor: 0, timeZone: "UTC" };
    for (const [grain, key] of Object.entries({ code: id ?? "", campaign: on.id })) {
      await prisma.rollup.create({
        data: {
          ...{ shopId: on.at.shop.id, grain, key, currency: "EUR", day: deps.now() },
          ...{ redemptions, reversals: 0, ...zero },
        },
      });
    }
  };

  test("waits for Shopify while the old one goes on, which then leaves and is the campaign's until then", async () => {
    await replace("sommer26");
    expect(await shown()).toEqual(["SUMMER26_10OFF retiring", "SOMMER26 pending"]);
    const [old, young] = await on.codes();
    expect([old?.assignedUntil, young?.assignedUntil]).toEqual([null, null]);
    expect(String(old?.replacedById)).toBe(young?.id);
    expect(young).toMatchObject({ assignedFrom: deps.now() });
    later(5);
    await on.inShopify();
    const [gone] = await on.codes();
    expect(gone?.assignedUntil).toEqual(deps.now());
    expect(await on.audit()).toEqual(["code.replaced by Ada the editor"]);
  });

  test("is told to the checkout as long as it may be typed, beside the new one", async () => {
    const told = async () => (await composeGuard(deps, on.at.shop)).rules.join("");
    await replace("SOMMER26");
    expect(await told()).toMatch(/SUMMER26_10OFF/);
    expect(await told()).toMatch(/SOMMER26/);
    await on.inShopify();
    expect(await told()).not.toMatch(/SUMMER26_10OFF/);
  });

  test("leaves the cap what it was, though Shopify counts the new one from zero", async () => {
    await uses("SUMMER26_10OFF", 40);
    await replace("SOMMER26");
    expect(await freedUses(prisma, await on.row())).toBe(-40);
    await on.inShopify();
    expect(await freedUses(prisma, await on.row())).toBe(-40);
  });

  test("comes back when that is undone, and the new one leaves", async () => {
    const id = await replace("SOMMER26");
    expect(refusalOf(await on.undo(id))).toBe("conflict");
    await on.inShopify();
    await uses("SUMMER26_10OFF", 40);
    valueOf(await on.undo(id));
    expect(await shown()).toEqual(["SUMMER26_10OFF pending", "SOMMER26 retiring"]);
    expect((await on.codes())[0]?.assignedUntil).toBeNull();
    await on.inShopify();
    expect(await shown()).toEqual(["SUMMER26_10OFF live", "SOMMER26 retired"]);
    // Shopify has forgotten its uses.
    expect(await freedUses(prisma, await on.row())).toBe(-40);
    expect(refusalOf(await on.undo(id))).toBe("not refused");
  });

  test("stays when the new one was refused, and undoing drops that", async () => {
    const id = await replace("SOMMER26");
    await prisma.code.updateMany({
      where: { shopId: on.at.shop.id, code: "SOMMER26" },
      data: { state: "failed" },
    });
    valueOf(await on.undo(id));
    expect(await shown()).toEqual(["SUMMER26_10OFF live", "SOMMER26 retired"]);
  });

  test("stays in use until what comes in the place of a refused one is there", async () => {
    await replace("SOMMER26");
    await prisma.code.updateMany({
      where: { shopId: on.at.shop.id, code: "SOMMER26" },
      data: { state: "failed" },
    });
    const second = await replace("ESTATE26");
    expect(await shown()).toEqual([
      "SUMMER26_10OFF retiring",
      "SOMMER26 retired",
      "ESTATE26 pending",
    ]);
    expect(await leavingCodes(deps, await on.row(), 9)).toEqual([]);
    await prisma.code.updateMany({
      where: { shopId: on.at.shop.id, code: "ESTATE26" },
      data: { state: "failed" },
    });
    valueOf(await on.undo(second));
    expect(await leavingCodes(deps, await on.row(), 9)).toEqual([]);
    expect((await shown())[0]).toBe("SUMMER26_10OFF retiring");
  });

  test("is replaced again by what came in its place, and then only the last is undone", async () => {
    const first = await replace("SOMMER26");
    await on.inShopify();
    const second = await replace("ESTATE26");
    await on.inShopify();
    expect(await shown()).toEqual(["SUMMER26_10OFF retired", "SOMMER26 retired", "ESTATE26 live"]);
    expect(refusalOf(await on.undo(first))).toBe("conflict");
    valueOf(await on.undo(second));
    await on.inShopify();
    valueOf(await on.undo(first));
    await on.inShopify();
    expect((await shown())[0]).toBe("SUMMER26_10OFF live");
  });

  test("gives way to no code of another campaign, nor to one that could be mistaken for one", async () => {
    await addCampaign(deps, on.at, {
      ...{ name: "WINTER26_10OFF", codeKind: "unique", codeCount: "2", perCustomer: "" },
    });
    await addCampaign(deps, on.at, { name: "SPRING26_10OFF" });
    const id = await codeId();
    const replaceBy = async (to: string) => on.schedule({ action: "rotate", codeId: id, to });
    expect(refusalOf(await replaceBy("spring26_10off"))).toBe("to");
    expect(refusalOf(await replaceBy("WINTER26_10OFF-BCDFGHJK"))).toBe("to");
    expect(refusalOf(await replaceBy("NOT A CODE"))).toBe("to");
    valueOf(await replaceBy("WINTER26_10OFF-BCD"));
  });

  test("whose text another campaign took since cannot come back", async () => {
    const id = await replace("SOMMER26");
    await on.inShopify();
    const other = await addCampaign(deps, on.at, { name: "SPRING26_10OFF" });
    await prisma.code.updateMany({
      where: { shopId: on.at.shop.id, campaignId: other },
      data: { code: "SUMMER26_10OFF", codeKey: "SUMMER26_10OFF" },
    });
    expect(refusalOf(await on.undo(id))).toBe("conflict");
  });
});

describe("one code of a batch", () => {
  const on = scheduleStage(deps, { codeKind: "unique", codeCount: "3", perCustomer: "2" });

  test("is replaced by the next one made, or by a text of one's own", async () => {
    const [first, second] = await on.codes();
    await on.scheduled({ action: "rotate", codeId: first?.id ?? "", to: "" });
    await on.scheduled({ action: "rotate", codeId: second?.id ?? "", to: "FOR-ANA" });
    const codes = await on.codes();
    const [, , , made, own] = codes;
    expect(codes.map(({ state }) => state).slice(0, 2)).toEqual(["retiring", "retiring"]);
    expect(made).toMatchObject({ serial: 3, state: "pending", batchId: null });
    expect(made?.code).toMatch(/^SUMMER26_10OFF-[A-Z0-9]{8}$/);
    expect(own).toMatchObject({ code: "FOR-ANA", serial: null });
    expect((await on.row()).nextSerial).toBe(4);
    expect(
      (await on.list()).map(({ after }) => Object.values(after?.codes ?? {})[0]?.text),
    ).toEqual(expect.arrayContaining([made?.code, "FOR-ANA"]));
    // The one that looks like the others needs no rule of its own.
    const text = (await composeGuard(deps, on.at.shop)).rules.join("");
    expect(text).toMatch(/FOR-ANA/);
    expect(text).not.toContain(made?.code);
  });

  test("at a time, by whatever it is then", async () => {
    const [first] = await on.codes();
    const codeId = first?.id ?? "";
    await on.scheduled({ action: "rotate", codeId, to: "FOR-BEN", at: "2026-06-15T15:00" });
    await on.scheduled({ action: "rotate", codeId, to: "FOR-ANA" });
    await on.inShopify();
    deps.clock.now = new Date("2026-06-15T13:00:01Z");
    await runDueChanges(deps);
    await on.inShopify();
    const living = (await on.codes()).filter(({ state }) => state === "live");
    expect(living.map(({ code }) => code)).toContain("FOR-BEN");
    expect(living.map(({ code }) => code)).not.toContain("FOR-ANA");
  });

  test("retiring the campaign stops the codes that are still being made", async () => {
    await prisma.codeBatch.updateMany({
      where: { shopId: on.at.shop.id },
      data: { live: 1 },
    });
    await deps.takeJobs();
    const preview = valueOf(await on.preview({ action: "retire" }));
    expect(preview.after).toEqual({ wanted: "ended", isMaking: false });
    const id = await on.scheduled({ action: "retire" });
    expect((await deps.takeJobs()).map(({ name }) => name)).toEqual([
      "make-codes",
      "sync-campaign",
    ]);
    expect(await prisma.codeBatch.findFirst({ where: { shopId: on.at.shop.id } })).toMatchObject({
      state: "cancelled",
    });
    expect(refusalOf(await on.undo(id))).toBe("conflict");
  });
});
