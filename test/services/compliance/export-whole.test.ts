import { expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { downloadExport } from "#app/services/compliance/download-export.server.ts";
import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";
import { signed } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";
import { ADA, BOB, inboxOf } from "./fixtures/inbox.ts";

const deps = await testDeps();
const { prisma } = deps.database;

test("a customer is told everything: amounts, refunds, flags, cases, links, uses given back, and the webhooks", async () => {
  const at = await addShop(deps, "whole.myshopify.com");
  await addCampaign(deps, at);
  const { tell, orderOf, work } = inboxOf(deps, () => at);
  const shopId = at.shop.id;
  await orderOf(1, ADA);
  await orderOf(2, ADA);
  await orderOf(3, BOB);
  await tell("refunds/create", {
    ...{ id: 31, order_id: 5_000_000_001, created_at: "2026-06-11T10:00:00Z" },
    transactions: [{ id: 1, kind: "refund", status: "success", amount: "7.00", currency: "EUR" }],
  });
  await tell("disputes/create", {
    ...{ id: 41, order_id: 5_000_000_002, type: "chargeback", status: "lost" },
    initiated_at: "2026-06-12T10:00:00Z",
  });
  await work();
  const flag = await prisma.flag.findFirstOrThrow({ where: { shopId } });
  const signals = [
    { name: "velocity", score: 0.9, bits: 4, evidence: { orders: [], numbers: {} } },
  ];
  await prisma.flag.update({
    where: { shopId_id: { shopId, id: flag.id } },
    data: { score: 0.9, signals },
  });
  const form = { ...usualForm("abuse"), comment: "Ada again", use: "free" };
  valueOf(await decideCase(deps, at.as("reviewer"), flag.caseId ?? "", form));
  const people = await prisma.person.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  const [low, high] = people.map(({ id }) => id);
  const reasons = ["phone", "email", "phone"].map((field) => ({ field, bits: 3, orderId: "5" }));
  await prisma.personLink.create({
    data: {
      ...{ shopId, lowId: low ?? 0n, highId: high ?? 0n, relation: "household", bits: 6, reasons },
      ...{ decided: "apart", createdAt: deps.now() },
    },
  });
  const beginning = Buffer.from('{"id":5000000009,"email":"ADA@example.com","li');
  const headers = { "x-shopify-shop-domain": at.shop.domain };
  await receiveWebhook(deps, signed(beginning, headers));
  await tell("orders/create", { id: 1, customer: { id: 9 }, line_items: [{ id: ADA.id }] });
  await tell("customers/data_request", { customer: ADA });
  await work();

  const { id } = await prisma.dataExport.findFirstOrThrow({ where: { shopId } });
  const { text } = valueOf(await downloadExport(deps, at.as("admin"), id));
  const told = JSON.parse(text) as Record<string, unknown>;
  const money = { currency: "EUR", totalMinor: 3_000, discountMinor: 500 };
  expect(told).toMatchObject({
    orders: [
      { id: 5_000_000_001, ...money, paidIn: money, refunds: [{ amountMinor: 700 }], disputes: [] },
      { id: 5_000_000_002, ...money, refunds: [], disputes: [{ status: "lost" }] },
    ],
    flags: [
      {
        ...{ kind: "overshoot", campaign: "SUMMER26_10OFF", score: 0.9, decision: "abuse" },
        ...{ state: "reviewed", code: "SUMMER26_10OFF", signals: ["velocity"] },
      },
    ],
    cases: [{ number: 1, state: "decided", decision: "abuse", comment: "Ada again" }],
    linkedToOthers: [{ as: "household", decided: "apart", by: ["email", "phone"] }],
    usesGivenBack: [{ code: "SUMMER26_10OFF" }],
  });
  expect(told.webhooks).toMatchObject([
    { topic: "orders/create", body: { id: 5_000_000_001, phone: ADA.phone } },
    { topic: "orders/create", body: { id: 5_000_000_002 } },
    { topic: "refunds/create", body: { order_id: 5_000_000_001 } },
    { topic: "disputes/create", body: { order_id: 5_000_000_002 } },
    { topic: "orders/create", body: beginning.toString() },
    { topic: "customers/data_request", body: { customer: ADA } },
  ]);
  expect(text).not.toContain(BOB.email);
});
