import { expect, test } from "vitest";

import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-12T12:00:00Z" });

test("a day on which a use was only freed takes it back, as the report does, and has its orders, too; one on which nothing happened has none", async () => {
  const at = await addShop(deps, "campaign-days.myshopify.com");
  const id = await addCampaign(deps, at, { name: "SUMMER26_10OFF", startsAt: "2026-01-01T00:00" });
  await deps.database.prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { assignedFrom: new Date("2026-01-01T00:00:00Z") },
  });
  const payload = orderBody(1, {
    ...{ created_at: "2026-06-09T10:00:00Z", cancelled_at: "2026-06-11T10:00:00Z" },
    ...{ updated_at: "2026-06-11T10:00:00Z" },
    discount_codes: [{ code: "SUMMER26_10OFF", amount: "2.00" }],
  });
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, at.shop.id);
  const { daily } = valueOf(await getCampaign(deps, at.as("viewer"), id));
  const told = daily.slice(-4).map(({ day, uses, hasLines }) => [day, uses, hasLines]);
  expect(told).toEqual([
    ["2026-06-09", 1, true],
    ["2026-06-10", 0, false],
    ["2026-06-11", -1, true],
    ["2026-06-12", 0, false],
  ]);
});
