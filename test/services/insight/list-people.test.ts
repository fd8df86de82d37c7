import { beforeAll, expect, test } from "vitest";

import type { PeopleLine, PeopleLines } from "#app/domain/insight/people-line.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { listPeople } from "#app/services/insight/list-people.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z" });
const DAY_MS = 86_400_000;
const ORDERS = 170;
const PEOPLE = 40;
const SUMMER = "SUMMER26_10OFF";
const WINTER = "WINTER26_15OFF";

type Placed = { id: number; at: string; person: number | null; codes: string[]; counts: boolean };

/** Several at the same instant, one in nine of nobody known, one in eleven cancelled, the first three years old. */
const placed: Placed[] = Array.from({ length: ORDERS }, (_, index) => {
  const days = index === 0 ? 1_100 : 1 + ((index * 37) % 80);
  return {
    id: index + 1,
    at: new Date(Date.parse("2026-06-15T10:00:00Z") - days * DAY_MS).toISOString(),
    person: index % 9 === 4 ? null : 1 + ((index * 7) % PEOPLE),
    codes: [[], [SUMMER], [WINTER], [SUMMER, WINTER]][(index === 0 ? 1 : index) % 4] ?? [],
    counts: index % 11 !== 5,
  };
});

let at: TestShop;
let campaigns: Record<string, string>;

beforeAll(async () => {
  at = await addShop(deps, "people.myshopify.com");
  const long = { startsAt: "2023-01-01T00:00" };
  campaigns = {
    [SUMMER]: await addCampaign(deps, at, { name: SUMMER, ...long }),
    [WINTER]: await addCampaign(deps, at, { name: WINTER, ...long }),
  };
  await deps.database.prisma.code.updateMany({
    data: { assignedFrom: new Date("2023-01-01T00:00:00Z") },
  });
  for (const { id, at: created, person, codes, counts } of placed) {
    const payload = orderBody(id, {
      ...{ created_at: created, updated_at: created, email: null },
      customer: person === null ? null : { id: person },
      discount_codes: codes.map((code) => ({ code, amount: "2.00" })),
      cancelled_at: counts ? null : created,
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, at.shop.id);
    const issued = Array.from({ length: 120 }, (_, index) => ({
      ...{ campaignId: campaigns[SUMMER]!, codeKey: null, channel: "mail", customerId: null },
      at: new Date(Date.parse("2026-04-01T08:00:00Z") + (index % 7) * DAY_MS),
      who: identityHashes(at.shop, {
        ...{ customerId: String(index + 1), email: null, phone: null },
      })[0]!,
    }));
    const context = { now: deps.now(), newId: deps.newId };
    await recordIssuance(client, at.shop, issued, context);
  });
  await foldPeople(deps);
  // As the server does by itself after a while: plans for tables of unknown size are none to measure.
  await deps.database.pool.query("ANALYZE");
});

const isBefore = (a: Placed, b: Placed) => a.at < b.at || (a.at === b.at && a.id < b.id);
const counting = placed.filter(({ counts }) => counts);

/** Read plainly: every order beside every other. */
function expected(of: string, carries: (order: Placed) => boolean): number[] {
  const earlier = (order: Placed, which: (other: Placed) => boolean) =>
    counting.some(
      (other) => other.person === order.person && isBefore(other, order) && which(other),
    );
  const any = () => true;
  const is: Record<string, (order: Placed) => boolean> = {
    new: (order) => order.person !== null && !earlier(order, any),
    returning: (order) => order.person !== null && earlier(order, any),
    unknown: ({ person }) => person === null,
    again: (order) => order.person !== null && !earlier(order, carries),
  };
  return counting
    .filter((order) => carries(order) && is[of]?.(order))
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
    .map(({ id }) => id);
}

const ALL = { from: "2023-01-01", to: "2026-06-15", days: "" };

async function allPages(
  of: string,
  slice: string,
  channel = "",
  within = "30",
): Promise<PeopleLine[][]> {
  const pages: PeopleLine[][] = [];
  const ask = async (cursor: string | null): Promise<PeopleLines> => {
    const asked = { of, slice, channel, cursor, within, range: ALL };
    return valueOf(await listPeople(deps, at.as("viewer"), asked));
  };
  let page = await ask(null);
  for (pages.push(page.lines); page.next !== null; pages.push(page.lines))
    page = await ask(page.next);
  return pages;
}

const SLICES: [slice: string, carries: (order: Placed) => boolean][] = [
  ["shop:orders", () => true],
  ["shop:coded", ({ codes }) => codes.length > 0],
  ["campaign", ({ codes }) => codes.includes(SUMMER)],
];

test.each(
  ["new", "returning", "unknown"].flatMap((of) => SLICES.map((slice) => [of, ...slice] as const)),
)("%s of %s: page by page, each order once, the newest first", async (of, slice, carries) => {
  const own = slice === "campaign" ? `campaign:${campaigns[SUMMER]}` : slice;
  const pages = await allPages(of, own);
  const ids = pages.flat().map(({ order }) => Number(order?.id));
  expect(ids).toEqual(expected(of, carries));
  expect(pages.every((lines) => lines.length <= 50)).toBe(true);
});

test.each(SLICES)("of %s are counted as many as are on all pages", async (slice) => {
  const own = slice === "campaign" ? `campaign:${campaigns[SUMMER]}` : slice;
  for (const of of ["new", "returning", "unknown", "again"]) {
    const asked = { of, slice: own, channel: "", cursor: null, within: "60", range: ALL };
    const { count } = valueOf(await listPeople(deps, at.as("viewer"), asked));
    const lines = (await allPages(of, own, "", "60")).flat();
    const did = lines.filter(({ next }) => next !== null && next.days <= 60).length;
    expect([of, count]).toEqual([of, { all: lines.length, did: of === "again" ? did : null }]);
    expect(lines.length).toBeGreaterThan(0);
  }
});

test("few who came back among very many orders of a day are found without walking those", async () => {
  const crowd = await addShop(deps, "crowd.myshopify.com");
  const campaign = await addCampaign(deps, crowd, { name: SUMMER, startsAt: "2023-01-01T00:00" });
  const [many, few] = [2_000, 8];
  await addCrowd(crowd, campaign, many, few);
  for (const slice of ["shop:orders", "shop:coded", `campaign:${campaign}`]) {
    const { watched, rowsRead } = watchRows();
    const asked = { of: "returning", slice, channel: "", cursor: null, within: "30", range: ALL };
    const { lines } = valueOf(await listPeople(watched, crowd.as("viewer"), asked));
    expect(lines.map(({ order }) => Number(order?.id))).toEqual(
      Array.from({ length: few }, (_, n) => many + n + 1),
    );
    const rows = await rowsRead();
    expect(rows).toBeGreaterThan(few);
    expect(rows).toBeLessThan(many / 10);
  }
});

/** One order each of many people on one day, and later on it another one of a few of them, all with a campaign's code. */
async function addCrowd(
  { shop }: TestShop,
  campaign: string,
  many: number,
  few: number,
): Promise<void> {
  const { pool } = deps.database;
  const people =
    "INSERT INTO person (shop_id, id, created_at) SELECT $1, 900000 + n, now() FROM generate_series(1, $2::int) n";
  const orders = `
    INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
      presentment_currency, presentment_total_minor, presentment_discount_minor, financial_status, test, codes, refunds,
      disputes, person_id, channel)
    SELECT $1, n, '#' || n, '2026-06-10T12:00:00Z'::timestamptz + make_interval(hours => (n > $2)::int * 3, secs => -n),
      now(), 'EUR', 3000, 500, 'EUR', 3000, 500, 'paid', false, '[]', '[]', '[]', 900000 + (n - 1) % $2 + 1, 'web'
    FROM generate_series(1, $2::int + $3::int) n`;
  const entries = `
    INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
      time_zone, campaign_id, channel, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor,
      refund_minor, currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor,
      presentment_refund_minor, entered_at)
    SELECT o.shop_id, o.id, k.key, 1, 'redemption', o.placed_at, '2026-06-10', 12, 'UTC', k.campaign, 'web', 1, 0, 1, 1,
      3000, 500, 0, 'EUR', 'EUR', 3000, 500, 0, now()
    FROM shop_order o, (VALUES ('', NULL), ('+', NULL), ($2, $3::uuid)) k (key, campaign) WHERE o.shop_id = $1`;
  await pool.query(people, [shop.id, many]);
  await pool.query(orders, [shop.id, many, few]);
  await pool.query(entries, [shop.id, SUMMER, campaign]);
  await pool.query("ANALYZE");
  await inTransaction(pool, (client) => rebuildRollups(client, shop));
  await pool.query("ANALYZE");
}

/** Deps that note queries, and what the last of them that reads people looked at: rows, in all steps of its plan. */
function watchRows(): { watched: typeof deps; rowsRead: () => Promise<number> } {
  const { pool } = deps.database;
  let asked: { text: string; values: unknown[] } | undefined;
  const query = (text: unknown, values: unknown[]) => {
    if (typeof text === "string" && text.includes("person_tally")) asked = { text, values };
    return (pool.query as (...all: unknown[]) => Promise<unknown>).call(pool, text, values);
  };
  const noting = Object.assign(Object.create(pool) as typeof pool, { query });
  type Plan = { "Actual Rows": number; "Actual Loops": number; Plans?: Plan[] };
  const sum = (plan: Plan): number =>
    (plan.Plans ?? []).reduce(
      (all, each) => all + sum(each),
      plan["Actual Rows"] * plan["Actual Loops"],
    );
  return {
    watched: { ...deps, database: { ...deps.database, pool: noting } },
    async rowsRead() {
      const explain = `EXPLAIN (ANALYZE, FORMAT JSON) ${asked?.text ?? ""}`;
      const { rows } = await pool.query<{ "QUERY PLAN": { Plan: Plan }[] }>(explain, asked?.values);
      return sum(rows[0]!["QUERY PLAN"][0]!.Plan);
    },
  };
}

test.each(SLICES)("first orders of %s, with the next order of any kind", async (slice, carries) => {
  const own = slice === "campaign" ? `campaign:${campaigns[SUMMER]}` : slice;
  const lines = (await allPages("again", own)).flat();
  // Only of people whose 30 days are over.
  const over = placed.filter((order) => order.at < "2026-05-16").map(({ id }) => id);
  const ids = expected("again", carries).filter((id) => over.includes(id));
  expect(lines.map(({ order }) => Number(order?.id))).toEqual(ids);
  for (const { order, next } of lines) {
    const first = placed.find(({ id }) => id === Number(order?.id))!;
    const later = counting
      .filter((other) => other.person === first.person && isBefore(first, other))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
    expect(Number(next?.id ?? 0)).toBe(later[0]?.id ?? 0);
  }
});

test("to whom it was issued: page by page, each person once", async () => {
  const slice = `campaign:${campaigns[SUMMER]}`;
  const pages = await allPages("issued", slice);
  expect(pages.map((lines) => lines.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(120);
  const times = pages.flat().map(({ issued }) => issued?.at ?? "");
  expect(times).toEqual(times.toSorted().reverse());
  expect(await allPages("issued", slice, "leaflet")).toEqual([[]]);
  const used = pages.flat().filter(({ order }) => order !== null).length;
  for (const [channel, count] of [
    ["", { all: 120, did: used }],
    ["mail", { all: 120, did: used }],
    ["leaflet", { all: 0, did: 0 }],
  ] as const) {
    const asked = { of: "issued", slice, channel, cursor: null, within: "30", range: ALL };
    expect(valueOf(await listPeople(deps, at.as("viewer"), asked)).count).toEqual(count);
  }
});

test("the orders behind what a campaign brought in all its time open all, however long ago", async () => {
  const slice = `campaign:${campaigns[SUMMER]}`;
  const asked = (range: { from: string; to: string; days: string }) =>
    listLines(deps, at.as("viewer"), { slice, range, cursor: null });
  const all = valueOf(await asked({ from: "", to: "", days: "all" }));
  const total = await deps.database.prisma.rollup.findFirstOrThrow({
    where: { shopId: at.shop.id, grain: "total", key: campaigns[SUMMER]! },
  });
  expect(all.sums).toMatchObject({
    redemptions: total.redemptions,
    revenueMinor: Number(total.revenueMinor),
  });
  const year = valueOf(await asked({ from: "", to: "", days: "365" }));
  expect(year.sums.redemptions).toBe(total.redemptions - 1);
  const then = valueOf(await asked({ from: "2023-01-01", to: "2026-06-15", days: "" }));
  expect(then.sums).toEqual(all.sums);
});
