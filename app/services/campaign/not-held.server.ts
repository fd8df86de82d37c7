import { limitOn } from "#app/domain/campaign/limit.ts";
import type { NotHeld } from "#app/domain/campaign/summary.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { guardHeldOf } from "../guard/guard-held.server.ts";
import { seasonsOf } from "../season/season-rows.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { isLongList, limitsOf, ruleIdOf } from "./campaign-row.server.ts";

/** What a campaign promises and the checkout does not hold, as it was last written there. */
export async function notHeld(deps: Deps, row: Campaign): Promise<NotHeld[]> {
  if (row.wanted === "ended") return [];
  const shop = await shopOf(deps, row.shopId);
  const held = guardHeldOf(shop);
  const id = ruleIdOf(row);
  const today = zoneOf(shop.timeZone).dayOf(deps.now());
  const seasons = await seasonsOf(deps.database.prisma, row.shopId);
  const isOver = limitsOf(row).some((limit) => limitOn(limit, seasons, today) === null);
  const overflow: NotHeld = held.overflow === "sign_in" ? "guests_sign_in" : "guests_allowed";
  return [
    ...(held.dropped.includes(id) ? (["dropped"] as const) : []),
    ...(held.folded.includes(id) ? (["folded"] as const) : []),
    ...(held.switched.includes(id) ? [overflow] : []),
    ...(isLongList(row) ? (["long_list"] as const) : []),
    ...(isOver ? (["season_over"] as const) : []),
  ];
}
