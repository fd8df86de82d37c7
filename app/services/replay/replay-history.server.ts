import type pg from "pg";

import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { notIssued, type CountedUse, type LimitedCampaign } from "#app/domain/flag/overshoot.ts";
import {
  CHANGED_SHOWN,
  type Changed,
  type ChangedOrder,
  type HistoryResult,
} from "#app/domain/replay/history.ts";
import { refusedUses, useKey } from "#app/domain/replay/judge-history.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { covers } from "../flag/find-overshoot-flags.server.ts";
import { allowedPeople, limitedCampaigns } from "../flag/overshoot-facts.server.ts";
import { issuedCampaigns } from "../issuance/issued-campaigns.server.ts";
import { placedUses, type PlacedPersonUse } from "../redemption/counted-uses.server.ts";
import { inScratchSchema } from "./scratch-schema.server.ts";

type Asked = { campaignId: string; limits: readonly CampaignLimit[] };

/** Told after each so many people; answers whether to go on. */
type OnProgress = (done: number, total: number) => Promise<boolean>;

const PEOPLE_AT_ONCE = 1_000;

/**
 * What other limits of a campaign would have done with all the orders a shop knows of: judged person by person by what
 * judges them live, over the shop's own rows and a changed copy of its campaigns. Nothing of the shop's is changed.
 * @returns null when `onProgress` said to stop
 */
export function replayHistory(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  { campaignId, limits }: Asked,
  onProgress: OnProgress,
): Promise<HistoryResult | null> {
  return inScratchSchema(deps, shop.id, { copied: ["campaign"] }, async (client) => {
    const people = await peopleOf(client, shop.id, campaignId);
    const result = await nothingYet(client, shop, campaignId);
    if (!(await onProgress(0, people.length))) return null;
    for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
      const some = people.slice(at, at + PEOPLE_AT_ONCE);
      const uses = await placedUses(client, { shopId: shop.id, personIds: some });
      const now = await judge(client, shop.id, some, uses);
      await setLimits(client, shop.id, campaignId, limits);
      const then = await judge(client, shop.id, some, uses);
      await setLimits(client, shop.id, campaignId, null);
      const own = uses.filter((use) => use.campaignId === campaignId);
      result.people += new Set(own.map(({ personId }) => personId)).size;
      result.uses += own.length;
      result.overNow += own.filter((use) => now.has(useKey(use))).length;
      result.overThen += own.filter((use) => then.has(useKey(use))).length;
      const changed = uses.filter((use) => now.has(useKey(use)) !== then.has(useKey(use)));
      add(result, await pricedOrders(client, shop.id, changed, then));
      if (!(await onProgress(at + some.length, people.length))) return null;
    }
    result.orders.sort((a, b) => (a.placedAt < b.placedAt ? -1 : 1));
    result.orders.splice(CHANGED_SHOWN);
    return result;
  });
}

/** Who has used the campaign, by their roots. */
async function peopleOf(
  client: pg.PoolClient,
  shopId: number,
  campaignId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ root: string }>(PEOPLE, [shopId, campaignId]);
  return rows.map(({ root }) => root);
}

const USED = `
  FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  LEFT JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  WHERE l.shop_id = $1 AND l.campaign_id = $2 AND l.redemptions > 0`;

const PEOPLE = `
  SELECT DISTINCT COALESCE(p.root_id, p.id)::text AS root ${USED} AND p.id IS NOT NULL ORDER BY 1`;

async function nothingYet(
  client: pg.PoolClient,
  { id, currency }: Pick<Shop, "id" | "currency">,
  campaignId: string,
): Promise<HistoryResult> {
  const text = `SELECT count(DISTINCT o.id)::int AS orders ${USED} AND p.id IS NULL`;
  const { rows } = await client.query<{ orders: number }>(text, [id, campaignId]);
  return {
    ...{ currency, people: 0, uses: 0, overNow: 0, overThen: 0, orders: [] },
    ...{ refused: { ...NONE }, allowed: { ...NONE }, ofNobody: rows[0]?.orders ?? 0 },
  };
}

const NONE: Changed = { orders: 0, discountMinor: 0, revenueMinor: 0 };

/** The uses of these people that the campaigns' limits, as this connection sees them, refuse. */
async function judge(
  client: pg.PoolClient,
  shopId: number,
  people: readonly string[],
  uses: readonly PlacedPersonUse[],
): Promise<Set<string>> {
  const facts = await limitedCampaigns(client, shopId, uses);
  const allowed = await allowedPeople(client, shopId, people);
  const issued = await issuedCampaigns(client, shopId, people, facts.issuedOnly);
  const refused = new Set<string>();
  for (const [personId, theirs] of Map.groupBy(uses, (use) => use.personId)) {
    const own = allowed.filter((each) => each.personId === personId);
    const withheld = facts.issuedOnly.filter((id) => !issued.get(personId)?.includes(id));
    const campaigns = new Map<string, LimitedCampaign>(
      [...facts.campaigns].map(([id, each]) => [
        id,
        withheld.includes(id) ? notIssued(each) : each,
      ]),
    );
    const isAllowed = (use: CountedUse) => own.some((each) => covers(each, use, facts.campaigns));
    for (const key of refusedUses(theirs, { ...facts, campaigns, isAllowed })) refused.add(key);
  }
  return refused;
}

/** Gives the copied campaign other limits, or with null its own again. */
async function setLimits(
  client: pg.PoolClient,
  shopId: number,
  campaignId: string,
  limits: readonly CampaignLimit[] | null,
): Promise<void> {
  if (limits === null)
    await client.query("ROLLBACK TO SAVEPOINT own_limits; RELEASE SAVEPOINT own_limits");
  else {
    await client.query("SAVEPOINT own_limits");
    const text = "UPDATE campaign SET limits = $3::jsonb WHERE shop_id = $1 AND id = $2";
    await client.query(text, [shopId, campaignId, JSON.stringify(limits)]);
  }
}

/** The orders of these uses with what they came to. */
async function pricedOrders(
  client: pg.PoolClient,
  shopId: number,
  uses: readonly CountedUse[],
  then: ReadonlySet<string>,
): Promise<ChangedOrder[]> {
  if (uses.length === 0) return [];
  const asked = uses.map(({ orderId, codeKey }) => ({ orderId, codeKey }));
  const { rows } = await client.query<Priced>(PRICED, [shopId, JSON.stringify(asked)]);
  const priced = new Map(rows.map((row) => [useKey(row), row]));
  return uses.map((use) => ({
    ...{ orderId: use.orderId, name: use.orderName, placedAt: use.placedAt, code: use.code },
    becomes: then.has(useKey(use)) ? "refused" : "allowed",
    discountMinor: priced.get(useKey(use))?.discountMinor ?? 0,
    totalMinor: priced.get(useKey(use))?.totalMinor ?? 0,
  }));
}

type Priced = { orderId: string; codeKey: string; discountMinor: number; totalMinor: number };

const PRICED = `
  SELECT n."orderId"::text AS "orderId", n."codeKey", o.total_minor::float8 AS "totalMinor",
    COALESCE(sum(l.discount_minor), 0)::float8 AS "discountMinor"
  FROM json_to_recordset($2::json) AS n ("orderId" bigint, "codeKey" text)
  JOIN shop_order o ON o.shop_id = $1 AND o.id = n."orderId"
  LEFT JOIN ledger_entry l ON l.shop_id = $1 AND l.order_id = o.id AND l.code_key = n."codeKey"
  GROUP BY n."orderId", n."codeKey", o.total_minor`;

function add(result: HistoryResult, orders: readonly ChangedOrder[]): void {
  for (const { becomes, discountMinor, totalMinor } of orders) {
    const sum = result[becomes];
    sum.orders += 1;
    sum.discountMinor += discountMinor;
    sum.revenueMinor += totalMinor;
  }
  result.orders.push(...orders);
}
