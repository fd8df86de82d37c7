import { describe, expect, test } from "vitest";

import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { AdminClient } from "#test/demo/admin-client.ts";
import { until } from "#test/demo/http.ts";
import type { FaultEffect } from "#test/standin/faults/rule.ts";
import { foldCode } from "#test/standin/gid.ts";
import { openDemoApp } from "#test/support/demo-app.ts";

const app = await openDemoApp();
const shop = app.shop("bonafide-demo");
const admin = new AdminClient(app.standin.url, app.publicUrl, shop.handle);
const { faults } = app.standin.outbound;

const NEW = "routes/app.campaigns.new";
const DETAIL = "routes/app.campaigns.$id._index";
/** One comes with the discount, the rest in a call of their own; `kill.test.ts` has batches of several calls. */
const CODES = 60;

type Form = Record<string, string>;

async function createCampaign(name: string, change: Form): Promise<string> {
  const { initial } = await admin.read<{ initial: Form }>("/app/campaigns/new", NEW);
  const { location } = await admin.post("/app/campaigns/new", NEW, { ...initial, name, ...change });
  return /campaigns\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "";
}

async function synced(id: string): Promise<CampaignDetail> {
  const read = () => admin.read<{ campaign: CampaignDetail }>(`/app/campaigns/${id}?index`, DETAIL);
  const page = await until(
    "the campaign to be synced",
    read,
    ({ campaign }) => campaign.sync.state === "synced",
  );
  return page.campaign;
}

/** What Shopify holds under a campaign's name: discounts, and the codes of all of them. */
function inShopify(name: string): { discounts: number; codes: string[] } {
  const discounts = [...shop.discounts.values()].filter(({ title }) => title === name);
  const ids = new Set(discounts.map(({ id }) => id));
  const codes = [...shop.codeIndex]
    .filter(([, discountId]) => ids.has(discountId))
    .map(([code]) => code);
  return { discounts: discounts.length, codes };
}

const LOST: FaultEffect = { action: "loseResponse" };
const FAULTS: { named: string; effect: FaultEffect }[] = [
  { named: "CreateBasicDiscount", effect: LOST },
  { named: "CreateBasicDiscount", effect: { action: "reset" } },
  { named: "AddCodes", effect: LOST },
  { named: "AddCodes", effect: { action: "status", status: 503 } },
  { named: "ReadCodeCreations", effect: { action: "status", status: 500 } },
  { named: "ReadDiscount", effect: { action: "status", status: 502 } },
  { named: "FindCode", effect: { action: "throttle" } },
  { named: "SetMetafields", effect: LOST },
  { named: "*", effect: { action: "throttle" } },
];

describe("a campaign reaches Shopify whole, whatever Shopify's answers do", () => {
  test.each(FAULTS.map((fault, index) => ({ ...fault, index })))(
    "$named: $effect.action",
    async ({ named, effect, index }) => {
      const name = `SPRING${30 + index}_20OFF`;
      faults.add({ match: { on: "call", name: named }, times: 2, effect });
      const id = await createCampaign(name, {
        offerKind: "percentage",
        percentage: "20",
        codeKind: "unique",
        codeCount: String(CODES),
      });
      const campaign = await synced(id);
      expect(campaign.codeStates).toEqual({ pending: 0, live: CODES, failed: 0, paused: 0 });
      const there = inShopify(name);
      expect(there.discounts).toBe(1);
      expect(there.codes).toHaveLength(CODES);
      expect(faults.rules().every(({ struck }) => struck > 0)).toBe(true);
      faults.clear();
    },
  );

  test("a code that another discount has is said so, and taken up once it is free", async () => {
    const name = "AUTUMN30_10OFF";
    const [other] = shop.codeIndex.values();
    shop.codeIndex.set(foldCode(name), other ?? 0);
    const id = await createCampaign(name, {
      offerKind: "percentage",
      percentage: "10",
      codeKind: "public",
    });
    const read = () =>
      admin.read<{ campaign: CampaignDetail }>(`/app/campaigns/${id}?index`, DETAIL);
    const refused = await until(
      "the refusal",
      read,
      ({ campaign }) => campaign.sync.state === "failed",
    );
    expect(refused.campaign.sync.error).toContain(`Shopify already has the code ${name}`);
    shop.codeIndex.delete(foldCode(name));
    await admin.post(`/app/campaigns/${id}/retry`, "routes/app.campaigns.$id.retry", {});
    expect((await synced(id)).codeStates.live).toBe(1);
  });
});
