import { expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { noteChangedDiscounts } from "#app/services/sync/note-changed-discounts.server.ts";
import { syncCampaign } from "#app/services/sync/sync-campaign.server.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openDyingSyncs } from "./fixtures/dying-syncs.ts";

const { app, olive, living } = await openDyingSyncs();
const { prisma, pool } = app.deps.database;

test("what Shopify tells in the middle of a sync is looked at afterwards; the sync stays whose it is", async () => {
  const deps = living();
  const campaignId = await makeCampaign(olive, "SUMMER26_10OFF");
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: campaignId } });
  const job = { shopId, campaignId };
  const row = () => prisma.campaign.findFirstOrThrow({ where: { id: campaignId } });
  const name = (await row()).createdBy;
  await syncCampaign(deps, job);
  expect(await row()).toMatchObject({ syncState: "synced" });

  await olive.done("app.campaigns.$id.pause", { params: { id: campaignId } });
  const told = async () => {
    const changed = [
      { discountId: numericId((await row()).discountId ?? ""), updatedAt: new Date("2099-01-01") },
    ];
    await inTransaction(pool, (client) => noteChangedDiscounts(deps, client, shopId, changed));
    return row();
  };
  const seen: unknown[] = [];
  const { adminApi } = deps;
  const telling: typeof adminApi = (domain, options) => {
    const api = adminApi(domain, options);
    return {
      async run(operation, variables) {
        if (/deactivate/i.test(operation.document)) {
          const { syncState, syncAskedBy, askedAgainBy } = await told();
          seen.push({ syncState, syncAskedBy, askedAgainBy });
        }
        return api.run(operation, variables);
      },
    };
  };
  await syncCampaign({ ...deps, adminApi: telling }, job);
  expect(seen).toEqual([{ syncState: "syncing", syncAskedBy: name, askedAgainBy: "webhook" }]);
  expect(await row()).toMatchObject({
    ...{ syncState: "waiting", syncAskedBy: "webhook", askedAgainBy: null },
  });
  await syncCampaign(deps, job);
  expect(await row()).toMatchObject({ syncState: "synced" });
  // Looking after it found nothing, which is no history.
  const runs = await prisma.syncRun.findMany({ where: { campaignId } });
  expect(runs.map(({ askedBy, result }) => `${askedBy} ${result}`)).toEqual([
    `${name} done`,
    `${name} done`,
  ]);
});
