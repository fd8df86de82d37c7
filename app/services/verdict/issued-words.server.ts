import { dayWords } from "#app/domain/verdict/words.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

type Asked = { campaign: string; personId: string | null; at: Date | null };

/**
 * When and how a campaign (by its rule's id) was first issued to a person, as “, 1 June 2026 by newsletter”; empty when it
 * was not, or not recorded by `at`.
 */
export async function issuedWords(
  { database }: Deps,
  shop: Shop,
  { campaign, personId, at }: Asked,
): Promise<string> {
  const number = parseInt(campaign, 36);
  const { rows } = await database.pool.query<{ at: Date; channel: string }>(FIRST, [
    ...[shop.id, number, personId, at],
  ]);
  const [first] = rows;
  if (!first) return "";
  return `, ${dayWords(zoneOf(shop.timeZone).dayOf(first.at))} by ${first.channel}`;
}

const FIRST = `
  SELECT i.at, i.channel
  FROM person p
  JOIN issuance i ON i.shop_id = p.shop_id AND i.person_id = p.id
  JOIN campaign c ON c.shop_id = i.shop_id AND c.id = i.campaign_id AND c.number = $2
  WHERE p.shop_id = $1 AND (p.id = $3::bigint OR p.root_id = $3::bigint)
    AND ($4::timestamptz IS NULL OR i.created_at <= $4)
  ORDER BY i.at, i.id LIMIT 1`;
