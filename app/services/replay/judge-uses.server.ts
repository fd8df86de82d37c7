import type pg from "pg";

import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { findOvershoots, type CountedUse } from "#app/domain/flag/overshoot.ts";
import type { TriedLimits } from "#app/domain/replay/history.ts";
import { refusedUses, useKey } from "#app/domain/replay/judge-history.ts";
import type { JudgedUse, Over } from "#app/domain/replay/tally-history.ts";
import { campaignsFor, covers } from "../flag/find-overshoot-flags.server.ts";
import { allowedPeople, limitedCampaigns } from "../flag/overshoot-facts.server.ts";
import { issuedCampaigns } from "../issuance/issued-campaigns.server.ts";
import { placedUses, type PlacedPersonUse } from "../redemption/counted-uses.server.ts";

type Tried = { shopId: number; campaignId: string; limits: TriedLimits };

/** All uses of these people, judged by the campaigns' limits, and with each of those that are tried in the one's place. */
export async function judgeUses(
  client: pg.PoolClient,
  { shopId, campaignId, limits }: Tried,
  people: readonly string[],
): Promise<JudgedUse[]> {
  const uses = await placedUses(client, { shopId, personIds: people });
  const judge = () => judgeAll(client, shopId, people, uses);
  const judgeBy = async (tried: readonly CampaignLimit[]) => {
    await client.query("SAVEPOINT own_limits");
    await client.query(SET_LIMITS, [shopId, campaignId, JSON.stringify(tried)]);
    const judged = await judge();
    await client.query("ROLLBACK TO SAVEPOINT own_limits; RELEASE SAVEPOINT own_limits");
    return judged;
  };
  const now = await judge();
  const first = await judgeBy(limits.first);
  const second = limits.second && (await judgeBy(limits.second));
  return uses.map((use) => {
    const key = useKey(use);
    const said = (what: keyof Judged): Over => ({
      ...{ now: now[what].has(key), first: first[what].has(key) },
      second: second && second[what].has(key),
    });
    const { orderId, codeKey, personId, placedAt, day } = use;
    const about = { orderId, codeKey, personId, campaignId: use.campaignId, placedAt, day };
    return { ...about, over: said("refused"), flagged: said("flagged") };
  });
}

const SET_LIMITS = "UPDATE campaign SET limits = $3::jsonb WHERE shop_id = $1 AND id = $2";

/** Uses by `useKey`: see `JudgedUse`. */
type Judged = { refused: Set<string>; flagged: Set<string> };

/** Judges the uses of these people by the campaigns' limits, as this connection sees them. */
async function judgeAll(
  client: pg.PoolClient,
  shopId: number,
  people: readonly string[],
  uses: readonly PlacedPersonUse[],
): Promise<Judged> {
  const facts = await limitedCampaigns(client, shopId, uses);
  const allowed = await allowedPeople(client, shopId, people);
  const issued = await issuedCampaigns(client, shopId, people, facts.issuedOnly);
  const judged: Judged = { refused: new Set(), flagged: new Set() };
  for (const [personId, theirs] of Map.groupBy(uses, (use) => use.personId)) {
    const own = allowed.filter((each) => each.personId === personId);
    const withheld = facts.issuedOnly.filter((id) => !issued.get(personId)?.includes(id));
    const campaigns = campaignsFor(facts.campaigns, withheld);
    const isAllowed = (use: CountedUse) => own.some((each) => covers(each, use, facts.campaigns));
    const setting = { ...facts, campaigns, isAllowed };
    for (const key of refusedUses(theirs, setting)) judged.refused.add(key);
    for (const over of findOvershoots(theirs, setting)) judged.flagged.add(useKey(over));
  }
  return judged;
}
