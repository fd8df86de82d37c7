import { DISQUALIFIED, guestDigest, type DigestKey } from "#app/domain/policy/digest.ts";
import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import { periodOf } from "#app/domain/policy/period.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { limitOf, ruleIdOf } from "../campaign/campaign-row.server.ts";
import { countedUses } from "../redemption/counted-uses.server.ts";
import { guestKeyOf } from "../person/identity-hashes.server.ts";

type Mark = { personId: string; rule: string; period: string };

/**
 * The digests by which the checkout knows a guest who reached a limit or is disqualified. When they do not all fit,
 * none of the affected limits is held for guests, and the warning says so: half a list would be unfair at random.
 */
export async function guestShards(
  deps: Deps,
  shop: Shop,
): Promise<{ shards: readonly string[]; warning: string | null }> {
  const key = guestKeyOf(shop);
  const marks = [...(await reachedMarks(deps, shop)), ...(await disqualifiedMarks(deps, shop))];
  const digests = await digestsOf(deps, shop.id, key, marks);
  const encoded = encodeGuests(digests, key);
  if (encoded.ok) return { shards: encoded.shards, warning: null };
  const none = encodeGuests([], key);
  return {
    shards: none.ok ? none.shards : [],
    warning:
      `${encoded.count} guests have reached a limit; checkout can hold ${encoded.capacity}. ` +
      "Limits are not held for guests now. Ask guests to sign in, or end old campaigns.",
  };
}

/** Who has used up a limit in the period that runs now, of campaigns that compare guests. */
async function reachedMarks(deps: Deps, shop: Shop): Promise<Mark[]> {
  const now = deps.now();
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: {
      shopId: shop.id,
      guestRule: "match",
      perCustomer: { not: null },
      wanted: { not: "ended" },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
  });
  if (campaigns.length === 0) return [];
  const today = zoneOf(shop.timeZone).dayOf(now);
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const uses = await countedUses(deps.database.pool, {
    shopId: shop.id,
    campaignIds: [...byId.keys()],
  });
  const counts = new Map<string, Mark & { count: number; most: number }>();
  for (const use of uses) {
    const mark = currentMark(byId.get(use.campaignId), use, today);
    if (!mark) continue;
    const id = `${mark.personId} ${mark.rule}`;
    const known = counts.get(id) ?? { ...mark, count: 0 };
    counts.set(id, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].filter(({ count, most }) => count >= most);
}

function currentMark(
  campaign: Campaign | undefined,
  use: { personId: string; day: string },
  today: string,
): (Mark & { most: number }) | null {
  const limit = campaign && limitOf(campaign);
  if (!campaign || !limit) return null;
  const period = periodOf(limit.window, today);
  if (!period || periodOf(limit.window, use.day)?.key !== period.key) return null;
  return {
    personId: use.personId,
    rule: ruleIdOf(campaign),
    period: period.key,
    most: limit.perCustomer,
  };
}

async function disqualifiedMarks(deps: Deps, shop: Shop): Promise<Mark[]> {
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const { rows } = await deps.database.pool.query<{ personId: string; number: number | null }>(
    DISQUALIFICATIONS,
    [shop.id, today],
  );
  return rows.map(({ personId, number }) => ({
    personId,
    rule: number === null ? "*" : number.toString(36),
    period: DISQUALIFIED,
  }));
}

const DISQUALIFICATIONS = `
  SELECT DISTINCT COALESCE(p.root_id, p.id)::text AS "personId", c.number
  FROM disqualification d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  LEFT JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.campaign_id
  WHERE d.shop_id = $1 AND d.lifted_at IS NULL AND (d.until IS NULL OR d.until >= $2::date)
    AND (d.campaign_id IS NULL OR c.wanted <> 'ended')`;

async function digestsOf(
  deps: Deps,
  shopId: number,
  key: DigestKey,
  marks: readonly Mark[],
): Promise<string[]> {
  const personIds = [...new Set(marks.map(({ personId }) => personId))];
  const { rows } = await deps.database.pool.query<{ personId: string; guestHash: string }>(
    IDENTITIES,
    [shopId, personIds],
  );
  const identities = Map.groupBy(rows, (row) => row.personId);
  return marks.flatMap(({ personId, rule, period }) =>
    (identities.get(personId) ?? []).map(({ guestHash }) =>
      guestDigest(key, rule, period, guestHash),
    ),
  );
}

const IDENTITIES = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", i.guest_hash AS "guestHash"
  FROM person_identity i
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1 AND i.guest_hash IS NOT NULL AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
