import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";

import type {
  CheckoutLine,
  CheckoutLines,
  CheckoutsOf,
} from "#app/domain/checkout/checkout-list.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { countCheckouts } from "#app/services/checkout/count-checkouts.server.ts";
import { listCheckouts } from "#app/services/checkout/list-checkouts.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z" });
const { pool, prisma } = deps.database;
const SUMMER = "SUMMER26_10OFF";
const MAILED = "SUMMER26_10OFF_MAIL";
const WINTER = "WINTER26_15OFF";
let shops = 0;
let at: TestShop;
let summer: string;
let winter: string;

beforeEach(async () => {
  at = await addShop(deps, `checkouts-${(shops += 1)}.myshopify.com`);
  const long = { startsAt: "2026-01-01T00:00" };
  summer = await addCampaign(deps, at, { name: SUMMER, ...long });
  winter = await addCampaign(deps, at, { name: WINTER, ...long });
  const assignedFrom = new Date("2026-01-01T00:00:00Z");
  await prisma.code.updateMany({ where: { shopId: at.shop.id }, data: { assignedFrom } });
  const mailed = { code: MAILED, codeKey: MAILED, state: "live", assignedFrom };
  await prisma.code.create({
    data: { shopId: at.shop.id, campaignId: summer, ...mailed, createdAt: assignedFrom },
  });
});

type Told = { topic: string; payload: Record<string, unknown> };
const entered = (...codes: string[]) => codes.map((code) => ({ code, amount: "5.00" }));

function checkout(id: number, change: Record<string, unknown> = {}): Told {
  const created = { created_at: "2026-06-10T09:00:00Z", completed_at: null };
  const payload = { token: `token-${id}`, ...created, discount_codes: entered(SUMMER) };
  return { topic: "checkouts/update", payload: { ...payload, ...change } };
}

function order(id: number, change: Record<string, unknown> = {}): Told {
  const payload = orderBody(id, { checkout_token: `token-${id}`, ...change });
  return { topic: "orders/create", payload };
}

async function tell(...told: Told[]): Promise<void> {
  for (const each of told) await deliver(deps, at.shop.domain, each);
  await processInbox(deps, at.shop.id);
}

const ALL = { from: "2026-01-01", to: "2026-06-15" };
const count = async (campaign = summer, range = ALL) =>
  (await countCheckouts(deps, at.shop.id, campaign, [range]))[0];

const asked = (of: string) => ({ of, range: { ...ALL, days: "" }, cursor: null });

async function list(of: CheckoutsOf, campaign = summer): Promise<CheckoutLine[]> {
  const lines: CheckoutLine[] = [];
  for (let cursor: string | null = null; ;) {
    const page: CheckoutLines = valueOf(
      await listCheckouts(deps, at.as("viewer"), campaign, { ...asked(of), cursor }),
    );
    lines.push(...page.checkouts);
    if (page.next === null) return lines;
    cursor = page.next;
  }
}

it("counts a checkout once however often it is told, and the order it becomes", async () => {
  await tell(checkout(1), checkout(1), checkout(2));
  expect(await count()).toEqual({ checkouts: 2, ordered: 0 });
  await tell(order(1), checkout(1, { completed_at: "2026-06-10T10:00:00Z" }), order(1));
  expect(await count()).toEqual({ checkouts: 2, ordered: 1 });
  const open = { startedAt: "2026-06-10T09:00:00.000Z", isOrdered: false, order: null };
  const ordered = { isOrdered: true, order: { id: "1", name: "#1" } };
  expect(await list("ordered")).toMatchObject([ordered]);
  expect(await list("open")).toMatchObject([open]);
  expect(await list("all")).toHaveLength(2);
});

it("keeps a code that was taken out again, counts each campaign's own, and none of nobody's codes", async () => {
  await tell(
    checkout(1),
    checkout(1, { discount_codes: [] }),
    checkout(1, { discount_codes: entered(MAILED) }),
    checkout(2, { discount_codes: entered(SUMMER, WINTER, "UNKNOWN") }),
    checkout(3, { discount_codes: entered("UNKNOWN") }),
    order(4, { checkout_token: null }),
    order(5, { test: true }),
  );
  expect(await count(summer)).toEqual({ checkouts: 2, ordered: 0 });
  expect(await count(winter)).toEqual({ checkouts: 1, ordered: 0 });
  expect(await prisma.checkout.count({ where: { shopId: at.shop.id } })).toBe(3);
  expect((await list("open")).map(({ codes }) => codes)).toEqual(
    expect.arrayContaining([[SUMMER, MAILED], [SUMMER]]),
  );
  expect(await list("open", winter)).toMatchObject([{ codes: [WINTER] }]);
});

it("an order whose checkout was never told was at one all the same, and so was one that says only that it is finished", async () => {
  await tell(order(1), checkout(2, { completed_at: "2026-06-10T10:00:00Z" }));
  expect(await count()).toEqual({ checkouts: 2, ordered: 2 });
  expect(await list("ordered")).toMatchObject([
    { isOrdered: true, order: { name: "#1" } },
    { isOrdered: true, order: null },
  ]);
});

it("keeps nothing that opens a checkout or names a shopper", async () => {
  await tell(checkout(1));
  const { rows } = await pool.query("SELECT * FROM checkout WHERE shop_id = $1", [at.shop.id]);
  const [row] = rows as Record<string, unknown>[];
  expect(Object.keys(row ?? {}).sort()).toEqual([
    "campaign_id",
    "code_ids",
    "is_ordered",
    "order_id",
    "shop_id",
    "started_at",
    "token_hash",
  ]);
  expect(row?.["token_hash"]).toHaveLength(16);
  expect(JSON.stringify(row)).not.toContain("token-1");
});

it("counts by the shop's days, and anew when the shop moves", async () => {
  await tell(checkout(1, { created_at: "2026-06-09T23:30:00Z" }));
  const on = (day: string) => count(summer, { from: day, to: day });
  expect([await on("2026-06-09"), await on("2026-06-10")]).toMatchObject([
    { checkouts: 0 },
    { checkouts: 1 },
  ]);
  await prisma.shop.update({ where: { id: at.shop.id }, data: { timeZone: "America/New_York" } });
  await tell(checkout(2, { created_at: "2026-06-09T23:30:00Z" }));
  expect([await on("2026-06-09"), await on("2026-06-10")]).toMatchObject([
    { checkouts: 2 },
    { checkouts: 0 },
  ]);
});

it("pages through all of them, newest first, also those of one moment", async () => {
  const told = Array.from({ length: 120 }, (_, index) =>
    checkout(index + 1, { created_at: `2026-06-1${index % 3}T09:00:00Z` }),
  );
  await tell(...told);
  expect(await list("all")).toEqual(await list("open"));
  const lines = await list("open");
  expect(new Set(lines.map(({ key }) => key)).size).toBe(120);
  const starts = lines.map(({ startedAt }) => startedAt);
  expect(starts).toEqual([...starts].sort().reverse());
});

test.each(["", "nonsense", "1781600000000-0-zz", "99999999999999999-0-00"])(
  "a cursor %j that is none of ours is the first page",
  async (cursor) => {
    await tell(checkout(1));
    const page = { ...asked("open"), cursor };
    const { checkouts } = valueOf(await listCheckouts(deps, at.as("viewer"), summer, page));
    expect(checkouts).toHaveLength(1);
  },
);

test.each(["", "nonsense", "00000000-0000-4000-8000-000000000000"])(
  "there is no campaign %j",
  async (id) => {
    const answer = await listCheckouts(deps, at.as("viewer"), id, asked("open"));
    expect(refusalOf(answer)).toBe("not_found");
  },
);

describe("in any order, and however often", () => {
  const story: Told[] = [
    checkout(1),
    checkout(1, { discount_codes: entered(SUMMER, WINTER) }),
    checkout(1, { discount_codes: entered(WINTER), completed_at: "2026-06-10T10:00:00Z" }),
    order(1, { discount_codes: entered(WINTER) }),
    checkout(2, { created_at: "2026-06-09T21:59:00Z", discount_codes: entered(MAILED) }),
    checkout(2, { created_at: "2026-06-09T21:59:00Z", discount_codes: entered(SUMMER, MAILED) }),
    order(2, { created_at: "2026-06-10T00:30:00Z" }),
    checkout(3),
    order(4, { created_at: "2026-06-11T00:30:00Z" }),
  ];
  const everything = () =>
    pool.query<Record<string, unknown>>(
      `SELECT c.campaign_id, encode(token_hash, 'hex') AS hash, code_ids, started_at, is_ordered, order_id,
         (SELECT json_agg(json_build_array(day, checkouts, ordered) ORDER BY day) FROM checkout_day d
          WHERE d.shop_id = c.shop_id AND d.campaign_id = c.campaign_id) AS days
       FROM checkout c WHERE shop_id = $1 ORDER BY 1, 2`,
      [at.shop.id],
    );

  it("the same is kept and counted, and a rebuild changes nothing", async () => {
    await tell(...story);
    const ideal = (await everything()).rows;
    expect(ideal).toHaveLength(5);
    const arrivals = fc.array(fc.array(fc.constantFrom(...story), { maxLength: 4 }), {
      maxLength: 4,
    });
    const everyOne = fc.shuffledSubarray(story, { minLength: story.length });
    await fc.assert(
      fc.asyncProperty(arrivals, everyOne, async (before, all) => {
        await prisma.$executeRaw`DELETE FROM checkout WHERE shop_id = ${at.shop.id}`;
        await prisma.$executeRaw`DELETE FROM checkout_day WHERE shop_id = ${at.shop.id}`;
        for (const batch of before) await tell(...batch);
        await tell(...all.slice(0, 3));
        await tell(...all.slice(3));
        expect((await everything()).rows).toEqual(ideal);
        const shop = await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } });
        await inTransaction(pool, (client) => rebuildRollups(client, shop));
        expect((await everything()).rows).toEqual(ideal);
      }),
      { numRuns: 12 },
    );
  });
});
