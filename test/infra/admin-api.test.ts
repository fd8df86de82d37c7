import { setTimeout as sleep } from "node:timers/promises";

import { HttpResponseError } from "@shopify/shopify-api";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { openAdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readSegments } from "#app/infra/admin-api/documents/customers.ts";
import { createBasicDiscount } from "#app/infra/admin-api/documents/discount-changes.ts";
import { readShop } from "#app/infra/admin-api/documents/shop.ts";
import { newMeter } from "#app/infra/admin-api/meter.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import { openDeps } from "#app/infra/deps.server.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { StaffClient } from "#test/support/staff-client.ts";

const app = await openStandinApp();
const { deps, standin } = app;
const shop = app.shop("bonafide-demo");
await (await StaffClient.of(app, "bonafide-demo")).read("app");
const second = await openDeps(deps.env, app.databaseUrl, { works: false, connections: 4 });
afterAll(() => second.close());
const { faults } = standin.outbound;

/** Shopify's bucket as it stands now, on the plan that fills fastest; ours learns of it by itself. */
async function bucketOf(available: number): Promise<void> {
  faults.clear();
  standin.world.calls.length = 0;
  shop.plan = "plus";
  shop.bucket = { available, at: standin.world.now() };
  await deps.database.pool.query("DELETE FROM rate_bucket");
}
beforeEach(() => bucketOf(20_000));

const calls = () => standin.world.calls.filter((call) => call.shop === shop.domain);
const throttled = () => calls().filter(({ outcome }) => outcome === "THROTTLED").length;
let made = 0;
const discount = () => ({
  input: {
    title: `Trial ${(made += 1)}`,
    code: `TRIAL${made}`,
    startsAt: "2026-01-01T00:00:00Z",
    context: { all: "ALL" as const },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  },
});
type Api = ReturnType<typeof deps.adminApi>;
const MIXED: ((api: Api) => Promise<unknown>)[] = [
  (api) => api.run(readShop, {}),
  (api) => api.run(createBasicDiscount, discount()),
  (api) => api.run(readSegments, {}),
];

test("300 mixed calls of two processes at an empty bucket are not throttled once", async () => {
  await bucketOf(30);
  const meter = newMeter();
  const apis = [deps, second].map((each) => each.adminApi(shop.domain, { meter }));
  const hundred = Array.from({ length: 100 }, (_, index) => apis[index % 2] ?? apis[0]);
  await Promise.all(hundred.flatMap((api) => (api ? MIXED.map((call) => call(api)) : [])));
  expect(throttled()).toBe(0);
  expect(meter).toMatchObject({ calls: 300, throttled: 0, failed: 0 });
  expect(meter.points).toBe(calls().reduce((sum, { actualCost }) => sum + actualCost, 0));
  expect(meter.waitedMs).toBeGreaterThan(0);
});

test("people are answered at once while a batch takes all it may", async () => {
  await bucketOf(5_000);
  const meter = newMeter();
  const batch = second.adminApi(shop.domain, { lane: "batch", meter });
  let busy = true;
  const workers = Array.from({ length: 12 }, async () => {
    while (busy) await batch.run(createBasicDiscount, discount());
  });
  await expect.poll(() => meter.calls).toBeGreaterThan(20);
  let slept = 0;
  const person = openAdminApi({
    ...deps,
    processId: "person",
    random: () => 0,
    sleep: (ms) => {
      slept += ms;
      return sleep(ms);
    },
  })(shop.domain);
  for (let page = 0; page < 10; page += 1) {
    await person.run(readSegments, {});
    await sleep(30);
  }
  const rate = await readRate(deps, shop.domain);
  busy = false;
  await Promise.all(workers);
  expect(slept).toBe(0);
  expect(rate.available).toBeGreaterThan(4_000);
  expect(throttled()).toBe(0);
});

describe("asked to come back later", () => {
  test("no process calls before, and then all go through", async () => {
    const times = 3;
    await deps.adminApi(shop.domain).run(readShop, {});
    const effect = { action: "status", status: 429, retryAfterSeconds: 1 } as const;
    faults.add({ match: { on: "call" }, times, effect });
    const meter = newMeter();
    const apis = [deps, second].map((each) => each.adminApi(shop.domain, { meter }));
    await apis[0]?.run(readShop, {});
    const first = calls().findIndex(({ status }) => status === 429);
    await Promise.all(
      apis.flatMap((api) => Array.from({ length: 10 }, () => api.run(readShop, {}))),
    );
    const after = calls().slice(first);
    const refused = after.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(times);
    expect(meter.throttled).toBe(times);
    const [one, two] = after.map(({ at }) => at.getTime());
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(950);
  });

  test("for longer than anybody waits: it is said at once, with the time", async () => {
    const effect = { action: "status", status: 429, retryAfterSeconds: 600 } as const;
    faults.add({ match: { on: "call" }, effect });
    const asked = deps.adminApi(shop.domain).run(readShop, {});
    await expect(asked).rejects.toMatchObject({ kind: "throttled" });
    const again = second.adminApi(shop.domain, { lane: "batch" }).run(readShop, {});
    const { kind, waitMs } = adminApiError(await again.catch((error: unknown) => error));
    expect(kind).toBe("throttled");
    expect(waitMs).toBeGreaterThan(590_000);
    expect(calls()).toHaveLength(1);
    expect((await readRate(deps, shop.domain)).pausedMs).toBeGreaterThan(590_000);
  });

  test("throttled for no reason that we know of: less and less often, and then as before", async () => {
    faults.add({ match: { on: "call" }, times: 3, effect: { action: "throttle" } });
    const meter = newMeter();
    await deps.adminApi(shop.domain, { meter }).run(readShop, {});
    expect(meter).toMatchObject({ calls: 4, throttled: 3, failed: 0 });
    expect((await readRate(deps, shop.domain)).available).toBeGreaterThan(19_000);
  });
});

describe("no answer", () => {
  const patient = { answerMs: 300, altogetherMs: 5_000 };
  const api = (meter = newMeter()) =>
    openAdminApi({
      ...deps,
      processId: "impatient",
      random: () => 0,
      patience: { interactive: patient, batch: patient },
    })(shop.domain, { meter });

  test("in time: a read is asked again, a change is not", async () => {
    faults.add({ match: { on: "call" }, times: 2, effect: { action: "slow", ms: 1_000 } });
    const meter = newMeter();
    const changed = api(meter).run(createBasicDiscount, discount());
    await expect(changed).rejects.toMatchObject({ kind: "unavailable" });
    await api(meter).run(readShop, {});
    expect(meter).toMatchObject({ calls: 3, failed: 2 });
  });

  test("from Shopify's library by itself: 503 is sent as often as we say", async () => {
    faults.add({ match: { on: "call" }, effect: { action: "status", status: 503 } });
    await expect(api().run(readShop, {})).rejects.toMatchObject({ kind: "unavailable" });
    expect(calls().filter(({ status }) => status === 503)).toHaveLength(5);
  });

  test("that is whole: what broke off may have been carried out", () => {
    const brokenOff = new HttpResponseError({ message: "…", code: 200, statusText: "OK" });
    expect(adminApiError(brokenOff)).toMatchObject({ kind: "unavailable" });
  });
});
