import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { GuardStatus } from "#app/domain/guard/status.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { standingLag } from "../standing/standing-lag.server.ts";
import { activeCampaigns } from "./active-campaigns.server.ts";
import { guardHeldOf, guestOverflowOf } from "./guard-held.server.ts";

/** What the checkout holds now, what there was no room for, and how far it is behind the orders. */
export async function readGuard(deps: Deps, actor: Actor): Promise<Outcome<GuardStatus>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const shop = await shopOf(deps, shopId);
  const { folded, dropped, switched, overflow: _overflow, ...room } = guardHeldOf(shop);
  const campaigns = await activeCampaigns(deps, shopId);
  const named = (ids: readonly string[]) =>
    campaigns
      .filter((campaign) => ids.includes(ruleIdOf(campaign)))
      .map(({ id, name }) => ({ id, name }));
  return done({
    ...room,
    folded: named(folded),
    dropped: named(dropped),
    switched: named(switched),
    overflow: guestOverflowOf(shop),
    error: shop.guardError,
    writtenAt: shop.guardWrittenAt?.toISOString() ?? null,
    lag: await standingLag(deps, shopId),
  });
}
