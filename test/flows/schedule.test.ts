import { describe, expect, test } from "vitest";

import type { Schedule } from "#app/domain/schedule/change.ts";
import { runDueChanges } from "#app/services/schedule/run-due-changes.server.ts";
import type { Buyer } from "#test/demo/shopper-client.ts";
import { addCode } from "#test/standin/orders/fixtures/world.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const { prisma } = app.deps.database;
const buyer = (index: number): Buyer => ({ customer: demo.customer(index).email, signedIn: true });

const change = async (id: string, form: Record<string, string>) => {
  await demo.staff.done("app.campaigns.$id.schedule", { params: { id }, form });
  await demo.settled();
};
const codesVerb = async (verb: "pause" | "resume" | "retire", ids: string) => {
  await demo.staff.done(`app.codes_.${verb}`, { form: { ids } });
  await demo.settled();
};
const codesOf = async (campaignId: string) =>
  (await prisma.code.findMany({ where: { campaignId }, orderBy: { id: "asc" } })).map(
    ({ id, code, state }) => ({ id: String(id), code, state }),
  );
const inShopify = (name: string) =>
  [...demo.shop.discounts.values()]
    .filter(({ title }) => title === name)
    .flatMap((each) => (each.method === "code" ? [...each.redeemCodes.values()] : []))
    .map(({ code }) => code)
    .toSorted();

describe("one code of a batch", () => {
  const NAME = "SPRING26_25OFF";

  test("is refused while it is paused, and taken again when it is resumed; the others go on", async () => {
    const id = await demo.campaign(NAME, {
      ...{ percentage: "25", codeKind: "unique", codeCount: "4", perCustomer: "" },
    });
    const [first, second] = await codesOf(id);
    await codesVerb("pause", first?.id ?? "");
    expect((await codesOf(id)).map(({ state }) => state)).toEqual([
      "paused",
      "live",
      "live",
      "live",
    ]);
    expect(inShopify(NAME)).not.toContain(first?.code);
    expect(await demo.status(buyer(5), first?.code ?? "")).toBe("refused");
    expect(await demo.status(buyer(5), second?.code ?? "")).toBe("accepted");
    await codesVerb("resume", first?.id ?? "");
    expect(await demo.status(buyer(5), first?.code ?? "")).toBe("accepted");
    const [batch] = (await demo.detail(id)).batches;
    expect(batch?.progress).toMatchObject({ done: 3, total: 3 });
  });

  test("that is used up stays out, because Shopify would count from zero", async () => {
    const campaign = await prisma.campaign.findFirstOrThrow({ where: { name: NAME } });
    const [, second] = await codesOf(campaign.id);
    await demo.buy(buyer(6), second?.code ?? "");
    await codesVerb("pause", second?.id ?? "");
    const refused = await demo.staff.post("app.codes_.resume", { form: { ids: second?.id ?? "" } });
    expect(refused.status).toBe(409);
    expect(refused.json().refusal?.message).toMatch(/has been used\. Shopify would count/);
    await codesVerb("retire", second?.id ?? "");
    expect((await codesOf(campaign.id))[1]?.state).toBe("retired");
  });

  test("is retired for good together with others, in calls that are polled to the end", async () => {
    const name = "AUTUMN26_30OFF";
    const id = await demo.campaign(name, {
      ...{ percentage: "30", codeKind: "unique", codeCount: "300", perCustomer: "" },
    });
    const codes = (await codesOf(id)).slice(0, 280);
    const before = app.standin.world.calls.length;
    await codesVerb("retire", codes.map((each) => each.id).join(","));
    expect(inShopify(name)).toHaveLength(20);
    const calls = app.standin.world.calls.slice(before);
    expect(calls.filter(({ operation }) => operation === "RemoveCodes")).toHaveLength(2);
    const states = Object.groupBy(await codesOf(id), ({ state }) => state);
    expect([states.retired?.length, states.live?.length]).toEqual([280, 20]);
  });
});

describe("replacing a public code", () => {
  const NAME = "WINTER26_15OFF";

  test("refuses the old one, takes the new one, and counts on where it was", async () => {
    const id = await demo.campaign(NAME, { percentage: "15", totalCap: "3", perCustomer: "2" });
    await demo.buy(buyer(1), NAME);
    const [old] = await codesOf(id);
    await change(id, { action: "rotate", codeId: old?.id ?? "", to: "FROST26" });
    expect(inShopify(NAME)).toEqual(["FROST26"]);
    expect(await demo.status(buyer(2), NAME)).toBe("refused");
    await demo.buy(buyer(1), "FROST26");
    expect(await demo.detail(id)).toMatchObject({ uses: 2, redemptions: 2 });
    // The limit per customer goes across both, and the cap too.
    expect(await demo.verdict(buyer(1), "FROST26")).toMatchObject({ status: "refused" });
    await demo.buy(buyer(2), "FROST26");
    expect(await demo.verdict(buyer(3), "FROST26")).toMatchObject({
      ...{ status: "refused", by: "native" },
    });
    const entries = await prisma.ledgerEntry.findMany({ where: { campaignId: id } });
    expect(entries.map(({ codeKey }) => codeKey).toSorted()).toEqual(["FROST26", "FROST26", NAME]);
  });

  test("is undone: the old one works again and the new one does not", async () => {
    const name = "WINTER26_20OFF";
    const id = await demo.campaign(name, { percentage: "20" });
    const [old] = await codesOf(id);
    await change(id, { action: "rotate", codeId: old?.id ?? "", to: "ICE26" });
    const { schedule } = await demo.staff.read<{ schedule: Schedule }>("app.campaigns.$id._index", {
      params: { id },
    });
    const changeId = schedule.changes[0]?.id ?? "";
    await demo.staff.done("app.campaigns.$id.undo-change", { params: { id }, form: { changeId } });
    await demo.settled();
    expect(inShopify(name)).toEqual([name]);
    expect(await demo.status(buyer(4), "ICE26")).toBe("refused");
    expect(await demo.status(buyer(4), name)).toBe("accepted");
  });

  test("by one that another discount takes meanwhile keeps the old one in use", async () => {
    const name = "WINTER26_40OFF";
    const id = await demo.campaign(name, { percentage: "40" });
    addCode(app.standin.world, demo.shop, "THEIRS26");
    const [old] = await codesOf(id);
    await change(id, { action: "rotate", codeId: old?.id ?? "", to: "THEIRS26" });
    expect((await codesOf(id)).map(({ state }) => state)).toEqual(["retiring", "failed"]);
    expect(await demo.status(buyer(7), name)).toBe("accepted");
  });

  test("survives lost answers and a job that Shopify forgets", async () => {
    const name = "WINTER26_45OFF";
    const id = await demo.campaign(name, { percentage: "45" });
    const { faults } = app.standin.outbound;
    for (const name of ["RemoveCodes", "AddCodes"])
      faults.add({ match: { on: "call", name }, times: 1, effect: { action: "loseResponse" } });
    const removal = { on: "work", name: "discountCodeRedeemCodeBulkDelete" } as const;
    faults.add({ match: removal, times: 1, effect: { action: "vanish", done: 0 } });
    const [old] = await codesOf(id);
    await change(id, { action: "rotate", codeId: old?.id ?? "", to: "SLEET26" });
    expect(inShopify(name)).toEqual(["SLEET26"]);
    expect((await codesOf(id)).map(({ state }) => state)).toEqual(["retired", "live"]);
  });
});

describe("at a time", () => {
  test("a campaign is extended when its time has come", async () => {
    const name = "SUMMER26_35OFF";
    const id = await demo.campaign(name, { percentage: "35", endsAt: "2099-01-01T00:00" });
    await change(id, { action: "extend", endsAt: "2099-02-01T00:00", at: "2098-06-01T00:00" });
    const discount = () =>
      [...demo.shop.discounts.values()].find(({ title }) => title === name)?.endsAt?.toISOString();
    expect(discount()).toMatch(/^2098-12-31|^2099-01-01/);
    await runDueChanges({ ...app.deps, now: () => new Date("2098-06-02T00:00:00Z") });
    await demo.settled();
    expect(discount()).toMatch(/^2099-01-31|^2099-02-01/);
    const runs = await prisma.syncRun.findMany({ where: { campaignId: id } });
    expect(runs.map(({ askedBy }) => askedBy)).toContain("schedule");
  });

  test("a pause of a second ahead is there within seconds, by its own job", async () => {
    const name = "SUMMER26_50OFF";
    const id = await demo.campaign(name, { percentage: "50" });
    await demo.staff.done("app.campaigns.$id.schedule", {
      params: { id },
      form: { action: "pause", at: nextMinute() },
    });
    await prisma.scheduledChange.updateMany({
      where: { campaignId: id },
      data: { dueAt: new Date() },
    });
    await expect
      .poll(
        async () => (await prisma.scheduledChange.findFirst({ where: { campaignId: id } }))?.state,
      )
      .toBe("done");
    await demo.settled();
    expect(await demo.status(buyer(8), name)).toBe("refused");
  });
});

/** A time to come in any zone, as the form gives it. */
function nextMinute(): string {
  return new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
}
