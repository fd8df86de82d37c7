import { beforeEach, describe, expect, test } from "vitest";

import type { Role } from "#app/domain/access/role.ts";
import { anomalyUrl } from "#app/components/insight/anomaly-url.ts";
import { hourUrl } from "#app/components/insight/lines-url.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { setAlarmAside } from "#app/services/insight/set-alarm-aside.server.ts";
import { watchClaims } from "#app/services/insight/watch-claims.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-15T12:10:00Z" });
const { prisma } = deps.database;
const HOUR_MS = 60 * 60_000;
const NOW = Date.parse("2026-06-15T12:10:00Z");
/** When many come at once, in ms since 1970. */
const BURST = NOW - 3 * HOUR_MS;
let shops = 0;
let at: TestShop;
let campaignId: string;

/** One order every two hours for twelve days. */
const USUAL = Array.from({ length: 144 }, (_, n) => NOW - 12 * 24 * HOUR_MS + n * 2 * HOUR_MS);
const MANY = Array.from({ length: 30 }, (_, n) => BURST + n * 60_000);

async function order(times: readonly number[]): Promise<void> {
  for (const [index, time] of times.entries()) {
    const placed = new Date(time).toISOString();
    const payload = orderBody(time / 1_000 + index, {
      ...{ created_at: placed, updated_at: placed, customer: { id: index + 1 }, email: null },
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
}

const alarms = () => prisma.claimAlarm.findMany({ where: { shopId: at.shop.id } });
const state = async () => ({
  clock: await prisma.claimClock.findMany({ where: { shopId: at.shop.id } }),
  watches: await prisma.claimWatch.findMany({ where: { shopId: at.shop.id } }),
  alarms: await alarms(),
});

beforeEach(async () => {
  deps.clock.now = new Date(NOW);
  at = await addShop(deps, `claims-${(shops += 1)}.myshopify.com`);
  campaignId = await addCampaign(deps, at);
});

test("a code that is used as usual raises no alarm", async () => {
  await order(USUAL);
  await watchClaims(deps);
  expect(await alarms()).toEqual([]);
});

test("a code that runs high raises one alarm, at home and in its report, with the band it left", async () => {
  await order([...USUAL, ...MANY]);
  await watchClaims(deps);
  const [alarm, ...more] = await alarms();
  expect(more).toEqual([]);
  expect(alarm).toMatchObject({ campaignId, codeId: 0n });
  expect(alarm?.at.getTime()).toBeGreaterThanOrEqual(BURST - 15 * 60_000);
  expect(alarm?.claims).toBeGreaterThan(5 * (alarm?.expected ?? Infinity));
  const home = valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 }));
  expect(home.attention).toContainEqual(
    expect.objectContaining({
      kind: "anomaly",
      campaign: { id: campaignId, name: "SUMMER26_10OFF" },
    }),
  );
  const range = { from: "", to: "", days: "7" };
  const { watch } = valueOf(await readReport(deps, at.as("viewer"), campaignId, range));
  expect(watch.anomalies).toHaveLength(1);
  expect(watch.hours.some(({ claims, high }) => claims > high)).toBe(true);
  expect(watch.hours.filter(({ claims, high }) => claims <= high).length).toBeGreaterThan(100);
});

test("each hour’s claims are the uses its orders say, and so are an alarm’s", async () => {
  await order([...USUAL, ...MANY]);
  await watchClaims(deps);
  const range = { from: "", to: "", days: "7" };
  const { watch } = valueOf(await readReport(deps, at.as("viewer"), campaignId, range));
  const redeemedAt = async (url: string) => {
    const {
      slice = "",
      from = "",
      to = "",
      part = "",
    } = Object.fromEntries(new URL(url, "http://app").searchParams);
    const asked = { slice, range: { from, to, days: "" }, part, cursor: null };
    return valueOf(await listLines(deps, at.as("viewer"), asked)).sums.redemptions;
  };
  for (const { day, hour, claims, hasLines } of watch.hours.slice(-30)) {
    expect(hasLines).toBe(claims > 0);
    expect(await redeemedAt(hourUrl(`campaign:${campaignId}`, day, hour))).toBe(claims);
  }
  const [anomaly] = watch.anomalies;
  const url = anomalyUrl(anomaly!, at.shop.timeZone);
  expect(await redeemedAt(url)).toBe(anomaly?.claims);
});

test.each([
  [40, 0],
  [1, 1],
])("mailed to %d people, so many claims at once raise %d alarms", async (people, raised) => {
  await order([...USUAL, ...MANY]);
  await prisma.issuance.createMany({
    data: Array.from({ length: people }, (_, n) => ({
      ...{ shopId: at.shop.id, campaignId, personId: BigInt(n + 1), channel: "mail" },
      ...{ at: new Date(BURST), createdAt: new Date(BURST) },
    })),
  });
  await watchClaims(deps);
  expect(await alarms()).toHaveLength(raised);
});

test("it goes on where it stopped: looked at often, it says the same as looked at once", async () => {
  await order([...USUAL, ...MANY]);
  for (const hours of [200, 30, 2, 1, 0]) {
    deps.clock.now = new Date(NOW - hours * HOUR_MS);
    await watchClaims(deps);
  }
  const often = await state();
  await watchClaims(deps);
  expect(await state()).toEqual(often);
  expect(often.alarms).toHaveLength(1);
  for (const table of ["claim_clock", "claim_watch", "claim_alarm"])
    await deps.database.pool.query(`DELETE FROM ${table} WHERE shop_id = $1`, [at.shop.id]);
  await watchClaims(deps);
  expect(await state()).toEqual(often);
});

describe("an alarm that was set aside", () => {
  const home = async () =>
    valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 })).attention.filter(
      ({ kind }) => kind === "anomaly",
    );
  const asideNow = async () =>
    valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 })).aside;
  const set = (id: string, isAside: boolean, role: Role = "reviewer") =>
    setAlarmAside(deps, at.as(role), { id, isAside });
  const trail = async () => {
    const rows = await prisma.auditEvent.findMany({
      where: { shopId: at.shop.id, action: { startsWith: "alarm." } },
      orderBy: { id: "asc" },
    });
    return rows.map(({ action, subjectId }) => [action, subjectId]);
  };
  let id: string;

  beforeEach(async () => {
    await order([...USUAL, ...MANY]);
    await watchClaims(deps);
    const [item] = await home();
    id = item?.kind === "anomaly" ? item.id : "";
  });

  test("leaves home, says who did it and when, and can be brought back", async () => {
    valueOf(await set(id, true));
    expect(await home()).toEqual([]);
    expect(await asideNow()).toMatchObject([
      { id, aside: { by: at.as("reviewer").name, at: "2026-06-15T12:10:00Z" } },
    ]);
    valueOf(await set(id, false, "editor"));
    valueOf(await set(id, false, "editor"));
    expect(await home()).toMatchObject([{ id, aside: null }]);
    expect(await asideNow()).toEqual([]);
    expect(await trail()).toEqual([
      ["alarm.set_aside", campaignId],
      ["alarm.brought_back", campaignId],
    ]);
  });

  test("comes back when it still stands out hours later, and not before", async () => {
    valueOf(await set(id, true));
    const goesOn = async (from: number, to: number) => {
      const first = NOW + from * HOUR_MS;
      const often = Array.from({ length: (to - from) * 12 }, (_, n) => first + n * 300_000);
      deps.clock.now = new Date(NOW + to * HOUR_MS);
      await order(often);
      await watchClaims(deps);
    };
    await goesOn(0, 4);
    expect(await home()).toEqual([]);
    await goesOn(4, 7);
    expect(await home()).toMatchObject([{ id, aside: null }]);
    expect(await alarms()).toHaveLength(1);
    valueOf(await set(id, true));
    expect(await home()).toEqual([]);
  });

  test("is none of a viewer's, of another shop's or of nobody's", async () => {
    expect(await set(id, true, "viewer")).toMatchObject({ refusal: { kind: "forbidden" } });
    const other = await addShop(deps, `claims-${(shops += 1)}.myshopify.com`);
    const foreign = await setAlarmAside(deps, other.as("admin"), { id, isAside: true });
    expect(foreign).toMatchObject({ refusal: { kind: "not_found" } });
    for (const wrong of ["", "x", `${campaignId}.0.1`, `${campaignId}.0.99999999999999999`])
      expect(await set(wrong, true)).toMatchObject({ refusal: { kind: "not_found" } });
    expect(await home()).toHaveLength(1);
    expect(await trail()).toEqual([]);
  });
});
