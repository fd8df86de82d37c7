import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import { matches, type GuardRule } from "#app/domain/policy/rule.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import {
  guestRuleOf,
  isLongList,
  limitOf,
  ruleIdOf,
  uniqueMatchOf,
} from "../campaign/campaign-row.server.ts";

/** A campaign that ended is kept on the wire this long, for checkouts that were open when it did. */
const AFTER_END_MS = 24 * 60 * 60 * 1_000;

/**
 * The rules of every campaign whose codes may be typed, as the function reads them. When they do not all fit, the
 * newest campaigns stay and the warning says which do not.
 */
export async function rulesText(
  deps: Deps,
  shop: Shop,
): Promise<{ text: string; warning: string | null }> {
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: {
      shopId: shop.id,
      wanted: { not: "ended" },
      OR: [{ endsAt: null }, { endsAt: { gt: new Date(deps.now().getTime() - AFTER_END_MS) } }],
    },
    orderBy: { number: "desc" },
  });
  const lists = await listedCodes(deps, shop.id, campaigns);
  let fitting = campaigns.length;
  for (;;) {
    const rules = campaigns.slice(0, fitting).flatMap((campaign) => rulesOf(campaign, lists));
    const encoded = encodeRules(rules);
    if (encoded.ok) return { text: encoded.text, warning: warningFor(campaigns.slice(fitting)) };
    // Each step drops as much as is over, and at least one, so this ends after a few.
    fitting = Math.min(fitting - 1, Math.floor((fitting * encoded.limitBytes) / encoded.bytes));
  }
}

/**
 * By campaign: the codes that are told one by one. Public ones, those of lists that are short enough, and those that
 * came in the place of made ones and look different.
 */
async function listedCodes(
  deps: Deps,
  shopId: number,
  campaigns: readonly Campaign[],
): Promise<Map<string, string[]>> {
  const told = campaigns.filter((each) => !isLongList(each) && each.codeKind !== "unique");
  const { prisma, pool } = deps.database;
  const rows = await prisma.code.findMany({
    where: { shopId, campaignId: { in: told.map(({ id }) => id) }, assignedUntil: null },
    select: { campaignId: true, codeKey: true },
    orderBy: { id: "asc" },
  });
  const unique = campaigns.filter(({ codeKind }) => codeKind === "unique").map(({ id }) => id);
  const own = await pool.query<(typeof rows)[number]>(OWN_TEXTS, [shopId, unique]);
  rows.push(...own.rows);
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId);
  return new Map([...byCampaign].map(([id, codes]) => [id, codes.map(({ codeKey }) => codeKey)]));
}

/** Found from the codes they replaced, which are few. */
const OWN_TEXTS = `
  SELECT DISTINCT n.campaign_id AS "campaignId", n.code_key AS "codeKey", n.id
  FROM code k JOIN code n ON n.shop_id = k.shop_id AND n.id = k.replaced_by_id
  WHERE k.shop_id = $1 AND k.replaced_by_id IS NOT NULL AND n.campaign_id = ANY ($2::uuid[])
    AND n.serial IS NULL AND n.assigned_until IS NULL ORDER BY n.id`;

/** The rules of one campaign: one for its batch, and one for each code that is told by itself. */
function rulesOf(campaign: Campaign, lists: ReadonlyMap<string, readonly string[]>): GuardRule[] {
  const terms = {
    id: ruleIdOf(campaign),
    limit: limitOf(campaign),
    segments: campaign.segmentId ? [campaign.segmentId] : [],
    guest: guestRuleOf(campaign),
  };
  const unique = uniqueMatchOf(campaign);
  const keys = lists.get(campaign.id) ?? [];
  const told = unique ? keys.filter((key) => !matches(unique, key)) : keys;
  return [
    ...(unique ? [{ ...terms, match: unique }] : []),
    ...told.map((key) => ({ ...terms, match: { kind: "code", key } as const })),
  ];
}

function warningFor(left: readonly Campaign[]): string | null {
  if (left.length === 0) return null;
  const names = left.slice(0, 3).map(({ name }) => name);
  const more = left.length > 3 ? ` and ${left.length - 3} more` : "";
  return `Too many campaigns run at once: the limits of ${names.join(", ")}${more} are not held at checkout. End campaigns you no longer need.`;
}
