import { describe, expect, test } from "vitest";

import type { Buyer } from "#test/demo/shopper-client.ts";
import { addCode } from "#test/standin/orders/fixtures/world.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const demo = await store("bonafide-demo");
const signedIn = (index: number): Buyer => ({
  customer: demo.customer(index).email,
  signedIn: true,
});

const BATCH = { codeKind: "unique", codeCount: "600", perCustomer: "" };

/** The codes of a campaign's discount, sorted. */
function inShopify(name: string): string[] {
  const discounts = [...demo.shop.discounts.values()].filter(({ title }) => title === name);
  return discounts
    .flatMap((each) => (each.method === "code" ? [...each.redeemCodes.values()] : []))
    .map(({ code }) => code)
    .toSorted();
}

describe("a batch of unique codes", () => {
  const NAME = "SPRING26_25OFF";

  test("of 600 goes to Shopify in three calls, none missing and none twice", async () => {
    const id = await demo.campaign(NAME, { ...BATCH, percentage: "25" });
    const { codeStates } = await demo.detail(id);
    expect(codeStates).toEqual({ pending: 0, live: 600, failed: 0, paused: 0 });
    expect(new Set(inShopify(NAME)).size).toBe(600);
    const calls = app.standin.world.calls.filter(({ operation }) => operation === "AddCodes");
    expect(calls.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "ok"]);
  });

  test("with a code that is taken goes on with the others", async () => {
    // The shop's own people take a code before Shopify gets the campaign's.
    const { faults } = app.standin.outbound;
    faults.add({
      match: { on: "call", name: "FindCode" },
      effect: { action: "status", status: 503 },
    });
    const name = "EASTER26_30OFF";
    const id = await makeCampaign(demo.staff, name, { ...BATCH, percentage: "30" });
    const codes = (
      await app.deps.database.prisma.code.findMany({
        where: { campaignId: id },
        orderBy: { id: "asc" },
      })
    ).map(({ code }) => code);
    const taken = codes[300] ?? "";
    addCode(app.standin.world, demo.shop, taken);
    faults.clear();
    await demo.settled();

    const { codeStates } = await demo.detail(id);
    expect(codeStates).toEqual({ pending: 0, live: 599, failed: 1, paused: 0 });
    type Listed = { page: { rows: { code: string; error: string | null }[] } };
    const search = `?campaign=${id}&state=failed`;
    const { page } = await demo.staff.read<Listed>("app.codes", { search });
    expect(page.rows.map(({ code }) => code)).toEqual([taken]);
    expect(page.rows[0]?.error).toMatch(/^Already a code of/);
    expect(inShopify(name)).toEqual(codes.filter((code) => code !== taken).toSorted());
  });

  test("lets each code be used once, by anybody", async () => {
    const { page } = await demo.staff.read<{ page: { rows: { code: string }[] } }>("app.codes", {
      search: `?q=${NAME}`,
    });
    const [first, other] = page.rows.map(({ code }) => code);
    await demo.buy(signedIn(5), first ?? "");
    expect(await demo.verdict(signedIn(6), first ?? "")).toMatchObject({
      status: "refused",
      by: "native",
    });
    expect(await demo.status(signedIn(5), other ?? "")).toBe("accepted");
  });
});
