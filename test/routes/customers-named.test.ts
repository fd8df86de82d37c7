import { beforeAll, expect, test } from "vitest";

import { makeCampaign } from "#test/support/campaign-form.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp } from "#test/support/standin-app.ts";

const app = await openStandinApp();
const olive = await StaffClient.of(app, "bonafide-demo");
const { prisma } = app.deps.database;
const [ada, bob] = app.shop("bonafide-demo").customers.map(({ id }) => String(id));
let shopId: number;
let id: string;

beforeAll(async () => {
  id = await makeCampaign(olive, "SUMMER26_10OFF", {
    ...{ offerKind: "percentage", percentage: "10" },
    ...{ audience: "customers", customerIds: ada! },
  });
  ({ shopId } = await prisma.campaign.findFirstOrThrow({ where: { id } }));
  const field = {
    ...{ field: "audience", ours: { kind: "all" }, agreed: null, changedBy: "theirs" },
    theirs: { kind: "customers", ids: [ada!, bob!] },
  };
  await prisma.drift.create({
    data: {
      ...{ shopId, id: app.deps.newId(), campaignId: id, kind: "terms", fields: [field] },
      ...{ isConflict: true, state: "open", foundAt: app.deps.now(), foundBy: "sweep" },
    },
  });
});

test.each([
  ["a campaign and what differs of it", "app.campaigns.$id._index", "", 2],
  ["its form", "app.campaigns.$id.edit", "", 1],
  ["the form of another like it", "app.campaigns.new", "from", 1],
])("%s names customers: written down once a view", async (_, route, from, people) => {
  const before = await prisma.personalAccess.count({ where: { shopId } });
  const search = from ? `?${from}=${id}` : "";
  await olive.read(route, { params: { id }, search });
  const rows = await prisma.personalAccess.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  expect(rows.slice(before)).toMatchObject([{ what: "customers.named", people }]);
});
