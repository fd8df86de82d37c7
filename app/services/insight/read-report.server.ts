import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { usedShare } from "#app/domain/campaign/used-share.ts";
import { figuresOf, type Figures, type Sums } from "#app/domain/insight/figures.ts";
import { distributionsOf, returnsOf, usedUpOn } from "#app/domain/insight/people.ts";
import { listDays, rangeBefore, readRange, type Range } from "#app/domain/insight/range.ts";
import type {
  CapBurn,
  CampaignReport,
  ChartDay,
  ExpiredUnused,
} from "#app/domain/insight/report.ts";
import type { Slice } from "#app/domain/insight/slice.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { budgetBurn } from "../campaign/budget-burn.server.ts";
import { countCheckouts } from "../checkout/count-checkouts.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readFirstOrders, readIssued, readPeople } from "./read-people.server.ts";
import { readCampaignLeaks } from "./read-leaks.server.ts";
import { readCampaignWatch } from "./read-watch.server.ts";
import { readSums, sumOver, type DailySums } from "./read-sums.server.ts";

export type AskedRange = { from: string; to: string; days: string };

/** What one campaign brought in a range of days, compared with the days before, and what became of its people. */
export async function readReport(
  deps: Deps,
  actor: Actor,
  id: string,
  asked: AskedRange,
): Promise<Outcome<CampaignReport>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const row = isId(id)
    ? await deps.database.prisma.campaign.findFirst({ where: { shopId, id } })
    : null;
  if (!row)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = readRange(asked, today, 30);
  const before = rangeBefore(range);
  const slice: Slice = { grain: "campaign", key: id };
  const [daily = new Map<string, Sums>()] = await readSums(deps, shop, [slice], {
    from: before.from,
    to: range.to,
  });
  const now = figuresOf(sumOver(daily, range));
  const [[these = NONE, those = NONE], people, first, issued, caps, watch, leaks] =
    await Promise.all([
      countCheckouts(deps, shopId, id, [range, before]),
      readPeople(deps, shopId, id, range),
      readFirstOrders(deps, shopId, id, range),
      readIssued(deps, shopId, id, range),
      capsOf(deps, row, now, range),
      readCampaignWatch(deps, shop, id),
      readCampaignLeaks(deps, shopId, id),
    ]);
  return done({
    campaign: {
      ...{ id, name: row.name, currency: shop.currency },
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt?.toISOString() ?? null,
    },
    ...{ range, before, now, then: figuresOf(sumOver(daily, before)) },
    uses: chartOf(daily, range, before, ({ uses }) => uses),
    netMinor: chartOf(daily, range, before, ({ netMinor }) => netMinor),
    checkouts: { now: these, then: those },
    people,
    returns: returnsOf(first, today),
    distributions: distributionsOf(issued),
    ...caps,
    ...{ watch, leaks },
  });
}

const NONE = { checkouts: 0, ordered: 0 };

/** Each day of a range with the day as far into the one before it. */
export function chartOf(
  daily: DailySums,
  range: Range,
  before: Range,
  of: (figures: Figures) => number,
): ChartDay[] {
  const then = listDays(before);
  const on = (day: string) => {
    const sums = daily.get(day);
    return sums ? of(figuresOf(sums)) : 0;
  };
  return listDays(range).map((day, index) => {
    const dayBefore = then[index] ?? day;
    return {
      ...{ day, value: on(day), hasLines: daily.has(day) },
      ...{ dayBefore, before: on(dayBefore), hadLines: daily.has(dayBefore) },
    };
  });
}

async function capsOf(
  deps: Deps,
  row: Campaign,
  now: Figures,
  range: Range,
): Promise<{ burn: CapBurn[]; expired: ExpiredUnused | null }> {
  const { pool } = deps.database;
  const { rows } = await pool.query<{ uses: number; codes: number }>(ALL_TIME, [
    row.shopId,
    row.id,
  ]);
  const { uses = 0, codes = 0 } = rows[0] ?? {};
  const burn: CapBurn[] = [];
  if (row.spendCapMinor !== null) {
    const most = Number(row.spendCapMinor);
    const { spentMinor } = await inTransaction(pool, (client) => budgetBurn(client, row));
    const usedUp = usedUpOn(most, spentMinor, now.discountMinor, range);
    burn.push({ cap: "spend", most, used: spentMinor, usedUp });
  }
  if (row.totalCap !== null) {
    const usedUp = usedUpOn(row.totalCap, uses, now.uses, range);
    burn.push({ cap: "uses", most: row.totalCap, used: uses, usedUp });
  }
  return { burn, expired: expiredOf(row, codes, deps.now()) };
}

/** `used`: codes, of which one that slipped past the guard may have been used twice. */
function expiredOf(row: Campaign, used: number, now: Date): ExpiredUnused | null {
  const share = usedShare({ ...row, uses: used });
  if (!row.endsAt || row.endsAt > now || share?.of !== "codes made") return null;
  const { base } = share;
  return { endedAt: row.endsAt.toISOString(), unused: Math.max(0, base - used), of: base };
}

const ALL_TIME = `
  SELECT COALESCE(sum(redemptions - reversals), 0)::int AS uses,
    (SELECT count(*)::int FROM code k WHERE k.shop_id = $1 AND k.campaign_id = $2::uuid AND k.is_used) AS codes
  FROM rollup WHERE shop_id = $1 AND grain = 'total' AND key = $2::text`;
