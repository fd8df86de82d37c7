import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { redemptionRate } from "#app/domain/campaign/redemption-rate.ts";
import type { CampaignSummary, RedemptionRate } from "#app/domain/campaign/summary.ts";
import type { Dashboard, Measure } from "#app/domain/insight/dashboard.ts";
import { addDays, lastDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { listCampaigns } from "../campaign/list-campaigns.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readAside, readAttention, readEndedLeaks } from "./read-attention.server.ts";
import { readLive } from "./read-live.server.ts";
import { readSetup } from "./read-setup.server.ts";

const RUNNING_SHOWN = 5;

/** What the home page shows: the range's numbers with the same length of time before it, and what needs a person. */
export async function readDashboard(
  deps: Deps,
  actor: Actor,
  { days }: { days: 7 | 30 | 90 },
): Promise<Outcome<Dashboard>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = lastDays(today, days);
  const query = { status: "active", text: "", sort: "uses", cursor: null } as const;
  const [daily, running, redemptionRate, activeCodes, openCases, live, setup] = await Promise.all([
    readDaily(deps, shop, addDays(range[0] ?? today, -days)),
    listCampaigns(deps, actor, query),
    readRate(deps, shop),
    countActive(deps, shop),
    deps.database.prisma.reviewCase.count({ where: { shopId, state: "open" } }),
    readLive(deps, shop),
    readSetup(deps, shop),
  ]);
  const measure = (of: (row: DailyRow) => number) => measureOf(daily, range, of);
  const active = running.ok ? running.value : { rows: [], total: 0 };
  return done({
    shop: { name: shop.name, timeZone: shop.timeZone, currency: shop.currency },
    range: { from: range[0] ?? today, to: today, days },
    activeCampaigns: active.total,
    activeCodes,
    redemptions: measure((row) => row.uses),
    revenueMinor: measure((row) => row.revenueMinor),
    discountMinor: measure((row) => row.discountMinor),
    orders: measure((row) => row.orders),
    redemptionRate,
    live,
    openCases,
    attention: await readAttention(deps, actor, shop, openCases),
    aside: await readAside(deps, shop.id),
    endedLeaks: await readEndedLeaks(deps, shop.id),
    running: active.rows.slice(0, RUNNING_SHOWN) satisfies CampaignSummary[],
    setup,
  });
}

type DailyRow = {
  day: string;
  uses: number;
  orders: number;
  revenueMinor: number;
  discountMinor: number;
};

async function readDaily(deps: Deps, shop: Shop, from: string): Promise<Map<string, DailyRow>> {
  const { rows } = await deps.database.pool.query<DailyRow>(DAILY, [shop.id, from, shop.currency]);
  return new Map(rows.map((row) => [row.day, row]));
}

/** Uses and orders count whatever an order's currency; amounts are of the shop's own only. */
const DAILY = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day,
    COALESCE(sum(redemptions - reversals) FILTER (WHERE key = 'redeemed'), 0)::int AS uses,
    COALESCE(sum(redemptions - reversals) FILTER (WHERE key = 'orders'), 0)::int AS orders,
    COALESCE(sum(revenue_minor) FILTER (WHERE key = 'coded' AND currency = $3), 0)::float8 AS "revenueMinor",
    COALESCE(sum(discount_minor) FILTER (WHERE key = 'coded' AND currency = $3), 0)::float8 AS "discountMinor"
  FROM rollup
  WHERE shop_id = $1 AND day >= $2::date AND grain = 'shop' AND key IN ('orders', 'coded', 'redeemed')
  GROUP BY day`;

function measureOf(
  daily: ReadonlyMap<string, DailyRow>,
  range: readonly string[],
  of: (row: DailyRow) => number,
): Measure {
  const valueOn = (day: string) => {
    const row = daily.get(day);
    return row ? of(row) : 0;
  };
  const sum = (days: readonly string[]) => days.reduce((total, day) => total + valueOn(day), 0);
  const before = range.map((day) => addDays(day, -range.length));
  return {
    value: sum(range),
    before: sum(before),
    daily: range.map((day) => ({ day, value: valueOn(day) })),
  };
}

type ActiveRow = {
  codeKind: string;
  codeCount: number;
  usesPerCode: number | null;
  totalCap: number | null;
  uses: number;
};

/** The share of the codes that can be used now (or of the caps) that has been. */
async function readRate(deps: Deps, shop: Shop): Promise<RedemptionRate | null> {
  const { rows } = await deps.database.pool.query<ActiveRow>(ACTIVE, [shop.id, deps.now()]);
  const rates = rows.flatMap((row) => redemptionRate(row) ?? []);
  // Batches and caps are different bases and are not mixed: batches say more.
  const batches = rates.filter((rate) => rate.of === "codes made");
  const shown = batches.length > 0 ? batches : rates;
  const [first] = shown;
  if (!first) return null;
  return {
    of: first.of,
    used: shown.reduce((sum, { used }) => sum + used, 0),
    base: shown.reduce((sum, { base }) => sum + base, 0),
  };
}

const RUNNING = `c.shop_id = $1 AND c.wanted = 'on' AND c.starts_at <= $2 AND (c.ends_at IS NULL OR c.ends_at > $2)`;

/** Only campaigns whose rate has a base are summed up. */
const ACTIVE = `
  SELECT c.code_kind AS "codeKind", c.code_count AS "codeCount", c.total_cap AS "totalCap",
    c.uses_per_code AS "usesPerCode",
    (SELECT COALESCE(sum(redemptions - reversals), 0)::int FROM rollup r
      WHERE r.shop_id = c.shop_id AND r.grain = 'total' AND r.key = c.id::text) AS uses
  FROM campaign c
  WHERE ${RUNNING} AND (c.code_kind <> 'public' OR c.total_cap IS NOT NULL)`;

/** Counted up to here: a million would take as long as all the rest of the page. */
const MOST_COUNTED = 10_000;

async function countActive(deps: Deps, shop: Shop): Promise<Dashboard["activeCodes"]> {
  const values = [shop.id, deps.now(), MOST_COUNTED + 1];
  const { rows } = await deps.database.pool.query<{ count: number }>(COUNT_ACTIVE, values);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), hasMore: count > MOST_COUNTED };
}

const COUNT_ACTIVE = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM campaign c
    CROSS JOIN LATERAL (
      SELECT FROM code k WHERE k.shop_id = c.shop_id AND k.campaign_id = c.id AND k.state = 'live' LIMIT $3
    ) own
    WHERE ${RUNNING} LIMIT $3) AS live`;
