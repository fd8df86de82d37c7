import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { SeasonSummary } from "#app/domain/campaign/season-form.ts";
import { turnOf } from "#app/domain/policy/season.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { countsBySeason, limitUsers } from "../campaign/limit-users.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { seasonsOf } from "./season-rows.server.ts";

/** The shop's seasons by name, with who counts by them. */
export async function listSeasons(deps: Deps, actor: Actor): Promise<Outcome<SeasonSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const shop = await shopOf(deps, shopId);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const seasons = await seasonsOf(prisma, shopId);
  const users = await limitUsers(prisma, shopId);
  return done(
    seasons.map((season) => ({
      ...season,
      next: turnOf(season, today),
      usedBy: users
        .filter(({ limits }) => countsBySeason(limits, season.key))
        .map(({ name }) => name),
    })),
  );
}
