import type pg from "pg";

import {
  findOvershoots,
  notIssued,
  type CountedUse,
  type LimitedCampaign,
} from "#app/domain/flag/overshoot.ts";
import { groupOf } from "#app/domain/campaign/limit.ts";
import { issuedCampaigns } from "../issuance/issued-campaigns.server.ts";
import { placedUses } from "../redemption/counted-uses.server.ts";
import { allowedPeople, limitedCampaigns, type Allowed } from "./overshoot-facts.server.ts";

/**
 * Flags the uses of these people beyond a limit, judged anew from all their uses in the order they were placed. A flag
 * nobody has decided on is withdrawn when its reason is gone; one that was withdrawn opens again.
 */
export async function findOvershootFlags(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
  context: { now: Date; newId: () => string },
): Promise<void> {
  const uses = await placedUses(client, { shopId, personIds });
  const facts = await limitedCampaigns(client, shopId, uses);
  const allowed = await allowedPeople(client, shopId, personIds);
  const issued = await issuedCampaigns(client, shopId, personIds, facts.issuedOnly);
  const byPerson = Map.groupBy(uses, ({ personId }) => personId);
  const rows = [...byPerson].flatMap(([personId, theirs]) => {
    const own = allowed.filter((each) => each.personId === personId);
    const isAllowed = (use: CountedUse) => own.some((each) => covers(each, use, facts.campaigns));
    const withheld = facts.issuedOnly.filter((id) => !issued.get(personId)?.includes(id));
    const campaigns = campaignsFor(facts.campaigns, withheld);
    const found = findOvershoots(theirs, { ...facts, campaigns, isAllowed });
    return found.map(({ orderId, codeKey, evidence }) => {
      const use = theirs.find((each) => each.orderId === orderId && each.codeKey === codeKey);
      const number = groupOf(evidence);
      const group = number === null ? undefined : facts.groupNames.get(number);
      const currency = evidence.spent && use && facts.currencies.get(use.campaignId);
      const named = { ...(group ? { group } : {}), ...(currency ? { currency } : {}) };
      return {
        ...{ orderId, codeKey, personId, campaignId: use?.campaignId ?? null },
        ...{ id: context.newId(), evidence: { ...evidence, ...named } },
      };
    });
  });
  await client.query(RAISE, [shopId, JSON.stringify(rows), context.now]);
  await client.query(WITHDRAW, [shopId, personIds, JSON.stringify(rows)]);
}

/** The campaigns as they are for somebody to whom some were not issued. */
export function campaignsFor(
  campaigns: ReadonlyMap<string, LimitedCampaign>,
  withheld: readonly string[],
): ReadonlyMap<string, LimitedCampaign> {
  if (withheld.length === 0) return campaigns;
  return new Map(
    [...campaigns].map(([id, each]) => [id, withheld.includes(id) ? notIssued(each) : each]),
  );
}

/** Whether somebody was allowed more on the day they used a code. */
export function covers(
  { campaignId, groupNumber, from, liftedAt, until }: Allowed,
  use: CountedUse,
  campaigns: ReadonlyMap<string, { groups: readonly number[] }>,
): boolean {
  const isInScope =
    groupNumber !== null
      ? (campaigns.get(use.campaignId)?.groups.includes(groupNumber) ?? false)
      : campaignId === null || campaignId === use.campaignId;
  const isInTime =
    use.placedAt >= from &&
    (liftedAt === null || use.placedAt < liftedAt) &&
    (until === null || use.day <= until);
  return isInScope && isInTime;
}

/** Flags that stand as they are are not touched, for whoever scores may hold them; the others oldest first, as scoring does. */
const RAISE = `
  INSERT INTO flag AS f (shop_id, id, kind, order_id, campaign_id, code_key, person_id, evidence, state, created_at)
  SELECT $1, n.id, 'overshoot', n."orderId", n."campaignId", n."codeKey", n."personId", n.evidence, 'open', $3
  FROM json_to_recordset($2::json) AS n
    (id uuid, "orderId" bigint, "campaignId" uuid, "codeKey" text, "personId" bigint, evidence jsonb)
  WHERE NOT EXISTS (
    SELECT FROM flag k WHERE k.shop_id = $1 AND k.kind = 'overshoot' AND k.order_id = n."orderId"
      AND k.code_key = n."codeKey" AND k.evidence = n.evidence AND k.person_id = n."personId" AND k.state <> 'withdrawn')
  ORDER BY n."orderId", n."codeKey"
  ON CONFLICT (shop_id, kind, order_id, code_key) DO UPDATE
  SET evidence = excluded.evidence, person_id = excluded.person_id,
      state = CASE f.state WHEN 'withdrawn' THEN 'open' ELSE f.state END
  WHERE f.state <> 'reviewed'`;

const WITHDRAW = `
  WITH member AS (
    SELECT id FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  )
  UPDATE flag f SET state = 'withdrawn'
  FROM shop_order o JOIN member m ON m.id = o.person_id
  WHERE f.shop_id = $1 AND f.kind = 'overshoot' AND f.state = 'open'
    AND o.shop_id = f.shop_id AND o.id = f.order_id
    AND NOT EXISTS (
      SELECT FROM json_to_recordset($3::json) AS n ("orderId" bigint, "codeKey" text)
      WHERE n."orderId" = f.order_id AND n."codeKey" = f.code_key)`;
