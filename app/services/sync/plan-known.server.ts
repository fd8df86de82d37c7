import { estimate } from "#app/domain/discount/estimate.ts";
import { planSync } from "#app/domain/discount/plan.ts";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import { timeThere, type DiscountTerms } from "#app/domain/discount/terms.ts";
import { secondsFor } from "#app/domain/rate/seconds-for.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { readRate, type Rate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { adoptColumns } from "./adopt-terms.server.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";
import { freedUses } from "./freed-uses.server.ts";
import { standpointOf } from "./standpoint.server.ts";

type RateOfWork = Pick<Rate, "availableToBatch" | "restoreRate">;

/** What is to happen by what was last read of Shopify; asks it nothing. */
export async function planKnown(deps: Deps, row: Campaign, rate?: RateOfWork): Promise<SyncPlan> {
  const campaign = { ...row, freed: await freedUses(deps.database.prisma, row) };
  const read = row.discountId ? await lastRead(deps, row.shopId, row.discountId) : null;
  return planFor(deps, campaign, read?.terms ?? null, read?.at ?? deps.now(), rate);
}

/** What is to happen when the discount says this. @param at what time it is for Shopify. */
export async function planFor(
  deps: Deps,
  campaign: SyncedCampaign,
  theirs: DiscountTerms | null,
  at: Date,
  rate?: RateOfWork,
): Promise<SyncPlan> {
  const standpoint = await standpointOf(deps, campaign, theirs);
  const operations = planSync(standpoint, (each) => adoptColumns(campaign, each) !== null, at);
  const { calls, points } = estimate(operations);
  const known = rate ?? (await readRate(deps, (await shopOf(deps, campaign.shopId)).domain));
  const seconds = secondsFor(points, {
    available: known.availableToBatch,
    restoreRate: known.restoreRate,
  });
  return { operations, calls, points, seconds };
}

async function lastRead(
  deps: Deps,
  shopId: number,
  discountId: string,
): Promise<{ terms: DiscountTerms; at: Date } | null> {
  const row = await deps.database.prisma.discount.findUnique({
    where: { shopId_id: { shopId, id: BigInt(numericId(discountId)) } },
    select: { terms: true, status: true },
  });
  if (!row?.terms) return null;
  const terms = row.terms as DiscountTerms;
  return { terms, at: timeThere({ status: row.status, endsAt: terms.endsAt }, deps.now()) };
}
