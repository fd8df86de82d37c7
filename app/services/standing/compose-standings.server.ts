import { foldUses } from "#app/domain/policy/fold-uses.ts";
import { issuedMembership } from "#app/domain/policy/rule.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import type { PutTogether } from "#app/domain/identity/cluster/put-together.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";
import { ledgerUses } from "../guard/ledger-uses.server.ts";
import { ruleTermsOf } from "../guard/rule-terms.server.ts";
import { scopedPeople, type ScopedPerson } from "../guard/scoped-people.server.ts";
import { putTogether } from "../person/put-together.server.ts";
import { issuedCampaigns } from "../issuance/issued-campaigns.server.ts";
import { seasonsOf } from "../season/season-rows.server.ts";
import { membershipsIn } from "../segment/ask-memberships.server.ts";

export type StandingRow = { customerId: string; personId: string | null; memberships: string[] };

/**
 * What each customer's standing should say now: from the ledger, their orders, segments and tags, and the staff's
 * decisions, and what was issued to them, nothing else. Whom staff put together have all of it together. `at`: as it
 * stood then, but for segments and tags, of which no past is kept.
 */
export async function composeStandings(
  deps: Deps,
  shop: Shop,
  rows: readonly StandingRow[],
  at: Date | null = null,
): Promise<Map<string, Standing>> {
  const shopId = shop.id;
  const today = zoneOf(shop.timeZone).dayOf(at ?? deps.now());
  const personIds = [...new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])))];
  const campaigns = await activeCampaigns(deps, shopId, at);
  const seasons = await seasonsOf(deps.database.prisma, shopId);
  const rules = campaigns.map((campaign) => ruleTermsOf(campaign, { seasons, today }));
  const asked = new Set(rules.flatMap(({ eligibility }) => membershipsIn(eligibility)));
  const together = await putTogether(deps.database.pool, shopId, at);
  const whom = { shopId, together, today, personIds, at };
  const uses = await ledgerUses(deps, campaigns, whom);
  const issued = await issuedTo(deps, campaigns, whom);
  const disqualified = await scopedPeople(deps, "disqualified", whom);
  const signIn = await scopedPeople(deps, "sign_in", whom);
  const allowed = await scopedPeople(deps, "allowed", whom);
  const returning = await withOrders(deps, whom);
  const of = (people: readonly ScopedPerson[], personId: string | null) =>
    people
      .filter((each) => each.personId === personId)
      .map(({ scope, until }) => ({ scope, until }));
  return new Map(
    rows.map(({ customerId, personId, memberships }) => [
      customerId,
      {
        uses: foldUses(uses.get(personId ?? "") ?? [], rules, today),
        memberships: [
          ...memberships.filter((each) => asked.has(each)),
          ...(issued.get(personId ?? "") ?? []),
        ].sort(),
        isReturning: personId !== null && returning.has(personId),
        disqualified: of(disqualified, personId),
        signIn: of(signIn, personId),
        allowed: of(allowed, personId),
      },
    ]),
  );
}

type Whom = {
  shopId: number;
  together: PutTogether;
  personIds: readonly string[];
  at: Date | null;
};

/** By person: which of the campaigns that only those may use to whom they were issued. */
async function issuedTo(
  { database }: Deps,
  campaigns: readonly Campaign[],
  { shopId, together, personIds, at }: Whom,
): Promise<Map<string, string[]>> {
  const rules = new Map(
    campaigns.filter(({ issuedOnly }) => issuedOnly).map((each) => [each.id, ruleIdOf(each)]),
  );
  const people = together.withOthers(personIds);
  const issued = await issuedCampaigns(database.pool, shopId, people, [...rules.keys()], at);
  return new Map(
    [...together.shared(issued)].map(([personId, ids]) => [
      personId,
      [...new Set(ids)].map((id) => issuedMembership(rules.get(id) ?? "")),
    ]),
  );
}

/** Of these people, who has an order that was not cancelled, or was not by then. */
async function withOrders(
  deps: Deps,
  { shopId, together, personIds, at }: Whom,
): Promise<Set<string>> {
  const { rows } = await deps.database.pool.query<{ root: string }>(WITH_ORDERS, [
    shopId,
    together.withOthers(personIds),
    at,
  ]);
  return new Set(together.withOthers(rows.map(({ root }) => root)));
}

const WITH_ORDERS = `
  SELECT DISTINCT m.root::text AS root FROM (
    SELECT id, id AS root FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id, root_id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  ) m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  WHERE (o.cancelled_at IS NULL OR o.cancelled_at > $3::timestamptz) AND ($3 IS NULL OR o.placed_at <= $3) AND NOT o.test`;
