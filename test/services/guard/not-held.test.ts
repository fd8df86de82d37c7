import { expect, test } from "vitest";

import type { GuardHeld } from "#app/domain/guard/held.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { republishGuards } from "#app/services/guard/republish-guards.server.ts";
import { setOverflow } from "#app/services/guard/set-overflow.server.ts";
import { readAttention } from "#app/services/insight/read-attention.server.ts";
import { saveSeason } from "#app/services/season/save-season.server.ts";
import { shopOf } from "#app/services/shop/shop-of.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, refusalOf, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const at = await addShop(deps, "full.myshopify.com");
const shopId = at.shop.id;
const id = await addCampaign(deps, at, { name: "SUMMER26_10OFF" });

const held = (change: Partial<GuardHeld>) =>
  prisma.shop.update({
    where: { id: shopId },
    data: {
      guardHeld: {
        ...{ identities: 5, capacity: 10, bytes: 100, limitBytes: 20_000 },
        ...{ folded: [], dropped: [], switched: [], overflow: "allow", ...change },
      },
    },
  });
const notHeld = async () => valueOf(await getCampaign(deps, at.as("viewer"), id)).notHeld;
const attention = async () =>
  (
    await readAttention(deps, at.as("admin"), await shopOf(deps, shopId), {
      openCases: 0,
      setAside: 0,
    })
  ).attention.filter(({ kind }) => kind === "guard_full");

test.each<[Partial<GuardHeld>, string, string]>([
  [{ dropped: ["1"] }, "dropped", "dropped"],
  [{ folded: ["1"] }, "folded", "folded"],
  [{ switched: ["1"] }, "guests_allowed", "switched"],
  [{ switched: ["1"], overflow: "sign_in" }, "guests_sign_in", "switched"],
])(
  "what checkout has no room for (%j) stands on the campaign and on home",
  async (change, said, what) => {
    await held(change);
    expect(await notHeld()).toEqual([said]);
    expect(await attention()).toMatchObject([
      { what, campaigns: [{ id, name: "SUMMER26_10OFF" }] },
    ]);
  },
);

test("where there is room, nothing is said", async () => {
  await held({ dropped: ["2"] });
  expect(await notHeld()).toEqual([]);
  await held({});
  expect(await attention()).toEqual([]);
});

test("a limit by a season that is over holds nothing, and the campaign says so", async () => {
  const form = { name: "Launch", first: "2026-05-01", last: "2026-05-31", yearly: "" };
  const { key } = valueOf(await saveSeason(deps, at.as("editor"), null, form));
  const over = await addCampaign(deps, at, {
    ...{ name: "WINTER26_10OFF", limitWindow: `season:${key}` },
  });
  expect(valueOf(await getCampaign(deps, at.as("viewer"), over)).notHeld).toEqual(["season_over"]);
});

test("what becomes of guests is an admin's to say", async () => {
  expect(refusalOf(await setOverflow(deps, at.as("editor"), "allow"))).toBe("forbidden");
  expect(refusalOf(await setOverflow(deps, at.as("admin"), "perhaps"))).toBe("overflow");
  valueOf(await setOverflow(deps, at.as("admin"), "allow"));
  expect((await shopOf(deps, shopId)).guestOverflow).toBe("allow");
});

test("the checkout's values are written anew on the shop's next day, and not before", async () => {
  const data = {
    guardDiscountId: "gid://shopify/DiscountAutomaticNode/1",
    guardDay: new Date("2026-06-15"),
  };
  await prisma.shop.update({ where: { id: shopId }, data });
  await deps.takeJobs();
  await republishGuards(deps);
  expect(await deps.takeJobs()).toEqual([]);
  // Half past midnight in Berlin.
  deps.clock.now = new Date("2026-06-15T22:30:00Z");
  await republishGuards(deps);
  expect(await deps.takeJobs()).toEqual([{ name: "publish-guard", data: { shopId } }]);
});
