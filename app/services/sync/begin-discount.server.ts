import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import type { Campaign, Code } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { makeDiscount, type MadeDiscount } from "./put-discount.server.ts";

/** The code a discount begins with; null as long as none is made. */
export async function firstCodeOf(
  deps: Deps,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
): Promise<string | null> {
  return (await firstOf(deps, shopId, id))?.code ?? null;
}

function firstOf(deps: Deps, shopId: number, campaignId: string): Promise<Code | null> {
  return deps.database.prisma.code.findFirst({
    where: { shopId, campaignId, state: { in: ["pending", "live", "failed"] } },
    orderBy: { id: "asc" },
  });
}

/** Makes the discount with the first of the campaign's codes, which is thereby live. */
export async function beginDiscount(
  deps: Deps,
  api: AdminApi,
  campaign: Campaign,
  ours: DiscountTerms,
): Promise<MadeDiscount> {
  const { shopId, id } = campaign;
  const first = await firstOf(deps, shopId, id);
  if (!first) throw new Error(`The campaign ${id} has no code to begin with.`);
  const made = await makeDiscount(api, campaign, ours, first.code);
  const { prisma } = deps.database;
  await prisma.$transaction([
    prisma.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: { discountId: made.discountId },
    }),
    prisma.code.update({
      where: { shopId_id: { shopId, id: first.id } },
      data: { state: "live", error: null },
    }),
    ...(first.batchId === null || first.state === "live"
      ? []
      : [
          prisma.codeBatch.update({
            where: { shopId_id: { shopId, id: first.batchId } },
            data: { live: { increment: 1 } },
          }),
        ]),
  ]);
  return made;
}
