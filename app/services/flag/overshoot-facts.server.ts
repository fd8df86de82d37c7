import type pg from "pg";

import type { CountedUse, LimitedCampaign } from "#app/domain/flag/overshoot.ts";
import type { Season } from "#app/domain/policy/season.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { countedLimitsOf } from "../campaign/campaign-row.server.ts";

type Facts = {
  campaigns: Map<string, LimitedCampaign & { householdLimit: number | null; isForNew: boolean }>;
  seasons: Season[];
  groupNames: Map<number, string>;
  /** By campaign. */
  currencies: Map<string, string>;
  /** Those only for whom they were issued to. */
  issuedOnly: string[];
};

/** The limits of the campaigns that these uses are of, and what they are counted by. */
export async function limitedCampaigns(
  client: pg.PoolClient,
  shopId: number,
  uses: readonly Pick<CountedUse, "campaignId">[],
): Promise<Facts> {
  const ids = [...new Set(uses.map(({ campaignId }) => campaignId))];
  const campaigns = await client.query<CampaignRow>(CAMPAIGNS, [shopId, ids]);
  const seasons = await client.query<Season>(SEASONS, [shopId]);
  const groups = await client.query<{ number: number; name: string }>(
    "SELECT number, name FROM campaign_group WHERE shop_id = $1",
    [shopId],
  );
  return {
    campaigns: new Map(
      campaigns.rows.map(({ groups: numbers, ...row }) => {
        const { id, householdLimit, isForNew } = row;
        const limits = countedLimitsOf(row);
        return [id, { id, limits, groups: numbers ?? [], householdLimit, isForNew }];
      }),
    ),
    seasons: seasons.rows,
    groupNames: new Map(groups.rows.map(({ number, name }) => [number, name])),
    currencies: new Map(campaigns.rows.map(({ id, currency }) => [id, currency])),
    issuedOnly: campaigns.rows.filter((row) => row.issuedOnly).map(({ id }) => id),
  };
}

type CampaignRow = Parameters<typeof countedLimitsOf>[0] & {
  id: string;
  currency: string;
  groups: number[] | null;
  issuedOnly: boolean;
  householdLimit: number | null;
  isForNew: boolean;
};

const CAMPAIGNS = `
  SELECT id, number, limits, groups, currency, customer_cap_minor::float8 AS "customerCapMinor", issued_only AS "issuedOnly",
    household_limit AS "householdLimit", COALESCE(eligibility ->> 'customers' = 'new', false) AS "isForNew"
  FROM campaign
  WHERE shop_id = $1 AND id = ANY ($2::uuid[]) ORDER BY number`;

const SEASONS = `
  SELECT key, name, to_char(first, 'YYYY-MM-DD') AS first, to_char(last, 'YYYY-MM-DD') AS last, yearly
  FROM season WHERE shop_id = $1`;

/** An allowance of a person: from when, until which local day, and when it was lifted. Instants in UTC. */
export type Allowed = {
  personId: string;
  campaignId: string | null;
  groupNumber: number | null;
  from: string;
  until: string | null;
  liftedAt: string | null;
};

/** All allowances these people (given by their roots) ever had. */
export async function allowedPeople(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
): Promise<Allowed[]> {
  const { rows } = await client.query<Allowed>(ALLOWED, [shopId, personIds]);
  return rows;
}

const ALLOWED = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", a.campaign_id AS "campaignId",
    a.group_number AS "groupNumber", to_char(a.until, 'YYYY-MM-DD') AS until,
    ${instantSql("a.created_at")} AS "from",
    ${instantSql("a.lifted_at")} AS "liftedAt"
  FROM allowance a JOIN person p ON p.shop_id = a.shop_id AND p.id = a.person_id
  WHERE a.shop_id = $1 AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
