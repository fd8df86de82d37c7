import { STATES_IN_SHOPIFY } from "#app/domain/code/summary.ts";
import { estimate } from "#app/domain/discount/estimate.ts";
import { planSync } from "#app/domain/discount/plan.ts";
import type { SyncPlan } from "#app/domain/discount/sync.ts";
import { secondsFor } from "#app/domain/rate/seconds-for.ts";
import { withChanges, type CampaignFacts } from "#app/domain/schedule/facts.ts";
import { readRate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { desiredTerms } from "../sync/desired-terms.server.ts";
import { freedUses } from "../sync/freed-uses.server.ts";
import { columnsOf } from "./carry-out.server.ts";
import type { Judged } from "./judge-change.server.ts";

/**
 * What one change asks of Shopify: the way from what the campaign will say before it to what it will say after. What
 * is under way besides, or was changed in Shopify, is no part of it.
 */
export async function planChange(
  deps: Deps,
  shop: Shop,
  campaign: Campaign,
  { then, after, change: { action, dueAt } }: Judged,
): Promise<SyncPlan> {
  const freed = await freedUses(deps.database.prisma, campaign);
  const termsOf = ({ wanted, startsAt, endsAt, cap }: CampaignFacts) =>
    desiredTerms({
      ...{ ...campaign, freed },
      ...columnsOf(campaign, { wanted, startsAt, endsAt, cap }),
    });
  const before = termsOf(then);
  const old = action.kind === "rotate" ? then.codes[action.codeId] : undefined;
  const operations = planSync(
    {
      ...{ ours: termsOf(withChanges(then, after)), agreed: { ours: before, theirs: before } },
      ...{ theirs: before, firstCode: null },
      toAdd: old ? 1 : 0,
      toRemove: old && STATES_IN_SHOPIFY.includes(old.state) ? 1 : 0,
    },
    () => true,
    new Date(dueAt),
  );
  const { calls, points } = estimate(operations);
  const rate = await readRate(deps, shop.domain);
  return { operations, calls, points, seconds: secondsFor(points, rate) };
}
