import { STATES_IN_SHOPIFY } from "#app/domain/code/summary.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { lookAtDiscounts } from "#app/infra/admin-api/documents/discounts.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/**
 * Asks, for a point or two, whether Shopify has as many codes of a discount as we know to be there. Where it has not,
 * all are compared: an answer that was lost may have been taken for more than it was.
 */
export async function checkCount(
  deps: Deps,
  api: AdminApi,
  { shopId, id: campaignId }: Pick<Campaign, "shopId" | "id">,
  discountId: string,
): Promise<void> {
  const { nodes } = await api.run(lookAtDiscounts, { ids: [discountId] });
  const [node] = nodes;
  if (!node || !("codeDiscount" in node) || !("codesCount" in node.codeDiscount)) return;
  const { codesCount } = node.codeDiscount;
  const live = await deps.database.prisma.code.count({
    where: { shopId, campaignId, state: { in: [...STATES_IN_SHOPIFY] } },
  });
  if (codesCount && codesCount.count !== live)
    await deps.jobs.send("compare-codes", { shopId, campaignId });
}
