import type { Actor } from "#app/domain/access/actor.ts";
import { listCheckouts } from "#app/services/checkout/list-checkouts.server.ts";
import { compareSlices } from "#app/services/insight/compare-slices.server.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { listPeople } from "#app/services/insight/list-people.server.ts";
import { readBreakdown } from "#app/services/insight/read-breakdown.server.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import type { BenchShop } from "../bench-deps.ts";

export type Page = { name: string; ask(bench: BenchShop): Promise<void> };

const campaign = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const lastDays = (days: number) => ({ from: "", to: "", days: String(days) });

const PEOPLE = { within: "30", channel: "", range: lastDays(365), cursor: null };

/** A page's whole service call; it must have found something. */
function page<T>(
  name: string,
  call: (deps: BenchShop["deps"], actor: Actor) => Promise<{ ok: true; value: T } | { ok: false }>,
  hasNumbers: (value: T) => boolean,
): Page {
  return {
    name,
    async ask({ deps, shop }) {
      const actor: Actor = {
        kind: "staff",
        shopId: shop.id,
        id: "1",
        name: "Bench",
        role: "admin",
      };
      const answer = await call(deps, actor);
      if (!answer.ok || !hasNumbers(answer.value)) throw new Error(`${name} has nothing to show.`);
    },
  };
}

export const PAGES: Page[] = [
  page(
    "home, 30 days",
    (deps, actor) => readDashboard(deps, actor, { days: 30 }),
    ({ redemptions }) => redemptions.value > 0,
  ),
  ...["dimension:season", "campaign", "segment", "channel_coded"].map((grain) =>
    page(
      `insights by ${grain}, 30 days`,
      (deps, actor) => readBreakdown(deps, actor, { grain, range: lastDays(30) }),
      ({ rows }) => (rows[0]?.now.uses ?? 0) > 0,
    ),
  ),
  page(
    "insights by season, a year",
    (deps, actor) =>
      readBreakdown(deps, actor, { grain: "dimension:season", range: lastDays(365) }),
    ({ rows }) => (rows[0]?.now.uses ?? 0) > 0,
  ),
  ...[30, 365].map((days) =>
    page(
      `report of a campaign, ${days} days`,
      (deps, actor) => readReport(deps, actor, campaign(7), lastDays(days)),
      ({ now }) => now.uses > 0,
    ),
  ),
  page(
    "comparison of five campaigns, 90 days",
    (deps, actor) =>
      compareSlices(deps, actor, {
        slices: [1, 2, 3, 4, 5].map((n) => `campaign:${campaign(n)}`),
        range: lastDays(90),
        then: "",
      }),
    ({ compared }) => compared.length === 5 && compared.every(({ now }) => now.uses > 0),
  ),
  ...[
    ...["shop:redeemed", "shop:coded", "shop:uncoded"],
    ...[`campaign:${campaign(7)}`, "dimension:season:SUMMER"],
  ].map((slice) =>
    page(
      `orders behind ${slice}, a year`,
      (deps, actor) => listLines(deps, actor, { slice, range: lastDays(365), cursor: null }),
      ({ lines }) => lines.length > 0,
    ),
  ),
  ...(["all", "ordered", "open"] as const).map((of) =>
    page(
      `checkouts of a campaign, ${of}, a year`,
      (deps, actor) =>
        listCheckouts(deps, actor, campaign(7), { of, range: lastDays(365), cursor: null }),
      ({ count, checkouts }) => count > 0 && checkouts.length > 0,
    ),
  ),
  ...(["new", "returning", "again", "issued"] as const).map((of) =>
    page(
      `people of a campaign, ${of}, a year`,
      (deps, actor) => listPeople(deps, actor, { ...PEOPLE, of, slice: `campaign:${campaign(7)}` }),
      ({ lines }) => lines.length > 0,
    ),
  ),
  ...(["new", "returning", "again"] as const).map((of) =>
    page(
      `people with a code, ${of}, a year`,
      (deps, actor) => listPeople(deps, actor, { ...PEOPLE, of, slice: "shop:coded" }),
      ({ lines }) => lines.length > 0,
    ),
  ),
];

/** What the pages ask first of all, asked of the ledger: sums by day of 60 days, by season, and of one campaign. */
export const PEERS: Page[] = [
  raw(
    "the ledger by day",
    "SELECT effective_day, {sums} FROM ledger_entry l WHERE {days} GROUP BY 1",
  ),
  raw(
    "the ledger by season",
    `SELECT v.value, {sums} FROM ledger_entry l
     JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
     JOIN dimension_value v ON v.shop_id = l.shop_id AND v.field = 'season' AND v.set_id = c.dimension_set_id
     WHERE {days} GROUP BY 1`,
  ),
  raw(
    "the ledger of a campaign",
    `SELECT effective_day, {sums} FROM ledger_entry l WHERE {days} AND campaign_id = '${campaign(7)}' GROUP BY 1`,
  ),
];

function raw(name: string, sql: string): Page {
  const text = sql
    .replace("{sums}", "sum(redemptions), sum(reversals), sum(revenue_minor), sum(discount_minor)")
    .replace("{days}", "l.shop_id = $1 AND l.effective_day > (now() - interval '60 days')::date");
  return {
    name,
    async ask({ deps, shop }) {
      const { rowCount } = await deps.database.pool.query(text, [shop.id]);
      if (!rowCount) throw new Error(`${name} has nothing to show.`);
    },
  };
}
