import { beforeEach, describe, expect, test } from "vitest";

import type { CodeState } from "#app/domain/code/summary.ts";
import type { DriftChoice, DriftKind } from "#app/domain/discount/drift.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { changeCodes } from "#app/services/code/change-codes.server.ts";
import { decideDrift } from "#app/services/sync/decide-drift.server.ts";
import { differentCodes } from "#app/services/sync/different-codes.server.ts";
import { leavingCodes, noteGone } from "#app/services/sync/leaving-codes.server.ts";
import { listDrift } from "#app/services/sync/list-drift.server.ts";
import { noteDeletedDiscount } from "#app/services/sync/note-deleted-discount.server.ts";
import { noteRedeemCodes } from "#app/services/sync/note-redeem-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, refusalOf, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
const at = await addShop(deps, "code-drift.example.com");
const editor = at.as("editor");
const { id: shopId } = at.shop;

let id = "";
let discountId = 0;
const CODES = ["ALPHA-1", "BRAVO-2", "CEDAR-3"];

/** A list of three codes that Shopify has, each for two uses. */
beforeEach(async () => {
  discountId += 1;
  id = await addCampaign(deps, at, { name: `SUMMER${25 + discountId}_10OFF` });
  await prisma.campaign.update({
    where: { shopId_id: { shopId, id } },
    data: {
      ...{ syncState: "synced", codeKind: "list", usesPerCode: 2, codeCount: 3 },
      discountId: `gid://shopify/DiscountCodeNode/${discountId}`,
    },
  });
  await prisma.code.deleteMany({ where: { shopId } });
  const now = deps.now();
  await prisma.code.createMany({
    data: CODES.map((code) => ({
      ...{ shopId, campaignId: id, code, codeKey: code, state: "live" },
      ...{ assignedFrom: now, createdAt: now },
    })),
  });
  await prisma.discount.create({
    data: {
      ...{ shopId, id: BigInt(discountId), method: "code", kind: "basic", title: "X", codes: 3 },
      ...{ status: "active", startsAt: now, uses: 0, campaignId: id },
      ...{ createdAt: now, updatedAt: now, readAt: now },
    },
  });
  await deps.takeJobs();
});

const later = (minutes: number) => {
  deps.clock.now = new Date(deps.clock.now.getTime() + minutes * 60_000);
};
const tell = (isThere: boolean, codes: string[], by: "webhook" | "sweep" = "webhook") =>
  inTransaction(pool, (client) =>
    noteRedeemCodes(
      deps,
      client,
      shopId,
      codes.map((code) => ({ discountId: String(discountId), code, isThere })),
      by,
    ),
  );
const codes = () =>
  prisma.code.findMany({ where: { shopId, campaignId: id }, orderBy: { id: "asc" } });
const states = async () => (await codes()).map(({ code, state }) => `${code} ${state}`);
const idOf = async (code: string) =>
  String((await codes()).find((each) => each.code === code)?.id ?? "");
const drifts = async (kind: DriftKind) =>
  (await prisma.drift.findMany({ where: { shopId, campaignId: id, kind } })).map(
    ({ count, state }) => `${count} ${state}`,
  );
const decide = async (choice: DriftChoice) => {
  const [drift] = valueOf(await listDrift(deps, editor, { campaignId: id }));
  const posted = { driftId: drift?.id ?? "", seen: drift?.seen ?? "", all: choice, each: null };
  return decideDrift(deps, editor, id, posted);
};
const takeOut = async () => {
  const owner = { shopId, id };
  await noteGone(deps, owner, await leavingCodes(deps, owner, 250));
};
const pause = async (code: string) => {
  valueOf(await changeCodes(deps, editor, "pause", { ids: [await idOf(code)] }));
  await takeOut();
};
const used = async (code: string, redemptions: number, reversals = 0) => {
  const zero = { revenueMinor: 0, discountMinor: 0, refundMinor: 0, timeZone: "UTC" };
  const key = await idOf(code);
  const data = { shopId, grain: "code", key, currency: "EUR", day: deps.now(), ...zero };
  await prisma.rollup.create({ data: { ...data, redemptions, reversals } });
};

describe("codes that somebody added in Shopify", () => {
  test("are taken out again, those and no others, and are the campaign's until then", async () => {
    await tell(true, ["GIFT-1", "GIFT-2"]);
    later(5);
    await tell(true, ["LATER-1"]);
    expect(await drifts("codes_added")).toEqual(["2 adopted", "1 adopted"]);
    // The latest is listed first.
    valueOf(await decide("restore"));
    expect((await states()).filter((each) => !each.endsWith("live"))).toEqual(["LATER-1 retiring"]);
    const campaign = await prisma.campaign.findFirstOrThrow({ where: { shopId, id } });
    expect(campaign).toMatchObject({ codeCount: 5, syncState: "waiting" });
    expect(await deps.takeJobs()).toEqual([
      { name: "sync-campaign", data: { shopId, campaignId: id } },
    ]);
    later(1);
    await takeOut();
    const [, , , , , gone] = await codes();
    expect(gone).toMatchObject({ state: "retired", assignedUntil: deps.now() });
  });

  test("and were paused or replaced since go as they are", async () => {
    await tell(true, ["GIFT-1", "GIFT-2", "GIFT-3"]);
    await pause("GIFT-1");
    await prisma.code.updateMany({ where: { shopId, code: "GIFT-2" }, data: { replacedById: 1n } });
    valueOf(await decide("restore"));
    expect((await states()).slice(3)).toEqual(["GIFT-1 retired", "GIFT-2 live", "GIFT-3 retiring"]);
  });

  test("stay when that is put away; more of the same minute are a thing of their own then", async () => {
    await tell(true, ["GIFT-1"]);
    await tell(true, ["GIFT-2"]);
    expect(await drifts("codes_added")).toEqual(["2 adopted"]);
    valueOf(await decide("keep"));
    expect(await deps.takeJobs()).toEqual([]);
    expect(valueOf(await listDrift(deps, editor, { campaignId: id }))).toEqual([]);
    await tell(true, ["GIFT-3"]);
    expect(await drifts("codes_added")).toEqual(["2 adopted", "1 adopted"]);
  });

  test("cannot be taken out twice", async () => {
    await tell(true, ["GIFT-1"]);
    valueOf(await decide("restore"));
    const drift = await prisma.drift.findFirstOrThrow({ where: { shopId, campaignId: id } });
    const posted = { driftId: drift.id, seen: "", all: "restore", each: null };
    expect(refusalOf(await decideDrift(deps, editor, id, posted))).toBe("conflict");
  });
});

describe("the word of a code's coming", () => {
  test("that arrives after it was retired does not bring it back; later it would be new", async () => {
    valueOf(await changeCodes(deps, editor, "retire", { ids: [await idOf("ALPHA-1")] }));
    await takeOut();
    later(9);
    await tell(true, ["ALPHA-1"]);
    expect((await states())[0]).toBe("ALPHA-1 retired");
    expect(await codes()).toHaveLength(3);
    later(2);
    await tell(true, ["ALPHA-1"]);
    expect((await states()).at(-1)).toBe("ALPHA-1 live");
    const [old, , , young] = await codes();
    expect(young?.assignedFrom.getTime()).toBeGreaterThan(old?.assignedUntil?.getTime() ?? 0);
    expect(await drifts("codes_added")).toEqual(["1 adopted"]);
  });

  test("that arrives after it was paused is late, unless it was seen there", async () => {
    await pause("ALPHA-1");
    later(9);
    await tell(true, ["ALPHA-1"]);
    expect((await states())[0]).toBe("ALPHA-1 paused");
    await tell(true, ["ALPHA-1"], "sweep");
    expect((await states())[0]).toBe("ALPHA-1 returned");
    const drift = await prisma.drift.findFirst({ where: { shopId, campaignId: id } });
    expect(drift).toMatchObject({ kind: "codes_returned", state: "open", foundBy: "sweep" });
  });
});

describe("a paused code that somebody added again in Shopify", () => {
  beforeEach(async () => {
    await pause("ALPHA-1");
    await used("ALPHA-1", 1);
    later(60);
    await tell(true, ["ALPHA-1"]);
    await deps.takeJobs();
  });
  const seen = async () => {
    await prisma.redeemCode.deleteMany({ where: { shopId } });
    await prisma.redeemCode.createMany({
      data: CODES.map((code, index) => ({
        ...{ shopId, id: BigInt(index), discountId: BigInt(discountId), code, codeKey: code },
        ...{ uses: 0, readAt: deps.now() },
      })),
    });
    return differentCodes(deps, { shopId, campaignId: id, discountId: String(discountId) });
  };

  test("waits for a person, once, and is not compared for ever", async () => {
    expect((await codes())[0]).toMatchObject({ state: "returned", forgottenUses: 1 });
    await tell(true, ["ALPHA-1"]);
    await tell(true, ["ALPHA-1"], "sweep");
    expect(await drifts("codes_returned")).toEqual(["1 open"]);
    expect(await seen()).toEqual([]);
  });

  test.each([
    ["restore", "pausing", 1],
    ["keep", "live", 0],
  ] as const)("with %s is %s", async (choice, state, jobs) => {
    valueOf(await decide(choice));
    expect((await states())[0]).toBe(`ALPHA-1 ${state}`);
    expect(await deps.takeJobs()).toHaveLength(jobs);
    expect(valueOf(await listDrift(deps, editor, { campaignId: id }))).toEqual([]);
    if (choice === "restore") await takeOut();
    expect((await states())[0]).toBe(`ALPHA-1 ${choice === "restore" ? "paused" : "live"}`);
  });

  test("and removed there again is paused as before", async () => {
    await tell(false, ["ALPHA-1"]);
    expect((await states())[0]).toBe("ALPHA-1 paused");
    expect(await drifts("codes_returned")).toEqual(["1 settled"]);
  });

  test.each([
    ["pause", "pausing"],
    ["resume", "live"],
    ["retire", "retiring"],
  ] as const)("is settled by one who chooses to %s it", async (verb, state) => {
    valueOf(await changeCodes(deps, editor, verb, { ids: [await idOf("ALPHA-1")] }));
    expect((await states())[0]).toBe(`ALPHA-1 ${state}`);
    expect(await drifts("codes_returned")).toEqual(["1 settled"]);
  });

  test("goes on being paused when its discount is deleted", async () => {
    await inTransaction(pool, (client) =>
      noteDeletedDiscount(deps, client, shopId, `gid://shopify/DiscountCodeNode/${discountId}`),
    );
    expect(await states()).toEqual(["ALPHA-1 paused", "BRAVO-2 pending", "CEDAR-3 pending"]);
    expect(await drifts("codes_returned")).toEqual(["1 settled"]);
  });
});

describe("codes that somebody removed in Shopify", () => {
  const decided = async (choice: DriftChoice): Promise<CodeState[]> => {
    valueOf(await decide(choice));
    return (await codes()).map(({ state }) => state as CodeState);
  };

  test("that came back before anybody decided are nothing to decide", async () => {
    await tell(false, ["ALPHA-1", "BRAVO-2"]);
    expect(await drifts("codes_removed")).toEqual(["2 open"]);
    await tell(true, ["BRAVO-2"]);
    expect(await drifts("codes_removed")).toEqual(["1 open"]);
    await tell(true, ["ALPHA-1"]);
    expect(await drifts("codes_removed")).toEqual(["1 settled"]);
    expect(await drifts("codes_added")).toEqual([]);
  });

  test("are added again but for those that are used up, which Shopify would let be used again", async () => {
    await used("ALPHA-1", 2);
    await used("BRAVO-2", 2, 1);
    await tell(false, CODES);
    expect(await decided("restore")).toEqual(["paused", "pending", "pending"]);
  });

  test("left out are no longer the campaign's, for orders of later", async () => {
    await tell(false, ["ALPHA-1"]);
    later(1);
    expect(await decided("keep")).toEqual(["retired", "live", "live"]);
    expect((await codes())[0]?.assignedUntil).toEqual(deps.now());
  });

  test("of a cancelled batch are taken all the same when they are added again", async () => {
    const batch = { shopId, id: deps.newId(), campaignId: id, source: "made", wanted: 3, made: 3 };
    const row = { ...batch, live: 3, state: "cancelled", createdAt: deps.now(), createdBy: "Ada" };
    await prisma.codeBatch.create({ data: row });
    await prisma.code.updateMany({ where: { shopId }, data: { batchId: batch.id } });
    await tell(false, ["ALPHA-1"]);
    expect(await decided("restore")).toEqual(["pending", "live", "live"]);
    expect((await codes())[0]?.batchId).toBeNull();
    const kept = await prisma.codeBatch.findFirst({ where: { shopId, id: batch.id } });
    expect(kept).toMatchObject({ wanted: 2, made: 2, live: 2 });
  });
});
