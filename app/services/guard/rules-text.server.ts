import type { GuestOverflow } from "#app/domain/guard/held.ts";
import { chooseRules, type ChosenRules } from "#app/domain/policy/choose-rules.ts";
import { matches, type GuardRule } from "#app/domain/policy/rule.ts";
import { saysIssued, textBlocks, type ShopTexts } from "#app/domain/policy/text-blocks.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { isLongList, ruleIdOf, uniqueMatchOf } from "../campaign/campaign-row.server.ts";
import { ruleTermsOf, type RuleSetting } from "./rule-terms.server.ts";

export type RulesText = Pick<ChosenRules, "shards" | "bytes" | "limitBytes" | "folded" | "dropped">;

type Setting = RuleSetting & {
  texts: ShopTexts;
  /** Campaigns, by their rules' ids, whose guests are no longer compared, and what becomes of them. */
  switched: readonly string[];
  overflow: GuestOverflow;
  /** With the codes that were assigned then; those that are now when absent or null. */
  at?: Date | null | undefined;
};

/**
 * The rules of every campaign whose codes may be typed, as the function reads them. When they do not all fit, those
 * used longest ago are folded, then left out.
 */
export async function rulesText(
  deps: Deps,
  shop: Shop,
  campaigns: readonly Campaign[],
  setting: Setting,
): Promise<RulesText> {
  const lists = await listedCodes(deps, shop.id, campaigns, setting.at ?? null);
  const used = await lastUses(deps, shop.id);
  const zone = zoneOf(shop.timeZone);
  const candidates = campaigns.map((campaign) => ({
    id: ruleIdOf(campaign),
    rules: rulesOf(campaign, lists, setting),
    lastUsed: used.get(campaign.id) ?? zone.dayOf(campaign.startsAt),
  }));
  return chooseRules(candidates, (rules) => textBlocks(setting.texts, rules));
}

/** By campaign: the last local day a code of it was used. */
async function lastUses(deps: Deps, shopId: number): Promise<Map<string, string>> {
  const { rows } = await deps.database.pool.query<{ campaignId: string; day: string }>(LAST_USES, [
    shopId,
  ]);
  return new Map(rows.map(({ campaignId, day }) => [campaignId, day]));
}

const LAST_USES = `
  SELECT key AS "campaignId", to_char(max(day), 'YYYY-MM-DD') AS day
  FROM rollup WHERE shop_id = $1 AND grain = 'campaign' AND redemptions > 0 GROUP BY key`;

/**
 * By campaign: the codes that are told one by one. Public ones, those of lists that are short enough, and those that
 * came in the place of made ones and look different.
 */
async function listedCodes(
  deps: Deps,
  shopId: number,
  campaigns: readonly Campaign[],
  at: Date | null,
): Promise<Map<string, string[]>> {
  const told = campaigns.filter((each) => !isLongList(each) && each.codeKind !== "unique");
  const { prisma, pool } = deps.database;
  const assigned = at
    ? { assignedFrom: { lte: at }, OR: [{ assignedUntil: null }, { assignedUntil: { gt: at } }] }
    : { assignedUntil: null };
  const rows = await prisma.code.findMany({
    where: { shopId, campaignId: { in: told.map(({ id }) => id) }, ...assigned },
    select: { campaignId: true, codeKey: true },
    orderBy: { id: "asc" },
  });
  const unique = campaigns.filter(({ codeKind }) => codeKind === "unique").map(({ id }) => id);
  const own = await pool.query<(typeof rows)[number]>(OWN_TEXTS, [shopId, unique, at]);
  rows.push(...own.rows);
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId);
  return new Map([...byCampaign].map(([id, codes]) => [id, codes.map(({ codeKey }) => codeKey)]));
}

/** Found from the codes they replaced, which are few. */
const OWN_TEXTS = `
  SELECT DISTINCT n.campaign_id AS "campaignId", n.code_key AS "codeKey", n.id
  FROM code k JOIN code n ON n.shop_id = k.shop_id AND n.id = k.replaced_by_id
  WHERE k.shop_id = $1 AND k.replaced_by_id IS NOT NULL AND n.campaign_id = ANY ($2::uuid[])
    AND n.serial IS NULL AND (n.assigned_until IS NULL OR n.assigned_until > $3::timestamptz)
  ORDER BY n.id`;

/** The rules of one campaign: one for its batch, and one for each code that is told by itself. */
function rulesOf(
  campaign: Campaign,
  lists: ReadonlyMap<string, readonly string[]>,
  { texts, switched, overflow, at: _at, ...setting }: Setting,
): GuardRule[] {
  const wanted = ruleTermsOf(campaign, setting);
  const terms = {
    ...wanted,
    guest: switched.includes(wanted.id) ? overflow : wanted.guest,
    hasTexts: saysIssued(wanted) || texts.own.some((text) => text.campaign === wanted.id),
  };
  const unique = uniqueMatchOf(campaign);
  const keys = lists.get(campaign.id) ?? [];
  const told = unique ? keys.filter((key) => !matches(unique, key)) : keys;
  return [
    ...(unique ? [{ ...terms, match: unique }] : []),
    ...told.map((key) => ({ ...terms, match: { kind: "code", key } as const })),
  ];
}
