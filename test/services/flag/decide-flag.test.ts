import { beforeEach, expect, test } from "vitest";

import type { Jobs } from "#app/infra/jobs/jobs.server.ts";
import { decideFlag } from "#app/services/flag/decide-flag.server.ts";
import { getFlag } from "#app/services/flag/get-flag.server.ts";
import { liftDisqualification } from "#app/services/flag/lift-disqualification.server.ts";
import { listFlags } from "#app/services/flag/list-flags.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
  for (const id of [1, 2, 3]) {
    const placed = {
      created_at: `2026-06-1${id}T00:00:00Z`,
      updated_at: `2026-06-1${id}T00:00:00Z`,
    };
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload: orderBody(id, placed) });
  }
  await processInbox(deps, at.shop.id);
  await prisma.standing.updateMany({ where: { shopId: at.shop.id }, data: { dirtySince: null } });
  await deps.takeJobs();
});

const open = async () =>
  valueOf(await listFlags(deps, at.as("reviewer"), { state: "open", cursor: null })).rows;
const decide = async (decision: string, reason = "Two at once", actor = at.as("reviewer")) =>
  decideFlag(deps, actor, (await open())[0]?.id ?? "", { decision, reason });
const audit = async () =>
  (await prisma.auditEvent.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } }))
    .map(({ action }) => action)
    .slice(1);

test("the orders beyond the limit stand in the list with their evidence, latest first", async () => {
  expect((await open()).map(({ order, title }) => [order.id, title])).toEqual([
    ["3", "Used SUMMER26_10OFF 3 times; the limit is once in total."],
    ["2", "Used SUMMER26_10OFF twice; the limit is once in total."],
  ]);
  const detail = valueOf(await getFlag(deps, at.as("reviewer"), (await open())[1]?.id ?? ""));
  expect(detail.evidence.orders.map(({ orderId }) => orderId)).toEqual(["1", "2"]);
  expect(detail.disqualified).toBe(false);
});

test("fine: reviewed with its reason, and the next one is named", async () => {
  const [first, second] = await open();
  expect(valueOf(await decide("fine"))).toEqual({ next: second?.id });
  const detail = valueOf(await getFlag(deps, at.as("reviewer"), first?.id ?? ""));
  expect(detail).toMatchObject({
    state: "reviewed",
    disqualified: false,
    decision: { decision: "fine", reason: "Two at once", by: "Ada the reviewer" },
  });
  expect(await audit()).toEqual(["flag.decided"]);
  expect(await deps.takeJobs()).toEqual([]);
});

test("abuse: the shopper is disqualified, their standing is to be written, the guard to be published", async () => {
  const [first] = await open();
  valueOf(await decide("abuse"));
  expect(valueOf(await getFlag(deps, at.as("reviewer"), first?.id ?? "")).disqualified).toBe(true);
  expect(await prisma.standing.findFirst({ where: { shopId: at.shop.id } })).toMatchObject({
    dirtySince: deps.now(),
  });
  expect(await audit()).toEqual(["flag.decided", "customer.disqualified"]);
  expect(await deps.takeJobs()).toEqual([{ name: "publish-guard", data: { shopId: at.shop.id } }]);
});

test("when the disqualification cannot be done, nothing is decided", async () => {
  const [first] = await open();
  const jobs: Jobs = { ...deps.jobs, send: () => Promise.reject(new Error("queue full")) };
  const form = { decision: "abuse", reason: "Two at once" };
  await expect(
    decideFlag({ ...deps, jobs }, at.as("reviewer"), first?.id ?? "", form),
  ).rejects.toThrow("queue full");
  expect(await open()).toHaveLength(2);
  expect(await prisma.disqualification.count({ where: { shopId: at.shop.id } })).toBe(0);
  expect(await audit()).toEqual([]);
});

test("of many who decide at once one does; the others are told", async () => {
  const [first] = await open();
  const outcomes = await Promise.all(
    ["fine", "abuse", "fine", "abuse"].map((decision) =>
      decideFlag(deps, at.as("reviewer"), first?.id ?? "", { decision, reason: "x" }),
    ),
  );
  expect(outcomes.map(refusalOf).sort()).toEqual([
    "conflict",
    "conflict",
    "conflict",
    "not refused",
  ]);
  const winner = outcomes.findIndex(({ ok }) => ok);
  expect(await prisma.disqualification.count({ where: { shopId: at.shop.id } })).toBe(winner % 2);
});

test.each([
  ["maybe", "because", "decision"],
  ["", "because", "decision"],
  ["fine", "  ", "reason"],
  ["fine", "x".repeat(501), "reason"],
  ["", "", "decision reason"],
])("a decision %j because %j is refused", async (decision, reason, fields) => {
  expect(refusalOf(await decide(decision, reason))).toBe(fields);
  expect(await open()).toHaveLength(2);
});

test("who may not, and another shop, get nothing done", async () => {
  const [first] = await open();
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  const form = { decision: "fine", reason: "x" };
  for (const role of ["viewer", "editor"] as const) {
    expect(refusalOf(await decideFlag(deps, at.as(role), first?.id ?? "", form))).toBe("forbidden");
    expect(refusalOf(await getFlag(deps, at.as(role), first?.id ?? ""))).toBe("forbidden");
    expect(refusalOf(await listFlags(deps, at.as(role), { state: "all", cursor: null }))).toBe(
      "forbidden",
    );
  }
  expect(refusalOf(await decideFlag(deps, other.as("admin"), first?.id ?? "", form))).toBe(
    "not_found",
  );
  expect(refusalOf(await getFlag(deps, other.as("admin"), first?.id ?? ""))).toBe("not_found");
  expect(
    refusalOf(
      await liftDisqualification(deps, other.as("admin"), first?.id ?? "", { reason: "x" }),
    ),
  ).toBe("not_found");
  expect(await open()).toHaveLength(2);
});

test("a disqualification is lifted once, with a reason, and the decision stays", async () => {
  const [first] = await open();
  valueOf(await decide("abuse"));
  const lift = (reason: string) =>
    liftDisqualification(deps, at.as("reviewer"), first?.id ?? "", { reason });
  expect(refusalOf(await lift(" "))).toBe("reason");
  const outcomes = await Promise.all([
    lift("A household"),
    lift("A household"),
    lift("A household"),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await audit()).filter((action) => action === "customer.reinstated")).toHaveLength(1);
  const detail = valueOf(await getFlag(deps, at.as("reviewer"), first?.id ?? ""));
  expect(detail).toMatchObject({ disqualified: false, decision: { decision: "abuse" } });
});

test("a flag whose reason is gone is withdrawn, comes back with it, and one that was decided stays as it was", async () => {
  valueOf(await decide("fine"));
  const refunded = {
    created_at: "2026-06-11T00:00:00Z",
    updated_at: "2026-06-14T00:00:00Z",
    cancelled_at: "2026-06-14T00:00:00Z",
  };
  await deliver(deps, at.shop.domain, {
    topic: "orders/cancelled",
    payload: orderBody(1, refunded),
  });
  await processInbox(deps, at.shop.id);
  const flags = await prisma.flag.findMany({
    where: { shopId: at.shop.id },
    orderBy: { orderId: "asc" },
  });
  expect(flags.map(({ orderId, state }) => [Number(orderId), state])).toEqual([
    [2, "withdrawn"],
    [3, "reviewed"],
  ]);
});
