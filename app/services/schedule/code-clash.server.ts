import { matches } from "#app/domain/policy/rule.ts";
import { queryIn, type Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { uniqueMatchOf } from "../campaign/campaign-row.server.ts";

/** Why a text cannot become one more code of a campaign, in a sentence; null when it can. `key`: as codes are compared. */
export async function codeClash(
  db: Db,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
  key: string,
): Promise<string | null> {
  const [taken] = await queryIn<{ name: string }>(db, TAKEN, [shopId, key]);
  if (taken) return `${key} is a code of ${taken.name} already. Choose another.`;
  const others = await db.campaign.findMany({
    where: { shopId, id: { not: id }, codePrefix: { not: null } },
    select: { name: true, codePrefix: true, codeLength: true, codeAlphabet: true },
  });
  const like = others.find((other) => {
    const unique = uniqueMatchOf(other);
    return unique !== null && matches(unique, key);
  });
  return like ? `${key} could be mistaken for a code of ${like.name}. Choose another.` : null;
}

const TAKEN = `
  SELECT c.name FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE k.shop_id = $1::int AND k.code_key = $2 AND k.assigned_until IS NULL`;
