import { beforeEach, describe, expect, it } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { applyEffects } from "#app/services/case/apply-effects.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, type TestShop } from "#test/support/test-shop.ts";

/* Shopify says yes to a cancellation first, and what became of it later, by an id. */

type Result = { id: string; done: boolean; status: string; errors: { message: string }[] };
const STARTED: Result = { id: "gid://shopify/R/1", done: false, status: "STARTED", errors: [] };
const SUCCEEDED: Result = { ...STARTED, done: true, status: "SUCCEEDED" };
const FAILED: Result = {
  ...{ ...SUCCEEDED, status: "FAILED" },
  errors: [{ message: "It has an open return." }, { message: "Close it." }],
};

/** What Shopify answers, and how often it was asked to cancel. */
const shopify = {
  cancelledAt: null as string | null,
  yes: STARTED as Result | null | Error,
  later: STARTED as Result | null,
  asked: 0,
};
const answers: Record<string, () => unknown> = {
  ReadOrderEffects: () => ({
    currentAppInstallation: { app: { id: "gid://shopify/App/1" } },
    order: { cancelledAt: shopify.cancelledAt, note: null, tags: [], risk: { assessments: [] } },
  }),
  CancelOrder() {
    shopify.asked += 1;
    if (shopify.yes instanceof Error) throw shopify.yes;
    return { orderCancel: { jobResult: shopify.yes, orderCancelUserErrors: [] } };
  },
  ReadCancellation: () => ({ node: shopify.later }),
};
const api = {
  run({ document }: { document: string }) {
    const name = /(?:query|mutation) (\w+)/.exec(document)?.[1] ?? "";
    const answer = answers[name];
    if (!answer) throw new Error(`Nobody expected ${name}.`);
    return Promise.resolve().then(answer);
  },
} as unknown as AdminApi;

const deps = await testDeps({ adminApi: () => api });
const { prisma } = deps.database;
const caseId = "00000000-0000-4000-8000-000000000001";
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  Object.assign(shopify, { cancelledAt: null, yes: STARTED, later: STARTED, asked: 0 });
  at = await addShop(deps, `cancel-${(shops += 1)}.myshopify.com`);
  await prisma.caseEffect.create({
    data: {
      ...{ shopId: at.shop.id, id: caseId, caseId, ordinal: 1, state: "waiting" },
      ...{ effect: { kind: "cancel_order", orderId: "5" }, createdAt: deps.now() },
      createdBy: "Ada",
    },
  });
  await deps.takeJobs();
});

/** The job runs, so many seconds after it ran last. */
async function run(seconds = 0) {
  deps.clock.now = new Date(deps.clock.now.getTime() + seconds * 1_000);
  await applyEffects(deps, { shopId: at.shop.id, caseId });
  const jobs = (await deps.takeJobs()).map(({ name }) => name);
  const row = await prisma.caseEffect.findFirstOrThrow({ where: { shopId: at.shop.id } });
  return { state: row.state, error: row.error, jobs };
}
const AGAIN = { state: "begun", error: null, jobs: ["apply-effects"] };

describe("an order that is to be cancelled", () => {
  it("is asked for once, and done when Shopify says so", async () => {
    expect(await run()).toEqual(AGAIN);
    expect(await run(3)).toEqual(AGAIN);
    shopify.later = SUCCEEDED;
    expect(await run(3)).toEqual({ state: "done", error: null, jobs: [] });
    expect(shopify.asked).toBe(1);
  });

  it("is done when it is cancelled, whatever is said of it", async () => {
    await run();
    Object.assign(shopify, { cancelledAt: "2026-06-15T12:00:00Z", later: null });
    expect(await run(3)).toMatchObject({ state: "done" });
    expect(shopify.asked).toBe(1);
  });

  it("stands as refused, in Shopify's words, when it could not be", async () => {
    await run();
    shopify.later = FAILED;
    const error = "It has an open return. Close it.";
    expect(await run(3)).toEqual({ state: "failed", error, jobs: [] });
  });

  it("may be done, or refused, with the answer", async () => {
    shopify.yes = FAILED;
    expect(await run()).toMatchObject({ state: "failed" });
    await prisma.caseEffect.updateMany({
      where: { shopId: at.shop.id },
      data: { state: "waiting", askedAt: null },
    });
    shopify.yes = SUCCEEDED;
    expect(await run()).toMatchObject({ state: "done" });
  });

  it("of which Shopify says nothing for ten minutes is left to people", async () => {
    await run();
    shopify.later = null;
    expect(await run(600)).toEqual(AGAIN);
    const { state, error, jobs } = await run(1);
    expect([state, jobs]).toEqual(["failed", []]);
    expect(error).toMatch(/not said for ten minutes/);
    expect(shopify.asked).toBe(1);
  });

  it("whose answer was lost is looked for before it is asked for again", async () => {
    shopify.yes = new Error("The connection was cut.");
    await expect(run()).rejects.toThrow("cut");
    shopify.yes = STARTED;
    expect(await run(59)).toEqual(AGAIN);
    expect(shopify.asked).toBe(1);
    expect(await run(1)).toEqual(AGAIN);
    expect(shopify.asked).toBe(2);
  });

  it("is not asked for when the decision is taken back before", async () => {
    await prisma.caseEffect.updateMany({
      where: { shopId: at.shop.id },
      data: { state: "undone" },
    });
    expect(await run()).toMatchObject({ state: "undone", jobs: [] });
    expect(shopify.asked).toBe(0);
  });
});
