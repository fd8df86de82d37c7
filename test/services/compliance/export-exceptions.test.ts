import { expect, test } from "vitest";

import { addCodeOwner } from "#app/services/directory/add-code-owner.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;

test("what a customer is told holds what staff decided about them, and their orders as a guest; nobody else's", async () => {
  const at = await addShop(deps, "export-exceptions.myshopify.com");
  const id = await addCampaign(deps, at);
  const tell = async (topic: string, payload: object) => {
    await deliver(deps, at.shop.domain, { topic, payload });
    await processInbox(deps, at.shop.id);
  };
  await tell("orders/create", orderBody(1, { customer: null, email: "ada@example.com" }));
  await tell("orders/create", orderBody(2, { customer: { id: 8 }, email: "ben@example.com" }));
  const [ada, ben] = await prisma.order.findMany({
    where: { shopId: at.shop.id },
    orderBy: { id: "asc" },
  });
  const about = (person: typeof ada, reason: string) => ({
    ...{ shopId: at.shop.id, id: deps.newId(), personId: person?.personId ?? 0n },
    ...{ reason, createdBy: "Rafael", createdAt: deps.now() },
  });
  const until = new Date("2099-12-31");
  await prisma.disqualification.create({
    data: { ...about(ada, "Two accounts"), campaignId: id, until },
  });
  await prisma.allowance.create({ data: about(ada, "A good customer") });
  await prisma.allowance.create({ data: about(ben, "Another") });
  await prisma.disqualification.create({
    data: { ...about(ada, "Comes as a guest"), step: "sign_in", until },
  });
  const owner = { campaign: id, code: "", email: "Ada@example.com" };
  valueOf(await addCodeOwner(deps, at.as("admin"), owner));
  await tell("customers/data_request", { customer: { id: 7, email: "ada@example.com" } });
  const [kept] = await prisma.dataExport.findMany({ where: { shopId: at.shop.id } });
  expect(kept?.content).toMatchObject({
    orders: [{ id: 1 }],
    disqualified: [
      { of: "SUMMER26_10OFF", reason: "Two accounts", until: "2099-12-31", liftedAt: null },
    ],
    askedToSignIn: [{ of: "everything", reason: "Comes as a guest" }],
    listedAs: [{ role: "owner", campaign: "SUMMER26_10OFF", code: null }],
    allowed: [{ of: "everything", reason: "A good customer", until: null }],
  });
});
