import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readDiscount } from "#app/infra/admin-api/documents.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
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
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const row = isId(id)
    ? await deps.database.prisma.campaign.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (!row)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const campaign = { ...row, freed: await freedUses(deps.database.prisma, row) };
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const readAt = deps.now().toISOString();
  try {
    const node = row.discountId
      ? (await api.run(readDiscount, { id: row.discountId })).codeDiscountNode
      : null;
    const theirs = node ? readTerms(node.codeDiscount, row.currency) : null;
    const isGone = row.discountId !== null && theirs === null;
    return done({ plan: await planFor(deps, campaign, theirs), isGone, readAt });
  } catch (error) {
    if (!(error instanceof AdminApiError)) throw error;
    return refuse({ kind: "conflict", message: describeFailure(error).message });
  }
}
