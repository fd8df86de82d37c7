import { timeThere, type DiscountTerms } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readDiscount } from "#app/infra/admin-api/documents/discounts.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type { ReadDiscountQuery } from "#app/infra/admin-api/generated/operations.ts";
import type { Campaign, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readTerms } from "./read-terms.server.ts";

/** A campaign's discount as it stands in Shopify now. */
export type ActualDiscount = {
  id: string;
  terms: DiscountTerms;
  tags: readonly string[];
  /** How many codes it has; null when Shopify does not say. */
  codes: number | null;
  /** What time it was for Shopify. */
  at: Date;
};

/** Reads a campaign's discount and keeps what was read. Null when there is none any more. */
export async function readActual(
  deps: Deps,
  api: AdminApi,
  campaign: Pick<Campaign, "shopId" | "id" | "currency">,
  discountId: string,
): Promise<ActualDiscount | null> {
  const { codeDiscountNode: node } = await api.run(readDiscount, { id: discountId });
  const terms = node && readTerms(node.codeDiscount, campaign.currency);
  if (!node || !terms) return null;
  const { tags, codesCount, status } = node.codeDiscount;
  const at = timeThere({ status, endsAt: terms.endsAt }, deps.now());
  await keep(deps, campaign, node, terms);
  return { id: node.id, terms, tags, codes: codesCount?.count ?? null, at };
}

type Node = NonNullable<ReadDiscountQuery["codeDiscountNode"]>;

const KINDS: Record<Node["codeDiscount"]["__typename"], string> = {
  DiscountCodeBasic: "basic",
  DiscountCodeFreeShipping: "free_shipping",
  DiscountCodeBxgy: "bxgy",
  DiscountCodeApp: "app",
};

async function keep(
  deps: Deps,
  { shopId, id: campaignId }: Pick<Campaign, "shopId" | "id">,
  node: Node,
  terms: DiscountTerms,
): Promise<void> {
  const { codeDiscount: read } = node;
  const id = BigInt(numericId(node.id));
  const columns = {
    method: "code",
    kind: KINDS[read.__typename],
    title: read.title,
    status: read.status.toLowerCase(),
    startsAt: read.startsAt,
    endsAt: read.endsAt,
    terms: terms as Prisma.InputJsonObject,
    tags: read.tags,
    codes: read.codesCount?.count ?? 0,
    uses: read.asyncUsageCount,
    campaignId,
    createdAt: read.createdAt,
    updatedAt: read.updatedAt,
    readAt: deps.now(),
    deletedAt: null,
  };
  await deps.database.prisma.discount.upsert({
    where: { shopId_id: { shopId, id } },
    create: { shopId, id, ...columns },
    update: columns,
  });
}
