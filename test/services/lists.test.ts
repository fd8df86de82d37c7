import { randomUUID } from "node:crypto";

import { beforeAll, expect, test } from "vitest";

import type { Page } from "#app/domain/shared/outcome.ts";
import { done, type Outcome } from "#app/domain/shared/outcome.ts";
import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { listCampaigns, type CampaignSort } from "#app/services/campaign/list-campaigns.server.ts";
import { NO_FILTER } from "#app/domain/code/summary.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { EVERY_OPEN_CASE } from "#app/domain/case/summary.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { readPrivacy } from "#app/services/compliance/read-privacy.server.ts";
import { recordAccess } from "#app/services/compliance/record-access.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
let at: TestShop;
const CAMPAIGNS = 60;

beforeAll(async () => {
  at = await addShop(deps, "one.myshopify.com");
  for (let n = 0; n < CAMPAIGNS; n += 1) {
    await addCampaign(deps, at, {
      name: `SUMMER${String(n).padStart(2, "0")}_10OFF`,
      // Few different ends, so that many campaigns tie.
      endsAt: n % 3 === 0 ? "" : `2026-0${7 + (n % 2)}-01T00:00`,
    });
  }
  let order = 0;
  for (const [campaign, uses] of [
    [5, 40],
    [6, 40],
    [7, 2],
    [8, 1],
  ] as const) {
    for (let use = 0; use < uses; use += 1) {
      const code = `SUMMER${String(campaign).padStart(2, "0")}_10OFF`;
      const payload = orderBody((order += 1), { discount_codes: [{ code, amount: "5.00" }] });
      await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
    }
  }
  await processInbox(deps, at.shop.id);
  const other = await addShop(deps, "two.myshopify.com");
  await addCampaign(deps, other);
});

/** Goes through all pages and back again. */
async function walk<T extends { id: string }>(
  list: (cursor: string | null) => Promise<Outcome<Page<T>>>,
): Promise<T[]> {
  const forth: T[][] = [];
  let page = valueOf(await list(null));
  expect(page.previous).toBeNull();
  for (;;) {
    forth.push(page.rows);
    if (page.next === null) break;
    page = valueOf(await list(page.next));
  }
  const back: T[][] = [page.rows];
  while (page.previous !== null) {
    page = valueOf(await list(page.previous));
    back.unshift(page.rows);
  }
  const ids = (pages: T[][]) => pages.map((rows) => rows.map(({ id }) => id));
  expect(ids(back)).toEqual(ids(forth));
  expect(forth.slice(0, -1).every((rows) => rows.length === 25)).toBe(true);
  const all = forth.flat();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(page.total).toBe(all.length);
  return all;
}

const campaigns =
  (sort: CampaignSort, text = "") =>
  (cursor: string | null) =>
    listCampaigns(deps, at.as("viewer"), { status: "all", text, sort, cursor });

test("campaigns by each sort, forth and back, each once", async () => {
  const by = async (sort: CampaignSort) => {
    const rows = await walk(campaigns(sort));
    expect(rows).toHaveLength(CAMPAIGNS);
    return rows;
  };
  const names = (await by("name")).map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect((await by("newest")).map(({ name }) => name)).toEqual([...names].reverse());
  const uses = (await by("uses")).map((row) => row.uses);
  expect(uses).toEqual([...uses].sort((a, b) => b - a));
  expect(uses.slice(0, 5)).toEqual([40, 40, 2, 1, 0]);
  const revenue = (await by("revenue")).map((row) => row.revenueMinor);
  expect(revenue).toEqual([...revenue].sort((a, b) => b - a));
  const ends = (await by("ends")).map((row) => row.endsAt ?? "9999");
  expect(ends).toEqual([...ends].sort());
});

test("a filter by text takes what was typed literally, in any case", async () => {
  expect(await walk(campaigns("name", " summer0"))).toHaveLength(10);
  for (const text of ["%", "\\", "'", "SUMMER__"])
    expect(await walk(campaigns("name", text))).toEqual([]);
});

test("a filter by status finds what a summary says", async () => {
  const all = await walk(campaigns("name"));
  for (const status of ["active", "scheduled", "expired", "used_up", "paused", "ended"] as const) {
    const found = await walk((cursor) =>
      listCampaigns(deps, at.as("viewer"), { status, text: "", sort: "name", cursor }),
    );
    expect(found.map(({ id }) => id)).toEqual(
      all.filter((row) => row.status === status).map(({ id }) => id),
    );
  }
});

test("codes, cases and the activity log, forth and back, each once", async () => {
  const codes = await walk((cursor) =>
    listCodes(deps, at.as("viewer"), { filter: { ...NO_FILTER, text: "summer" }, cursor }),
  );
  expect(codes).toHaveLength(CAMPAIGNS);
  expect(codes.filter(({ uses }) => uses > 0).map(({ uses }) => uses)).toEqual([1, 2, 40, 40]);
  expect(codes.find(({ uses }) => uses === 2)?.lastUsedAt).toBe("2026-06-10T10:00:00Z");
  const cases = await walk((cursor) =>
    listCases(deps, at.as("reviewer"), { filter: EVERY_OPEN_CASE, cursor }),
  );
  expect(cases.flatMap(({ orders }) => orders)).toHaveLength(39 + 39 + 1);
  const log = await walk((cursor) => listAudit(deps, at.as("viewer"), { cursor }));
  expect(log).toHaveLength(CAMPAIGNS);
  expect(log[0]?.id).toBe(String(CAMPAIGNS));
});

test("who saw personal data, forth and back, each once", async () => {
  for (let people = 1; people <= 60; people += 1)
    await recordAccess(deps, at.as("reviewer"), "customers.searched", people);
  const log = await walk(async (cursor) => {
    const { accesses } = valueOf(await readPrivacy(deps, at.as("admin"), { accesses: cursor }));
    return done(accesses);
  });
  expect(log.map(({ people }) => people)).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
});

test("what customers asked for, forth and back, each once, also of one moment", async () => {
  await deps.database.prisma.dataExport.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({
      ...{ shopId: at.shop.id, id: randomUUID(), customerId: BigInt(n + 1), content: {} },
      createdAt: new Date(Date.UTC(2026, 5, 1 + (n % 4), 10, 0, 0, n % 2)),
    })),
  });
  const asked = await walk(async (cursor) => {
    const { requests } = valueOf(await readPrivacy(deps, at.as("admin"), { requests: cursor }));
    expect(requests.total).toBe(60);
    return done(requests);
  });
  expect(new Set(asked.map(({ customerId }) => customerId)).size).toBe(60);
  expect(asked.map(({ at: moment }) => moment)).toEqual(
    asked.map(({ at: moment }) => moment).sort((a, b) => (a < b ? 1 : -1)),
  );
});

test("codes are found by what they contain, signs taken literally", async () => {
  const found = (text: string) =>
    walk((cursor) => listCodes(deps, at.as("viewer"), { filter: { ...NO_FILTER, text }, cursor }));
  expect(await found("SUMMER0")).toHaveLength(10);
  expect(await found("su")).toHaveLength(CAMPAIGNS);
  expect(await found("ummer0")).toHaveLength(10);
  for (const text of ["um", "SUMMER_0", "%", "\\", "SUM%0"]) expect(await found(text)).toEqual([]);
});

test.each([
  "",
  "nonsense",
  "e30",
  Buffer.from('["<","\\u0000","x"]').toString("base64url"),
  Buffer.from("[1,2,3]").toString("base64url"),
])("a cursor that is not ours (%j) means the first page", async (cursor) => {
  const first = valueOf(await campaigns("name")(null));
  expect(valueOf(await campaigns("name")(cursor))).toEqual(first);
  const log = { cursor: null };
  expect(valueOf(await listAudit(deps, at.as("viewer"), { cursor }))).toEqual(
    valueOf(await listAudit(deps, at.as("viewer"), log)),
  );
});
