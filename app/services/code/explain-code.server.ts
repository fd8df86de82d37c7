import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import { checkCodeText } from "#app/domain/code/code-text.ts";
import { lookAlikeKey, oneEditKeys } from "#app/domain/code/look-alike.ts";
import type { CodeAnswer } from "#app/domain/code/summary.ts";
import { serialOf } from "#app/domain/code/unique-code.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { uniqueMatchOf } from "../campaign/campaign-row.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { codeSpaceOf } from "./code-space.server.ts";

/** Why a code somebody asks about is not among the shop's: mistyped, never made, or another one meant. */
export async function explainCode(
  deps: Deps,
  actor: Actor,
  text: string,
): Promise<Outcome<CodeAnswer>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const checked = checkCodeText(text);
  if (!checked.ok) return done({ found: false, message: checked.message, suggestions: [] });
  const { key } = checked;
  const known = await deps.database.prisma.code.findFirst({ where: { shopId, codeKey: key } });
  if (known) return done({ found: true, message: `${key} is a code of yours.`, suggestions: [] });
  const shop = await shopOf(deps, shopId);
  const campaign = await campaignLike(deps, shopId, key);
  if (campaign)
    return done({ found: false, message: unmade(shop, campaign, key), suggestions: [] });
  const suggestions = await lookAlikesOf(deps, shopId, key);
  const message =
    suggestions.length > 0
      ? `${key} is no code of yours. A shopper may have meant ${suggestions.join(" or ")}.`
      : `${key} is no code of yours, and none looks like it.`;
  return done({ found: false, message, suggestions });
}

/** The campaign whose unique codes begin as this one does and are as long. */
async function campaignLike(deps: Deps, shopId: number, key: string): Promise<Campaign | null> {
  const { rows } = await deps.database.pool.query<{ id: string }>(LIKE, [shopId, key]);
  for (const { id } of rows) {
    const campaign = await deps.database.prisma.campaign.findUniqueOrThrow({
      where: { shopId_id: { shopId, id } },
    });
    if (uniqueMatchOf(campaign)) return campaign;
  }
  return null;
}

function unmade(shop: Shop, campaign: Campaign, key: string): string {
  const found = serialOf(codeSpaceOf(shop, campaign), codeKey(key));
  if (found.ok && found.serial < campaign.nextSerial) {
    return `${key} was made for ${campaign.name} and dropped before it reached Shopify.`;
  }
  if (found.ok) return `${key} looks like a code of ${campaign.name}, but was never made.`;
  return found.problem === "mistyped"
    ? `${key} is mistyped: it begins like a code of ${campaign.name}, but its check character does not fit the others.`
    : `${key} begins like a code of ${campaign.name}, but has a character those never have.`;
}

async function lookAlikesOf(deps: Deps, shopId: number, key: string): Promise<string[]> {
  const { rows } = await deps.database.pool.query<{ code: string }>(CLOSE, [
    shopId,
    [lookAlikeKey(key), ...oneEditKeys(key)],
  ]);
  return rows.map(({ code }) => code);
}

const LIKE = `
  SELECT id FROM campaign
  WHERE shop_id = $1 AND code_prefix IS NOT NULL AND $2 ^@ code_prefix
    AND length($2) = length(code_prefix) + code_length
  ORDER BY number`;

const CLOSE = `
  SELECT code FROM code
  WHERE shop_id = $1 AND look_alike_key = ANY ($2::text[]) AND assigned_until IS NULL ORDER BY id DESC LIMIT 3`;
