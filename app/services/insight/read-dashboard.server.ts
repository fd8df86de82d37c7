import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { Dashboard, Measure } from "#app/domain/insight/dashboard.ts";
import { addDays, lastDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { listCampaigns } from "../campaign/list-campaigns.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readAttention, readEndedLeaks } from "./read-attention.server.ts";
import { readNumbers, type DailyRow } from "./read-numbers.server.ts";
import { readShopFacts } from "./read-shop-facts.server.ts";

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
  const [numbers, running, { setAside, ...facts }] = await Promise.all([
    readNumbers(deps, shop, addDays(range[0] ?? today, -days)),
    listCampaigns(deps, actor, query),
    readShopFacts(deps, shop),
  ]);
  const { daily, live, usedShare } = numbers;
  const { attention, aside } = await readAttention(deps, actor, shop, {
    openCases: facts.openCases,
    setAside,
  });
  const measure = (of: (row: DailyRow) => number) => measureOf(daily, range, of);
  const active = running.ok ? running.value : { rows: [], total: 0 };
  return done({
    shop: { name: shop.name, timeZone: shop.timeZone, currency: shop.currency },
    range: { from: range[0] ?? today, to: today, days },
    activeCampaigns: active.total,
    redemptions: measure((row) => row.uses),
    revenueMinor: measure((row) => row.revenueMinor),
    discountMinor: measure((row) => row.discountMinor),
    orders: measure((row) => row.orders),
    usedShare,
    live,
    ...{ attention, aside },
    endedLeaks: await readEndedLeaks(deps, shop.id),
    running: active.rows.slice(0, RUNNING_SHOWN) satisfies CampaignSummary[],
    ...facts,
  });
}

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
