import type { Actor } from "#app/domain/access/actor.ts";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import { timeThere } from "#app/domain/discount/terms.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readDiscount } from "#app/infra/admin-api/documents/discounts.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { findCampaign } from "../campaign/find-campaign.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { freedUses } from "./freed-uses.server.ts";
import { planFor } from "./plan-known.server.ts";
import { readTerms } from "./read-terms.server.ts";
import { describeFailure } from "./sync-failure.server.ts";

export type SyncPreview = { plan: SyncPlan; isGone: boolean; readAt: string };

/** Reads the discount in Shopify now and says what the next sync would do. Changes nothing, here or there. */
export async function previewSync(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<SyncPreview>> {
  const found = await findCampaign(deps, actor, id, "campaign.view");
  if (!found.ok) return found;
  const { value: row } = found;
  const campaign = { ...row, freed: await freedUses(deps.database.prisma, row) };
  const api = deps.adminApi((await shopOf(deps, actor.shopId)).domain);
  const now = deps.now();
  try {
    const node = row.discountId
      ? (await api.run(readDiscount, { id: row.discountId })).codeDiscountNode
      : null;
    const theirs = node ? readTerms(node.codeDiscount, row.currency) : null;
    const isGone = row.discountId !== null && theirs === null;
    const endsAt = theirs?.endsAt ?? null;
    const at = node ? timeThere({ status: node.codeDiscount.status, endsAt }, now) : now;
    const plan = await planFor(deps, campaign, theirs, at);
    return done({ plan, isGone, readAt: now.toISOString() });
  } catch (error) {
    if (!(error instanceof AdminApiError)) throw error;
    return refuse({ kind: "conflict", message: describeFailure(error).message });
  }
}
