import { foldUses } from "#app/domain/policy/fold-uses.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";
import { ruleTermsOf } from "../guard/rule-terms.server.ts";
import { countedUses } from "../redemption/counted-uses.server.ts";

export type StandingRow = { customerId: string; personId: string | null; segments: string[] };

/** What each customer's standing should say now: from the ledger, the segments and the staff's decisions, nothing else. */
export async function composeStandings(
  deps: Deps,
  shop: Shop,
  rows: readonly StandingRow[],
): Promise<Map<string, Standing>> {
  const now = deps.now();
  const today = zoneOf(shop.timeZone).dayOf(now);
  const personIds = [...new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])))];
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: {
      shopId: shop.id,
      wanted: { not: "ended" },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
  });
  const uses =
    personIds.length > 0
      ? await countedUses(deps.database.pool, {
          shopId: shop.id,
          personIds,
          campaignIds: campaigns.map(({ id }) => id),
        })
      : [];
  const asked = new Set(campaigns.flatMap(({ segmentId }) => (segmentId ? [segmentId] : [])));
  const disqualified = await disqualifications(deps, shop.id, personIds, today);
  const rules = campaigns.map(ruleTermsOf);
  const ruleIds = new Map(campaigns.map((campaign) => [campaign.id, ruleIdOf(campaign)]));
  const ledger = Map.groupBy(uses, (use) => use.personId);
  return new Map(
    rows.map(({ customerId, personId, segments }) => {
      const theirs = (ledger.get(personId ?? "") ?? []).map(({ campaignId, codeKey, day }) => ({
        campaign: ruleIds.get(campaignId) ?? "",
        groups: [],
        codeKey,
        day,
      }));
      const standing: Standing = {
        uses: foldUses(theirs, rules, today),
        memberships: segments.filter((id) => asked.has(id)).sort(),
        isReturning: false,
        disqualified: disqualified
          .filter((each) => each.personId === personId)
          .map(({ scope, until }) => ({ scope, until })),
        allowed: [],
      };
      return [customerId, standing];
    }),
  );
}

async function disqualifications(
  deps: Deps,
  shopId: number,
  personIds: readonly string[],
  today: string,
): Promise<{ personId: string; scope: string; until: string | null }[]> {
  if (personIds.length === 0) return [];
  const { rows } = await deps.database.pool.query<{
    personId: string;
    number: number | null;
    until: string | null;
  }>(DISQUALIFICATIONS, [shopId, personIds, today]);
  return rows.map(({ personId, number, until }) => ({
    personId,
    scope: number === null ? "*" : number.toString(36),
    until,
  }));
}

/** One row for each person and campaign: the one that holds longest. */
const DISQUALIFICATIONS = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", c.number,
         CASE WHEN bool_or(d.until IS NULL) THEN NULL ELSE to_char(max(d.until), 'YYYY-MM-DD') END AS until
  FROM disqualification d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  LEFT JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.campaign_id
  WHERE d.shop_id = $1 AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])
    AND d.lifted_at IS NULL AND (d.until IS NULL OR d.until >= $3::date)
    AND (d.campaign_id IS NULL OR c.wanted <> 'ended')
  GROUP BY 1, c.number
  ORDER BY 1, c.number`;
