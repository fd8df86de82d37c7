import type { Actor } from "#app/domain/access/actor.ts";
import { adoptedTerms } from "#app/domain/adoption/campaign-terms.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import type { Agreed } from "#app/domain/discount/merge.ts";
import { termsSchema } from "#app/domain/discount/terms.schema.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Discount, DiscountMapping, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { rowOfTerms } from "../campaign/campaign-row.server.ts";
import { findClash } from "../campaign/find-clash.server.ts";
import { dimensionSetIds } from "../naming/dimension-sets.server.ts";
import { askMemberships } from "../segment/ask-memberships.server.ts";
import { desiredTerms } from "../sync/desired-terms.server.ts";
import { adoptCodes, CodesClash } from "./adopt-codes.server.ts";

/** A discount as it stands in Shopify at this moment; null codes: Shopify does not say. */
export type FreshDiscount = { codes: number | null };

/** A transaction of a list with a million codes takes a while. */
const LONGEST_MS = 10 * 60 * 1_000;

/**
 * Makes a campaign of a discount: what it says, and its codes, which are live already. What both sides agree on is what
 * stands there now, so the next sync finds nothing to do. @returns why it was not done; null when it was.
 */
export async function adoptDiscount(
  deps: Deps,
  shop: Shop,
  actor: Actor,
  mapping: DiscountMapping,
  fresh: FreshDiscount | null,
): Promise<string | null> {
  if (!fresh) return "It was deleted in Shopify. Read the store again.";
  try {
    return await deps.database.prisma.$transaction(
      (tx) => store(deps, tx, { shop, actor, mapping, fresh }),
      { timeout: LONGEST_MS },
    );
  } catch (error) {
    if (error instanceof CodesClash) return error.message;
    throw error;
  }
}

type Wanted = { shop: Shop; actor: Actor; mapping: DiscountMapping; fresh: FreshDiscount };

const GONE = "It is a campaign already, or is gone.";
const CHANGED = "It was changed in Shopify, and a campaign cannot say what it is now.";

async function store(
  deps: Deps,
  tx: Transaction,
  { shop, actor, mapping, fresh }: Wanted,
): Promise<string | null> {
  const { id: shopId, currency } = shop;
  const { discountId, name, codeKind, conventionId, conventionVersion } = mapping;
  // The counter's row lock makes the shop's campaigns one at a time: what is checked below stays true until commit.
  const [counter] = await tx.$queryRaw<{ number: number }[]>`
    SELECT next_campaign_number AS number FROM shop WHERE id = ${shopId} FOR UPDATE`;
  const discount = await tx.discount.findFirst({
    where: { shopId, id: discountId, campaignId: null, deletedAt: null },
  });
  if (!counter || !discount || name === null || conventionId === null || conventionVersion === null)
    return GONE;
  const kind = codeKind === "public" ? "public" : "list";
  const theirs = termsSchema.safeParse(discount.terms);
  const terms = theirs.success ? adoptedTerms(theirs.data, kind, currency) : null;
  if (!theirs.success || !terms) return CHANGED;
  const unmade = { codePrefix: null, codeLength: null, codeAlphabet: null, codeCheck: false };
  const identity = { name, codeKind: kind, ...unmade };
  const clash = await findClash(tx, shopId, identity);
  if (clash) return clash;
  const dimensions = (mapping.dimensions ?? {}) as Record<string, string>;
  const set = { conventionId, version: conventionVersion, dimensions };
  const [dimensionSetId = 0] = await dimensionSetIds(tx, shopId, [set]);
  const now = deps.now();
  const { usesPerCode, ...rest } = terms;
  const codes = await tx.redeemCode.count({ where: { shopId, discountId } });
  const campaign = await tx.campaign.create({
    data: {
      ...{ shopId, id: deps.newId(), number: counter.number, ...identity, dimensionSetId },
      lookAlikeKey: lookAlikeKey(name),
      ...rowOfTerms({ ...rest, codes: { kind: "list", importId: "", usesPerCode } }),
      ...{ usesPerCode, currency, codeCount: codes },
      ...{ wanted: "on", revision: 1, syncedRevision: 1, syncState: "synced", syncedAt: now },
      discountId: gidOf("DiscountCodeNode", discountId),
      discountTitle: discount.title === name ? null : discount.title,
      ...{ createdAt: now, updatedAt: now, createdBy: actor.name },
    },
  });
  await tx.shop.update({ where: { id: shopId }, data: { nextCampaignNumber: counter.number + 1 } });
  await adoptCodes(tx, campaign, discountId, now);
  const agreed: Agreed = { ours: desiredTerms({ ...campaign, freed: 0 }), theirs: theirs.data };
  await settle(deps, tx, actor, { campaign, discount, agreed });
  if (fresh.codes !== null && fresh.codes !== codes)
    await deps.jobs.send("compare-codes", { shopId, campaignId: campaign.id }, { transaction: tx });
  await askMemberships(deps, tx, shopId, { before: null, now: terms.eligibility, named: [] });
  return null;
}

type Made = { campaign: Campaign; discount: Discount; agreed: Agreed };

async function settle(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  { campaign, discount, agreed }: Made,
): Promise<void> {
  const { shopId, id, name } = campaign;
  await tx.campaign.update({ where: { shopId_id: { shopId, id } }, data: { agreed } });
  const own = { shopId_id: { shopId, id: discount.id } };
  await tx.discount.update({ where: own, data: { campaignId: id } });
  await tx.discountMapping.deleteMany({ where: { shopId, discountId: discount.id } });
  await tx.$executeRaw`
    UPDATE adoption SET adopted = adopted + 1 WHERE shop_id = ${shopId}
      AND id = (SELECT id FROM adoption WHERE shop_id = ${shopId} AND state = 'read' ORDER BY created_at DESC LIMIT 1)`;
  const subject = { kind: "campaign", id, name } as const;
  await recordAudit(tx, actor, deps.now(), "campaign.imported", subject, {
    after: { discount: String(discount.id), title: discount.title, codes: campaign.codeCount },
  });
}
