import { expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop } from "#test/support/test-shop.ts";
import { ADA, BOB, inboxOf } from "./fixtures/inbox.ts";

const deps = await testDeps();
const { prisma } = deps.database;

test("a customer is told what was issued to them, a campaign or one code of it, and nobody else's", async () => {
  const at = await addShop(deps, "export-issued.myshopify.com");
  const campaignId = await addCampaign(deps, at);
  const { tell, work } = inboxOf(deps, () => at);
  const issuedTo = ({ id }: typeof ADA, codeKey: string | null, channel: string) =>
    identityHashes(at.shop, { customerId: String(id), email: null, phone: null }).map((who) => ({
      ...{ campaignId, codeKey, who, customerId: String(id), channel, at: deps.now() },
    }));
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, at.shop.id);
    const rows = [
      ...issuedTo(ADA, null, "mail"),
      ...issuedTo(ADA, "SUMMER26_10OFF", "leaflet"),
      ...issuedTo(BOB, "SUMMER26_10OFF", "sms"),
    ];
    await recordIssuance(client, at.shop, rows, { now: deps.now(), newId: deps.newId });
  });
  await tell("customers/data_request", { customer: ADA });
  await work();
  const [kept] = await prisma.dataExport.findMany({ where: { shopId: at.shop.id } });
  const { issued } = kept?.content as { issued: unknown[] };
  expect(issued).toHaveLength(2);
  expect(issued).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ campaign: "SUMMER26_10OFF", code: null, channel: "mail" }),
      expect.objectContaining({
        ...{ campaign: "SUMMER26_10OFF", code: "SUMMER26_10OFF", channel: "leaflet" },
      }),
    ]),
  );
});
