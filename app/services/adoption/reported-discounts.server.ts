import type { ReportedDiscount } from "#app/domain/adoption/report/finding.ts";
import type { ReportContext } from "#app/domain/adoption/report/find-findings.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { lintSeverities } from "../naming/lint-settings.server.ts";
import { compiled } from "../naming/load-convention.server.ts";

/** Discounts with more codes than this were filled by a machine. */
const FEW = 10;

type Row = Omit<ReportedDiscount, "named" | "campaign"> & {
  campaignId: string | null;
  campaignName: string | null;
  conventionId: string | null;
  conventionVersion: number | null;
  dimensions: Record<string, string> | null;
};

/** All discounts of a store as its report looks at them; codes are only counted, but for a few. */
export async function reportedDiscounts(deps: Deps, shop: Shop): Promise<ReportedDiscount[]> {
  const { rows } = await deps.database.pool.query<Row>(ALL, [shop.id, FEW]);
  const conventions = await conventionsOf(deps, shop.id);
  return rows.map(({ campaignId, campaignName, conventionId, conventionVersion, ...row }) => {
    const convention = conventions.get(`${conventionId} ${conventionVersion}`);
    return {
      ...row,
      campaign: campaignId === null ? null : { id: campaignId, name: campaignName ?? "" },
      named: convention ? { convention, dimensions: row.dimensions ?? {} } : null,
    };
  });
}

export async function reportContext(deps: Deps, shop: Shop): Promise<ReportContext> {
  const severities = await lintSeverities(deps.database.prisma, shop.id);
  const { currency } = shop;
  return { now: deps.now(), currency, timeZone: zoneOf(shop.timeZone), severities };
}

async function conventionsOf(deps: Deps, shopId: number): Promise<Map<string, Convention>> {
  const rows = await deps.database.prisma.convention.findMany({ where: { shopId } });
  return new Map(
    rows.map(({ id, version, pattern, fields }) => [`${id} ${version}`, compiled(pattern, fields)]),
  );
}

const ALL = `
  SELECT d.id::text, d.title, d.method, d.terms, d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.uses,
    m.result AS mapping, c.id AS "campaignId", c.name AS "campaignName",
    COALESCE(s.convention_id, m.convention_id)::text AS "conventionId",
    COALESCE(s.convention_version, m.convention_version) AS "conventionVersion",
    COALESCE(s.dimensions, m.dimensions) AS dimensions,
    COALESCE(k.codes, 0) AS codes, COALESCE(k.used, 0) AS "usedCodes",
    (SELECT max(l.effective_at) FROM ledger_entry l WHERE l.shop_id = $1 AND l.campaign_id = c.id AND l.redemptions > 0) AS "lastUsedAt",
    (SELECT n.assigned_from FROM code n WHERE n.shop_id = $1 AND n.campaign_id = c.id AND n.state = 'live'
      ORDER BY n.id DESC LIMIT 1) AS "codesAddedAt",
    CASE WHEN k.codes <= $2 THEN ARRAY(SELECT r.code FROM redeem_code r
      WHERE r.shop_id = $1 AND r.discount_id = d.id ORDER BY r.id) ELSE '{}' END AS texts
  FROM discount d
  LEFT JOIN discount_mapping m ON m.shop_id = d.shop_id AND m.discount_id = d.id
  LEFT JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.campaign_id
  LEFT JOIN dimension_set s ON s.shop_id = c.shop_id AND s.id = c.dimension_set_id
  LEFT JOIN (
    SELECT discount_id, count(*)::int AS codes, (count(*) FILTER (WHERE uses > 0))::int AS used
    FROM redeem_code WHERE shop_id = $1 GROUP BY discount_id
  ) k ON k.discount_id = d.id
  WHERE d.shop_id = $1 AND d.deleted_at IS NULL`;
