import { DISQUALIFIED, guestDigest, type DigestKey } from "#app/domain/policy/digest.ts";
import { encodeGuests } from "#app/domain/policy/guests-wire.ts";
import { guestMarks, type LedgerUse } from "#app/domain/policy/fold-uses.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";
import { countedUses } from "../redemption/counted-uses.server.ts";
import { guestKeyOf } from "../person/identity-hashes.server.ts";
import { ruleTermsOf } from "./rule-terms.server.ts";

/** What a person leaves on the wire: a counter they reached a limit of, or what they are disqualified from. */
type Mark = { personId: string; counter: string; period: string };

/**
 * The digests by which the checkout knows a guest who reached a limit or is disqualified. When they do not all fit,
 * none of the affected limits is held for guests, and the warning says so: half a list would be unfair at random.
 */
export async function guestShards(
  deps: Deps,
  shop: Shop,
): Promise<{ shards: readonly string[]; warning: string | null }> {
  const key = guestKeyOf(shop);
  const asOf = zoneOf(shop.timeZone).dayOf(deps.now());
  const disqualified = await disqualifiedMarks(deps, shop, asOf);
  const marks = [...(await reachedMarks(deps, shop, asOf)), ...disqualified];
  const digests = await digestsOf(deps, shop.id, key, marks);
  const encoded = encodeGuests(digests, key, { asOf, someDisqualified: disqualified.length > 0 });
  if (encoded.ok) return { shards: encoded.shards, warning: null };
  const none = encodeGuests([], key, { asOf, someDisqualified: false });
  return {
    shards: none.ok ? none.shards : [],
    warning:
      `${encoded.count} guests have reached a limit; checkout can hold ${encoded.capacity}. ` +
      "Limits are not held for guests now. Ask guests to sign in, or end old campaigns.",
  };
}

/** Who has used up a limit in the window that runs today, of campaigns that compare guests. */
async function reachedMarks(deps: Deps, shop: Shop, today: string): Promise<Mark[]> {
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: {
      shopId: shop.id,
      guestRule: "match",
      perCustomer: { not: null },
      wanted: { not: "ended" },
      OR: [{ endsAt: null }, { endsAt: { gt: deps.now() } }],
    },
  });
  if (campaigns.length === 0) return [];
  const rules = campaigns.map(ruleTermsOf);
  const ruleIds = new Map(campaigns.map((campaign) => [campaign.id, ruleIdOf(campaign)]));
  const uses = await countedUses(deps.database.pool, {
    shopId: shop.id,
    campaignIds: campaigns.map(({ id }) => id),
  });
  return [...Map.groupBy(uses, ({ personId }) => personId)].flatMap(([personId, theirs]) => {
    const ledger = theirs.map(({ campaignId, codeKey, day }): LedgerUse => {
      return { campaign: ruleIds.get(campaignId) ?? "", groups: [], codeKey, day };
    });
    return guestMarks(ledger, rules, today).map((mark) => ({ personId, ...mark }));
  });
}

async function disqualifiedMarks(deps: Deps, shop: Shop, today: string): Promise<Mark[]> {
  const { rows } = await deps.database.pool.query<{ personId: string; number: number | null }>(
    DISQUALIFICATIONS,
    [shop.id, today],
  );
  return rows.map(({ personId, number }) => ({
    personId,
    counter: number === null ? "*" : number.toString(36),
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
  return marks.flatMap(({ personId, counter, period }) =>
    (identities.get(personId) ?? []).map(({ guestHash }) =>
      guestDigest(key, counter, period, guestHash),
    ),
  );
}

const IDENTITIES = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", i.guest_hash AS "guestHash"
  FROM person_identity i
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1 AND i.guest_hash IS NOT NULL AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
